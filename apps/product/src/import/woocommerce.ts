/**
 * WooCommerce's export of products: a row per product; a variation names its product by SKU or as `id:<number>`. A variable
 * product waits for the variations right after it, of which it takes its price.
 */
import type { CsvRow, ImportLine } from '@quickmart/service';
import { limits } from '../limits.ts';
import { minorUnits } from './amounts.ts';
import { cutOff, type FileOptions, type Item, notTaken, type ProductItem } from './item.ts';
import { attributesOf, descriptionOf, nameOf, numberOf, skuOf, urlOf } from './texts.ts';

export const woocommerceColumns = ['ID', 'Type', 'SKU', 'Name', 'Regular price'];

type Row = { line: number; row: CsvRow };
type Variable = Row & { sku: string };

/** Variable products whose variations may still come, by `id:<number>`. */
const variablesMax = 10_000;

export async function* woocommerceItems(
  lines: AsyncIterable<ImportLine>,
  options: FileOptions,
): AsyncIterable<Item> {
  const skus = new Map<string, string>();
  let open: Variable | undefined;
  let variations: Row[] = [];
  const isOf = ({ row, sku }: Variable, parent: string) =>
    parent === `id:${row.ID}` || parent === row.SKU || parent === sku;
  for await (const one of lines) {
    const { line } = one;
    if ('unreadable' in one) {
      if (one.isEnd && open) {
        yield* cutOff([open, ...variations], 'SKU');
        open = undefined;
      }
      yield { kind: 'refused', line, code: 'malformed-request', detail: one.unreadable };
      continue;
    }
    const row = one.input as CsvRow;
    const isVariation = typesOf(row).includes('variation');
    if (isVariation && open && isOf(open, row.Parent ?? '') && variations.length < limits.variantsMax) {
      variations.push({ line, row });
      continue;
    }
    if (open) yield* family(open, variations, skus, options);
    [open, variations] = [undefined, []];
    if (isVariation) yield variation({ line, row }, skus, options);
    else if (typesOf(row).includes('variable')) {
      open = { line, row, sku: ownSku(row) };
      skus.set(`id:${row.ID}`, open.sku);
      if (skus.size > variablesMax) skus.delete(skus.keys().next().value!);
    } else yield simple({ line, row }, options);
  }
  if (open) yield* family(open, variations, skus, options);
}

/** `simple, downloadable`: there may be several. */
const typesOf = (row: CsvRow): string[] =>
  (row.Type ?? '').split(',').map((type) => type.trim().toLowerCase());
const ownSku = (row: CsvRow): string => skuOf(row.SKU ?? '') || `woo-${row.ID}`;

function simple({ line, row }: Row, options: FileOptions): Item {
  const sku = ownSku(row);
  const types = typesOf(row);
  if (types.includes('external')) return notTaken(line, sku, 'an external product is sold elsewhere');
  if (types.includes('grouped'))
    return notTaken(line, sku, 'a grouped product is a list of others, not sold itself');
  if (!types.includes('simple'))
    return notTaken(line, sku, `there are no products of type ${row.Type?.slice(0, 40)} here`);
  const price = priceOf(row, options);
  if ('fault' in price) return notTaken(line, sku, price.fault);
  const { notes, ...details } = detailsOf(row);
  const attributes = { ...Object.fromEntries(ownAttributes(row)), ...details.attributes };
  return {
    kind: 'product',
    line,
    notes,
    archived: isHidden(row),
    input: { sku, ...details, attributes, price },
  };
}

function* family(
  { line, row, sku }: Variable,
  variations: readonly Row[],
  skus: ReadonlyMap<string, string>,
  options: FileOptions,
): Generator<Item> {
  const offered = Object.fromEntries(
    attributesIn(row).map(({ name, value }) => [
      name,
      [...new Set(listOf(value))].slice(0, limits.optionValuesMax),
    ]),
  );
  // Without options it would be sold itself, for nothing where it has no price.
  if (Object.keys(offered).length === 0)
    return yield* [{ line, row }, ...variations].map((one) =>
      notTaken(one.line, ownSku(one.row), 'the variable product has no attributes to choose by'),
    );
  const { notes, ...details } = detailsOf(row);
  const prices = [row, ...variations.map((one) => one.row)].map((one) => priceOf(one, options));
  const price = prices.find((one) => 'amount' in one) ?? { amount: 0, currency: options.currency };
  const archived = isHidden(row);
  const input = { sku, ...details, price, options: offered };
  const product: ProductItem = { kind: 'product', line, notes, archived, input };
  yield product;
  for (const one of variations) {
    const item = variation(one, skus, options);
    yield item.kind === 'variant' && archived ? { ...item, archived } : item;
  }
  if (archived) yield { kind: 'archive', line, of: product };
}

