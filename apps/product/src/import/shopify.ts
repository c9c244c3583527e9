/**
 * Shopify's export of products: a row per variant, the rows of one product below each other under one handle, of which
 * the first one tells about the product. Rows with an image only are images of it.
 */
import type { CsvRow, ImportLine } from '@quickmart/service';
import { limits } from '../limits.ts';
import { minorUnits } from './amounts.ts';
import { cutOff, type FileOptions, type Item, notTaken, type ProductItem } from './item.ts';
import { attributesOf, descriptionOf, nameOf, numberOf, skuOf, urlOf } from './texts.ts';

export const shopifyColumns = ['Handle', 'Title', 'Variant Price'];

/** More rows than a product can have variants and images. */
const rowsMax = 1000;
type Row = { line: number; row: CsvRow };

export async function* shopifyItems(
  lines: AsyncIterable<ImportLine>,
  options: FileOptions,
): AsyncIterable<Item> {
  let group: Row[] = [];
  for await (const one of lines) {
    const { line } = one;
    if ('unreadable' in one) {
      if (one.isEnd) yield* cutOff(group.splice(0), 'Variant SKU');
      yield { kind: 'refused', line, code: 'malformed-request', detail: one.unreadable };
      continue;
    }
    const row = one.input as CsvRow;
    const belongs = group[0]?.row.Handle === row.Handle && row.Handle !== '';
    if (belongs && group.length >= rowsMax) {
      yield notTaken(line, row['Variant SKU'], `a product has at most ${rowsMax} rows`);
      continue;
    }
    if (!belongs) {
      yield* itemsOf(group, options);
      group = [];
    }
    group.push({ line, row });
  }
  yield* itemsOf(group, options);
}

function* itemsOf(rows: readonly Row[], options: FileOptions): Generator<Item> {
  const [first] = rows;
  if (first === undefined) return;
  const { Handle: handle = '', Title: title = '' } = first.row;
  const refuseAll = (why: string) =>
    rows.map(({ line, row }) => notTaken(line, row['Variant SKU'] || handle, why));
  if (handle === '') return yield* refuseAll('the row has no handle');
  if (title === '')
    return yield* refuseAll('the rows of its handle do not begin with the title of the product');
  if (first.row['Gift Card']?.toUpperCase() === 'TRUE')
    return yield* refuseAll('a gift card is no product here: it has no stock and is not shipped');
  const names = optionNamesOf(first.row);
  const sold = rows.filter(({ row }) => isVariant(row));
  if (names.length === 0) return yield* simple(first, rows, sold, options);
  yield* withVariants(first, rows, sold, names, options);
}

const isVariant = (row: CsvRow) =>
  ['Variant SKU', 'Variant Price', 'Option1 Value'].some((name) => row[name]);

/** The names of the options, by their columns; none where the only variant is Shopify's `Title: Default Title`. */
function optionNamesOf(row: CsvRow): { name: string; column: string }[] {
  if (row['Option1 Name'] === 'Title' && row['Option1 Value'] === 'Default Title') return [];
  return [1, 2, 3]
    .filter((number) => row[`Option${number} Name`])
    .map((number) => ({
      name: nameOf(row[`Option${number} Name`] ?? '', `option${number}`),
      column: `Option${number} Value`,
    }));
}

function* simple(
  first: Row,
  rows: readonly Row[],
  sold: readonly Row[],
  options: FileOptions,
): Generator<Item> {
  const { row } = first;
  const sku = skuOf(row['Variant SKU'] || row.Handle || '');
  const price = priceOf(row, options);
  if ('fault' in price) yield notTaken(first.line, sku, price.fault);
  else {
    const { notes, ...details } = productOf(first, rows);
    const attributes = { ...details.attributes, ...variantAttributes(row) };
    yield {
      kind: 'product',
      line: first.line,
      notes,
      archived: isArchived(row),
      input: { sku, ...details, attributes, price },
    };
  }
  for (const { line, row: other } of sold.slice(1))
    yield notTaken(line, other['Variant SKU'], 'a product without options has one row with a price');
}

function* withVariants(
  first: Row,
  rows: readonly Row[],
  sold: readonly Row[],
  names: readonly { name: string; column: string }[],
  options: FileOptions,
): Generator<Item> {
  const sku = skuOf(first.row.Handle ?? '');
  const prices = sold.map(({ row }) => priceOf(row, options));
  const price = prices.find((one) => 'amount' in one);
  if (price === undefined) {
    for (const { line, row } of sold)
      yield notTaken(line, row['Variant SKU'] || sku, 'no variant has a price that can be read');
    return;
  }
  const valuesOf = (column: string) =>
    [...new Set(sold.map(({ row }) => row[column] ?? ''))].filter((value) => value !== '');
  const offered = Object.fromEntries(names.map(({ name, column }) => [name, valuesOf(column)]));
  const { notes, ...details } = productOf(first, rows);
  const archived = isArchived(first.row);
  const product: ProductItem = {
    kind: 'product',
    line: first.line,
    notes,
    archived,
    input: { sku, ...details, price, options: offered },
  };
  yield product;
  for (const [index, { line, row }] of sold.entries()) {
    const choices = Object.fromEntries(names.map(({ name, column }) => [name, row[column] ?? '']));
    const own = skuOf(row['Variant SKU'] || '') || skuOf(sku, ...Object.values(choices));
    const one = prices[index]!;
    if ('fault' in one) yield notTaken(line, own, one.fault);
    else {
      const attributes = { ...details.attributes, ...variantAttributes(row) };
      yield {
        kind: 'variant',
        line,
        of: sku,
        archived,
        input: { sku: own, choices, price: one, attributes },
      };
    }
  }
  if (archived) yield { kind: 'archive', line: first.line, of: product };
}

function priceOf(row: CsvRow, { currency, amount }: FileOptions) {
  const text = row['Variant Price'] ?? '';
  if (text === '') return amount === undefined ? { fault: 'it has no price' } : { amount, currency };
  const read = minorUnits(text, currency);
  return 'fault' in read ? read : { amount: read.amount, currency };
}

/** Not active (drafts, too), or not published. */
const isArchived = (row: CsvRow): boolean =>
  ['archived', 'draft'].includes(row.Status?.toLowerCase() ?? '') || row.Published?.toUpperCase() === 'FALSE';

function productOf({ row }: Row, rows: readonly Row[]) {
  const { description, notes } = descriptionOf(row['Body (HTML)'] ?? '');
  const images = rows
    .filter(({ row: one }) => one['Image Src'])
    .toSorted((a, b) => Number(a.row['Image Position'] ?? 0) - Number(b.row['Image Position'] ?? 0))
    .map(({ row: one }) => ({ url: urlOf(one['Image Src'] ?? ''), alt: one['Image Alt Text'] ?? '' }));
  const media = [...new Map(images.map((one) => [one.url, one])).values()];
  const more = media.length - limits.mediaMax;
  return {
    name: row.Title ?? '',
    description,
    category: row.Type || null,
    media: media.slice(0, limits.mediaMax),
    attributes: attributesOf({ vendor: row.Vendor, tags: row.Tags }),
    notes: more > 0 ? [...notes, `${more} images are left out: ${limits.mediaMax} at most`] : notes,
  };
}

const variantAttributes = (row: CsvRow) =>
  attributesOf({
    barcode: row['Variant Barcode']?.replace(/^'/, ''),
    weightGrams: numberOf(row['Variant Grams']),
    compareAtPrice: row['Variant Compare At Price'],
  });
