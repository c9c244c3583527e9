/** Texts for the fields of requests: as long as they may be, and whatever they are. */
import fc from 'fast-check';
import { limits as ofInventory } from '../../apps/inventory/src/limits.ts';
import { limits as ofOrder } from '../../apps/order/src/limits.ts';
import { limits as ofProduct } from '../../apps/product/src/limits.ts';

const limits = { ...ofProduct, ...ofInventory, ...ofOrder };
/** Where the texts of requests go, by the name of the field in the documents; the longest that each may be. */
export const fields = {
  name: limits.nameLength,
  description: limits.descriptionLength,
  alt: limits.mediaAltLength,
  attribute: limits.attributeValueLength,
  option: limits.optionValueLength,
  key: limits.categoryLength,
  reference: limits.referenceLength,
  customerId: limits.customerIdLength,
  paymentMethod: limits.paymentMethodLength,
  reason: limits.reasonLength,
  carrier: limits.carrierLength,
  tracking: limits.trackingLength,
  note: limits.reasonLength,
  company: limits.nameLength,
  line1: limits.addressLineLength,
  line2: limits.addressLineLength,
  postalCode: limits.postalCodeLength,
  city: limits.nameLength,
  region: limits.nameLength,
  phone: limits.phoneLength,
  metadata: limits.metadataValueLength,
};
export type Texts = Record<keyof typeof fields, string>;

/** Of one and of two UTF-16 units, of several code points that look like one, and what stands in the way of formats. */
const characters = [
  'a',
  'É',
  'e\u0301',
  '漢',
  '\u{1F600}',
  '\u{10FFFF}',
  '👩‍👩‍👧',
  '\u0001',
  '"',
  "'",
  '\\',
  '%',
  '\ufffd',
  '/',
];
export const textOf = (max: number) =>
  fc.oneof(
    { weight: 2, arbitrary: fc.constant('\u{1F600}'.repeat(max)) },
    {
      weight: 3,
      arbitrary: fc
        .array(fc.constantFrom(...characters), { minLength: 1, maxLength: max, size: 'max' })
        .map((list) => [...list.join('')].slice(0, max).join('')),
    },
  );
const texts = fc.record(
  Object.fromEntries(Object.entries(fields).map(([name, max]) => [name, textOf(max)])),
) as fc.Arbitrary<Texts>;
const longest = Object.fromEntries(
  Object.entries(fields).map(([name, max]) => [name, '\u{1F600}'.repeat(max)]),
) as Texts;
/** What is unique, or is searched for, begins differently in each. */
export const worlds = [longest, ...fc.sample(texts, { numRuns: 9, seed: Number(process.env.SEED) })].map(
  (world, number) => {
    const own = (text: string) => String.fromCodePoint(0x1f600 + number) + [...text].slice(1).join('');
    const { key, option, attribute } = world;
    return { ...world, key: own(key), option: own(option), attribute: own(attribute) };
  },
);
