/** Plans of imports: NDJSON and CSV, line by line good and bad. */
import fc, { type Arbitrary } from 'fast-check';
import { type BodyPlan, broken, brokenTexts, type Content, planned } from './body.ts';
import type { Schema } from './document.ts';
import { mutated } from './hostile.ts';
import { valid } from './schema.ts';
import { Literal } from './value.ts';

const csvHeads = [
  'sku,name,amount,currency',
  'sku,name,amount,currency,description,category,attributes.a',
  'sku,name,amount,currency,options.a,variantOf,choices.a',
  'Handle,Title,Variant Price,Option1 Name,Option1 Value,Body (HTML)',
  'ID,Type,SKU,Name,Regular price,Parent',
  'product_id,product_category_name',
  'sku,quantity,reason',
  'productId,delta',
  'sku',
  '',
  'a,a,a',
  '__proto__,constructor',
];
const cell = fc.oneof(
  fc.constantFrom(
    'A-1',
    'Mug',
    '1299',
    'EUR',
    '',
    '"',
    '"a,b"',
    '"a\nb"',
    '\0',
    '-1',
    '1e400',
    ' x ',
    '"x"y',
    '漢',
    '\u001b',
  ),
  fc.stringMatching(/^[A-Z][A-Z0-9-]*$/),
);

/** Lines of every kind: a line that is refused must not touch the others. */
export function importBody(schema: Schema): Arbitrary<BodyPlan> {
  const line = fc.oneof(
    { weight: 6, arbitrary: valid(schema) },
    { weight: 2, arbitrary: mutated(valid(schema)) },
    { weight: 1, arbitrary: fc.constantFrom(...brokenTexts).map((text) => new Literal(text)) },
  );
  const ndjson = fc.array(line, { maxLength: 8 }).map((lines): Content => ({ lines }));
  const rows = fc.array(
    fc.array(cell, { maxLength: 6 }).map((cells) => cells.join(',')),
    { maxLength: 8 },
  );
  const csv = fc
    .tuple(fc.constantFrom(...csvHeads), rows, fc.constantFrom('\n', '\r\n', '\r'))
    .map(([head, list, end]): Content => ({ text: [head, ...list].join(end) }));
  return fc.oneof(
    {
      weight: 3,
      arbitrary: planned(
        fc.oneof({ weight: 8, arbitrary: ndjson }, { weight: 1, arbitrary: broken }),
        'application/x-ndjson',
      ),
    },
    {
      weight: 2,
      arbitrary: planned(
        fc.oneof({ weight: 8, arbitrary: csv }, { weight: 1, arbitrary: broken }),
        'text/csv',
      ),
    },
  );
}
