/** The format of our own: NDJSON as in createProduct, or CSV with these columns. */
import { attributeName } from '@quickmart/contracts/product/shapes';
import { type CsvRow, type ImportLine, type ImportShape, refuseColumns } from '@quickmart/service';
import type { Item } from './item.ts';

const columns = ['sku', 'name', 'amount', 'currency', 'description', 'category', 'variantOf'];
const groups = ['attributes.', 'options.', 'choices.'];
const isKnown = (name: string): boolean =>
  columns.includes(name) ||
  groups.some((group) => name.startsWith(group) && attributeName.test(name.slice(group.length)));

/** `mode`: what changes known products needs their SKU only. */
export const ownShape = (mode: 'create' | 'upsert'): ImportShape => ({
  columns: (names) => {
    const required = mode === 'upsert' || names.includes('variantOf') ? ['sku'] : columns.slice(0, 4);
    const missing = required.filter((name) => !names.includes(name));
    refuseColumns(names, isKnown, missing, `${columns.join(', ')}, ${groups.join('<name>, ')}<name>`);
  },
  row: rowAsJson,
});

/** An empty cell is one that is not there. */
function rowAsJson(row: CsvRow): unknown {
  const { amount = '', currency = '', ...rest } = row;
  const fields = Object.entries(rest).filter(([name, value]) => value !== '' && columns.includes(name));
  const [attributes, options, choices] = groups.map((group) => groupOf(row, group));
  const price = {
    ...(amount !== '' && { amount: wholeNumber(amount) }),
    ...(currency !== '' && { currency }),
  };
  return {
    ...Object.fromEntries(fields),
    ...(Object.keys(price).length > 0 && { price }),
    ...(attributes && { attributes }),
    ...(options && hasAny(options) && { options: split(options) }),
    ...(choices && hasAny(choices) && { choices }),
  };
}

const hasAny = (group: object): boolean => Object.keys(group).length > 0;
const wholeNumber = (text: string): unknown => (/^\d+$/.test(text) ? Number(text) : text);

/** Undefined where the file has no such columns: then nothing is said about them. */
function groupOf(row: CsvRow, group: string): Record<string, string> | undefined {
  const own = Object.entries(row).filter(([name]) => name.startsWith(group));
  if (own.length === 0) return undefined;
  const filled = own.filter(([, value]) => value !== '');
  return Object.fromEntries(filled.map(([name, value]) => [name.slice(group.length), value]));
}

const split = (options: Record<string, string>) =>
  Object.fromEntries(
    Object.entries(options).map(([name, values]) => [name, values.split('|').map((value) => value.trim())]),
  );

export async function* ownItems(lines: AsyncIterable<ImportLine>): AsyncIterable<Item> {
  for await (const one of lines) yield itemOf(one);
}

function itemOf(one: ImportLine): Item {
  const { line } = one;
  if ('unreadable' in one)
    return { kind: 'refused', line, code: 'malformed-request', detail: one.unreadable };
  const { input } = one;
  if (typeof input !== 'object' || input === null || !('variantOf' in input))
    return { kind: 'product', line, input };
  const { variantOf, ...rest } = input;
  return { kind: 'variant', line, of: variantOf, input: rest };
}
