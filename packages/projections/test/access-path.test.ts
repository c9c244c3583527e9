/** However the rows of a list are found, it is the same list. The plans are checked for all services in qa/src/lists.test.ts. */
import fc from 'fast-check';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type ListQuery, withDetail } from '../src/index.ts';
import { limits } from '../src/limits.ts';
import { sharedReadModels, sqlite } from './harness.ts';
import { made, mugList, mugOf } from './mugs.ts';
import { type MugRow, mugs, mugTags } from './schema.ts';

const { sortedRowsMax } = limits;
afterEach(() => {
  limits.sortedRowsMax = sortedRowsMax;
});

const rows = Array.from({ length: 200 }, (_, n) =>
  mugOf(n, {
    version: n + 1,
    stock: n % 7,
    name: `${n % 2 ? 'b' : 'B'}${'aAbBéÉ'[n % 6]} ${n % 30} 100%_\\`,
    category: [null, 'bath', 'kitchen', 'Bath'][n % 4]!,
    createdAt: 1000 - (n % 50),
    priceAmount: (n * 37) % 101,
    attributes: { colour: `c${n % 3}`, size: `s${n % 50}` },
  }),
);

type Query = ListQuery<typeof mugs>;
type Filter = { is: NonNullable<Query['where']>[number]; holds: (row: MugRow) => boolean };
const tag = (name: string, value: string): Filter => ({
  is: withDetail(mugTags, [
    { column: 'tag', op: 'eq', value: name },
    { column: 'value', op: 'eq', value },
  ]),
  holds: ({ attributes }) => attributes[name] === value,
});
const filters: Filter[] = [
  { is: { column: 'stock', op: 'eq', value: 3 }, holds: ({ stock }) => stock === 3 },
  { is: { column: 'stock', op: 'gte', value: 2 }, holds: ({ stock }) => stock >= 2 },
  { is: { column: 'stock', op: 'lt', value: 5 }, holds: ({ stock }) => stock < 5 },
  { is: { column: 'category', op: 'eq', value: 'bath' }, holds: ({ category }) => category === 'bath' },
  { is: { column: 'category', op: 'eq', value: null }, holds: ({ category }) => category === null },
  {
    is: { column: 'category', op: 'in', value: ['bath', 'Bath'] },
    holds: ({ category }) => category?.toLowerCase() === 'bath',
  },
  { is: { column: 'category', op: 'ne', value: null }, holds: ({ category }) => category !== null },
  { is: { column: 'sku', op: 'eq', value: 'MUG-5' }, holds: ({ sku }) => sku === 'MUG-5' },
  { is: { column: 'sku', op: 'prefix', value: 'MUG-1' }, holds: ({ sku }) => sku.startsWith('MUG-1') },
  { is: { column: 'name', op: 'contains', value: 'Bé' }, holds: ({ name }) => /bé/i.test(name) },
  { is: { column: 'name', op: 'contains', value: 'BB' }, holds: ({ name }) => /bb/i.test(name) },
  { is: { column: 'name', op: 'contains', value: ' 1%_\\' }, holds: () => false },
  { is: { column: 'name', op: 'contains', value: '0%_\\' }, holds: () => true },
  { is: { column: 'name', op: 'gte', value: 'bb' }, holds: ({ name }) => folded(name) >= 'bb' },
  {
    is: { column: 'priceAmount', op: 'lte', value: 50 },
    holds: ({ priceAmount }) => priceAmount <= 50,
  },
  ...[tag('colour', 'c1'), tag('size', 's7'), tag('size', 'none')],
];
/** As SQLite sorts texts: without regard to the case of ASCII. */
const folded = (name: string) => name.replace(/[A-Z]/g, (letter) => letter.toLowerCase());

describe('a filtered list', () => {
  const shelf = sharedReadModels(sqlite, [mugList]);
  beforeAll(() =>
    shelf().projector.apply(
      'mug',
      rows.map((row, n) => made(n + 1, n, row)),
    ),
  );

  async function pages(query: Query): Promise<MugRow[]> {
    const seen: MugRow[] = [];
    for (let cursor: string | undefined; ; ) {
      const page = await shelf().list(mugs, { ...query, cursor });
      seen.push(...page.rows);
      if (page.nextCursor === null) return seen;
      cursor = page.nextCursor;
    }
  }

  test(
    'is the same by the index of a filter and by the index of the order, page by page',
    { timeout: 60_000 },
    () =>
      fc.assert(
        fc.asyncProperty(
          fc.uniqueArray(fc.constantFrom(...filters), { maxLength: 4 }),
          fc.constantFrom('createdAt', 'name', 'stock', 'id'),
          fc.constantFrom('asc', 'desc'),
          // None is few, some are, all are.
          fc.constantFrom(-1, 30, 1000),
          fc.integer({ min: 1, max: 60 }),
          async (chosen, column, direction, few, limit) => {
            limits.sortedRowsMax = few;
            const sort = { column, direction } as const;
            const all = await shelf().list(mugs, { sort, limit: rows.length });
            const expected = all.rows.filter((row) => chosen.every(({ holds }) => holds(row)));
            const seen = await pages({ where: chosen.map(({ is }) => is), sort, limit });
            expect(seen.map(({ id }) => id)).toEqual(expected.map(({ id }) => id));
          },
        ),
        { numRuns: 300, seed: Number(process.env.SEED), examples: [[[filters[3]!], 'name', 'asc', 30, 60]] },
      ),
  );
});
