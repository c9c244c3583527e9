/** Limits of what a product and a category are made of. A `…Length` is in characters (code points). */
export const productLimits = {
  descriptionLength: 4000,
  categoryLength: 100,
  attributesMax: 50,
  attributeKeyLength: 64,
  attributeValueLength: 500,
  mediaMax: 20,
  mediaUrlLength: 2048,
  mediaAltLength: 300,
  optionsMax: 5,
  optionValuesMax: 50,
  optionValueLength: 100,
} as const;