function variation({ line, row }: Row, skus: ReadonlyMap<string, string>, options: FileOptions): Item {
  const parent = row.Parent ?? '';
  const of = skus.get(parent) ?? skuOf(parent);
  const sku = skuOf(row.SKU ?? '') || skuOf(of, row.ID ?? '');
  if (parent === '') return notTaken(line, sku, 'the variation names no parent');
  if (parent.startsWith('id:') && !skus.has(parent))
    return notTaken(line, sku, `no variable product before it has the ID ${parent.slice(3, 40)}`);
  if (isHidden(row)) return notTaken(line, sku, 'the variation is not published');
  const price = priceOf(row, options);
  if ('fault' in price) return notTaken(line, sku, price.fault);
  const { notes, description, media, attributes, name } = detailsOf(row);
  const choices = Object.fromEntries(attributesIn(row).map(({ name, value }) => [name, value]));
  const own = {
    ...(description !== '' && { description }),
    ...(media.length > 0 && { media }),
    ...(Object.keys(attributes).length > 0 && { attributes }),
  };
  return { kind: 'variant', line, of, notes, input: { sku, name, choices, price, ...own } };
}

function priceOf(row: CsvRow, { currency, amount }: FileOptions) {
  const text = row['Regular price'] ?? '';
  if (text === '') return amount === undefined ? { fault: 'it has no regular price' } : { amount, currency };
  const read = minorUnits(text, currency);
  return 'fault' in read ? read : { amount: read.amount, currency };
}

/** 1: published; 0 and -1: a draft, or private. */
const isHidden = (row: CsvRow): boolean => ['0', '-1'].includes(row.Published ?? '');

function detailsOf(row: CsvRow) {
  const [short, long] = [row['Short description'] ?? '', row.Description ?? ''].map((text) =>
    text.replaceAll('\\n', '\n'),
  );
  const { description, notes } = descriptionOf([short, long].filter((text) => text !== '').join('\n\n'));
  const urls = listOf(row.Images ?? '').slice(0, limits.mediaMax);
  const paths = listOf(row.Categories ?? '');
  return {
    name: row.Name ?? '',
    description,
    notes,
    category: paths[0] ?? null,
    media: [...new Set(urls)].map((url) => ({ url: urlOf(url), alt: '' })),
    attributes: attributesOf({
      categories: paths.length > 1 ? paths.join(', ') : undefined,
      tags: row.Tags,
      weightKg: numberOf(row['Weight (kg)']),
      lengthCm: numberOf(row['Length (cm)']),
      widthCm: numberOf(row['Width (cm)']),
      heightCm: numberOf(row['Height (cm)']),

      taxClass: row['Tax class'],
      visibility: row['Visibility in catalog'] === 'visible' ? '' : row['Visibility in catalog'],

      salePrice: row['Sale price'],
      saleFrom: row['Date sale price starts'],
      saleTo: row['Date sale price ends'],
    }),
  };
}

const ownAttributes = (row: CsvRow) =>
  Object.entries(attributesOf(Object.fromEntries(attributesIn(row).map(({ name, value }) => [name, value]))));

/** `Attribute 1 name` and `Attribute 1 value(s)`, and so on. */
function attributesIn(row: CsvRow): { name: string; value: string }[] {
  const found: { name: string; value: string }[] = [];
  for (let number = 1; `Attribute ${number} name` in row; number++) {
    const [name = '', value = ''] = [row[`Attribute ${number} name`], row[`Attribute ${number} value(s)`]];
    if (name !== '' && value !== '') found.push({ name: nameOf(name, `attribute${number}`), value });
  }
  return found;
}

/** Separated by commas; a comma of a value has a backslash. */
const listOf = (text: string): string[] =>
  text
    .split(/(?<!\\),/)
    .map((value) => value.replaceAll('\\,', ',').trim())
    .filter((value) => value !== '');
