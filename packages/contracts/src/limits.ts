/** Limits of the shapes that services share. Units are in the names; a `…Length` is in characters (code points). */
export const limits = {
  skuLength: 64,
  nameLength: 200,
  customerIdLength: 64,
  emailLength: 254,
  addressLineLength: 200,
  postalCodeLength: 20,
  phoneLength: 32,
  quantityMax: 1_000_000,
  priceMax: 1_000_000_000,
} as const;
