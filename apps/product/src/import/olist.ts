/** Olist's table of products: ids, categories and measures. It has neither names nor prices. */
import type { CsvRow, ImportLine } from '@quickmart/service';
import { type FileOptions, type Item, notTaken } from './item.ts';
import { attributesOf, numberOf, skuOf } from './texts.ts';

export const olistColumns = ['product_id', 'product_category_name'];

export async function* olistItems(
  lines: AsyncIterable<ImportLine>,
  options: FileOptions,
): AsyncIterable<Item> {
  for await (const one of lines) {
    const { line } = one;
    if ('unreadable' in one)
      yield { kind: 'refused', line, code: 'malformed-request', detail: one.unreadable };
    else yield itemOf(line, one.input as CsvRow, options);
  }
}

function itemOf(line: number, row: CsvRow, { currency, amount }: FileOptions): Item {
  const sku = skuOf(row.product_id ?? '');
  if (sku === '') return notTaken(line, undefined, 'the row has no product_id');
  const category = row.product_category_name || null;
  const attributes = attributesOf({
    photos: numberOf(row.product_photos_qty),
    weightGrams: numberOf(row.product_weight_g),
    lengthCm: numberOf(row.product_length_cm),
    heightCm: numberOf(row.product_height_cm),
    widthCm: numberOf(row.product_width_cm),
  });
  const name = `${(category ?? 'product').replaceAll('_', ' ')} ${sku.slice(0, 8)}`;
  const price = { amount: amount ?? 0, currency };
  const notes = amount === undefined ? ['the file has no prices: it costs 0, until it is given one'] : [];
  return { kind: 'product', line, notes, input: { sku, name, category, attributes, price } };
}
