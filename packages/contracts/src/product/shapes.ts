/** What a product and a category are made of: in their events, and in requests and responses. */
import { z } from 'zod';
import { limits } from '../limits.ts';
import { id, text } from '../shapes.ts';
import { productLimits } from './limits.ts';

/** A product names its category by this key. The key never changes, also if the category is renamed or moved. */
export const categoryKey = text(productLimits.categoryLength, 1).meta({ example: 'kitchen' });
export const categoryName = text(limits.nameLength, 1).meta({ example: 'Kitchen & Dining' });
export const parentId = id.nullable().meta({ description: 'Null: at the top', example: null });

export const attributeName = /^[A-Za-z][A-Za-z0-9_.-]*$/;
const attributeKey = z
  .string()
  .regex(attributeName, {
    error: 'must be letters, digits, dots, dashes and underscores, and begin with a letter',
  })
  .max(productLimits.attributeKeyLength);
const named = <Value extends z.ZodType>(value: Value, max: number, what: string) =>
  z
    .record(attributeKey, value)
    .refine((record) => Object.keys(record).length <= max, { error: `at most ${max} ${what}` })
    .meta({
      propertyNames: { pattern: attributeName.source, maxLength: productLimits.attributeKeyLength },
      maxProperties: max,
    });

const attributeValue = z.union([text(productLimits.attributeValueLength), z.number(), z.boolean()]);
export const attributes = named(attributeValue, productLimits.attributesMax, 'attributes').meta({
  id: 'Attributes',
  example: { colour: 'blue', volumeMl: 350 },
});

/** The characters of RFC 3986, so that every client reads the address in the same way. */
const mediaUrl = z
  .string()
  .regex(/^https?:\/\/[A-Za-z0-9][A-Za-z0-9.-]*(:[0-9]{1,5})?([/?#][A-Za-z0-9._~:/?#[\]@!$&'()*+,;=%-]*)?$/, {
    error: 'must be an http or https URL',
  })
  .max(productLimits.mediaUrlLength);
const medium = z
  .strictObject({
    url: mediaUrl.meta({ example: 'https://cdn.example.com/mug-blue.jpg' }),
    alt: text(productLimits.mediaAltLength).meta({ description: 'What is to be seen; empty: an ornament' }),
  })
  .meta({ id: 'Medium', example: { url: 'https://cdn.example.com/mug-blue.jpg', alt: 'A blue mug' } });
export const media = z
  .array(medium)
  .max(productLimits.mediaMax)
  .meta({ description: 'Images and the like, the first one first' });

const optionValue = text(productLimits.optionValueLength, 1);
const optionValues = z
  .array(optionValue)
  .min(1)
  .max(productLimits.optionValuesMax)
  .refine((values) => new Set(values).size === values.length, { error: 'each value once' })
  .meta({ uniqueItems: true });
/** The fields in which the variants of a product differ. A product with options is not sold itself, only its variants. */
export const options = named(optionValues, productLimits.optionsMax, 'options').meta({
  id: 'Options',
  example: { size: ['S', 'M', 'L'], colour: ['blue', 'white'] },
});
/** One value for each of the options. */
export const choices = named(optionValue, productLimits.optionsMax, 'choices').meta({
  id: 'Choices',
  example: { size: 'M', colour: 'blue' },
});
export type Options = z.infer<typeof options>;
export type Choices = z.infer<typeof choices>;

export const details = {
  name: text(limits.nameLength, 1).meta({ example: 'Blue mug' }),
  description: text(productLimits.descriptionLength).meta({ example: 'Stoneware, 350 ml' }),
  category: categoryKey.nullable(),
  attributes,
};
