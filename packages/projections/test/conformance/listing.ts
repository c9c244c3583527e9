/** Lists: order, filters, cursors, and that nothing is lost or repeated while rows come and go. */
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { BadCursorError, type Filter, type ListQuery, type ReadModels, withDetail } from '../../src/index.ts';
import { type Harness, sharedReadModels, withReadModels } from '../harness.ts';
import { counted, event, idOf, made, mugLabels, mugList } from '../mugs.ts';
import { countedMugs, mugs, mugTags } from '../schema.ts';

type Query = ListQuery<typeof mugs>;
const numberOf = ({ id }: { id: string }) => Number(id.slice(-12));

async function pages(
  db: ReadModels,
  query: Query,
  between: (page: number) => Promise<void> = async () => {},
) {
  const numbers: number[] = [];
  let cursor: string | undefined;
  for (let page = 0; ; page++) {
    const { rows, nextCursor } = await db.list(mugs, { ...query, cursor });
    numbers.push(...rows.map(numberOf));
    if (nextCursor === null) return numbers;
    if (page > 500) throw new Error('the list does not end');
    cursor = nextCursor;
    await between(page);
  }
}

const filters: [string, Filter<typeof mugs>[], number[]][] = [
  ['eq', [{ column: 'category', op: 'eq', value: 'bath' }], [1, 3]],
  ['eq null', [{ column: 'category', op: 'eq', value: null }], [4]],
  ['ne null', [{ column: 'category', op: 'ne', value: null }], [0, 1, 2, 3]],
  ['ne', [{ column: 'category', op: 'ne', value: 'bath' }], [0, 2]],
  ['in', [{ column: 'stock', op: 'in', value: [1, 4, 9] }], [1, 4]],
  ['in nothing', [{ column: 'stock', op: 'in', value: [] }], []],
  [
    'a range',
    [
      { column: 'stock', op: 'gte', value: 1 },
      { column: 'stock', op: 'lt', value: 3 },
    ],
    [1, 2],
  ],
  [
    'instants',
    [
      { column: 'soldAt', op: 'gt', value: 1000 },
      { column: 'soldAt', op: 'lte', value: 1002 },
    ],
    [1, 2],
  ],
  ['boolean', [{ column: 'fragile', op: 'eq', value: false }], [2]],
  ['prefix is exact', [{ column: 'sku', op: 'prefix', value: 'Mu' }], [3]],
  ['prefix takes no wildcard', [{ column: 'sku', op: 'prefix', value: '%' }], [4]],
  ['contains regards no case', [{ column: 'name', op: 'contains', value: 'üBer' }], [0, 1]],
  ['contains takes no wildcard', [{ column: 'name', op: 'contains', value: '_[%' }], [2]],
  ['prefix with brackets', [{ column: 'sku', op: 'prefix', value: '[🍵' }], [0]],
  [
    'the empty text is in every text',
    [
      { column: 'name', op: 'contains', value: '' },
      { column: 'category', op: 'prefix', value: '' },
    ],
    [0, 1, 2, 3],
  ],
  ['contains an emoji', [{ column: 'name', op: 'contains', value: '🍵' }], [3]],
  ['eq is exact where sorting is not', [{ column: 'name', op: 'eq', value: 'X' }], []],
  [
    'in is exact where sorting is not',
    [{ column: 'name', op: 'in', value: ['X', 'ÜBER MUG', 'über mug'] }],
    [1],
  ],
  ['eq tells emojis apart', [{ column: 'name', op: 'eq', value: '🫖' }], []],
];

const filtered = [
  { sku: '[🍵]', name: 'Der ÜBER Mug', category: 'kitchen' },
  { sku: 'MUG', name: 'über mug', category: 'bath' },
  { sku: 'mug', name: 'a _[%\\ mug', category: 'Bath', fragile: false },
  { sku: 'Mug', name: '🍵', category: 'bath' },
  { sku: '%', name: 'x', category: null },
].map((mug, n) => made(n + 1, n, { ...mug, stock: n, soldAt: 1000 + n }));

export function listing(harness: Harness): void {
  describe(`listing on ${harness.name}`, () => {
    test('in both directions, by every column that has an index, with ties by key', () =>
      withReadModels(harness, [mugList], async (db) => {
        const stock = [3, 1, 3, 2, 1, 3, 3, 2];
        await db.projector.apply(
          'mug',
          stock.map((stock, n) => made(n + 1, n, { stock, name: stock === 3 ? 'b' : 'A' })),
        );
        const list = (column: Query['sort']['column'], direction: 'asc' | 'desc') =>
          pages(db, { sort: { column, direction }, limit: 3 });
        expect(await list('stock', 'asc')).toEqual([1, 4, 3, 7, 0, 2, 5, 6]);
        expect(await list('stock', 'desc')).toEqual([6, 5, 2, 0, 7, 3, 4, 1]);
        expect(await list('name', 'asc')).toEqual([1, 3, 4, 7, 0, 2, 5, 6]);
        expect(await list('createdAt', 'asc')).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
        expect(await list('sku', 'asc')).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
        expect(await list('sku', 'desc')).toEqual([7, 6, 5, 4, 3, 2, 1, 0]);
        expect(await list('id', 'desc')).toEqual([7, 6, 5, 4, 3, 2, 1, 0]);
      }));

    describe('filters', () => {
      const shelf = sharedReadModels(harness, [mugList]);
      beforeAll(() => shelf().projector.apply('mug', filtered));

      test.each(filters)('%s', async (_, where, expected) => {
        const sort = { column: 'id', direction: 'asc' } as const;
        const page = await shelf().list(mugs, {
          where: [undefined, ...where],
          sort,
          limit: 10,
          includeTotal: true,
        });
        expect(page.rows.map(numberOf)).toEqual(expected);
        expect(page).toMatchObject({ total: expected.length, nextCursor: null });
      });
    });

    test('rows are found by their details, as these are now', () =>
      withReadModels(harness, [mugList], async (db) => {
        const tagged = (pos: number, number: number, attributes: Record<string, unknown>) =>
          event(pos, 'MugTaggedEvent', number, { attributes });
        const found = async (tag: string, ...values: string[]) => {
          const detail = withDetail(mugTags, [
            { column: 'tag', op: 'eq', value: tag },
            { column: 'value', op: 'in', value: values },
          ]);
          return pages(db, { where: [detail], sort: { column: 'createdAt', direction: 'asc' }, limit: 1 });
        };
        const blue = { attributes: { colour: 'blue', size: 1 } };
        await db.projector.apply('mug', [made(1, 1, blue), made(2, 2, blue), made(3, 3, blue), made(4, 4)]);
        expect(await found('colour', 'blue')).toEqual([1, 2, 3]);
        expect(await found('colour', 'Blue')).toEqual([]);
        await db.projector.apply('mug', [
          event(5, 'MugPaintedEvent', 1, { name: 'painted, with the same attributes' }),
          tagged(6, 2, { colour: 'red' }),
          event(7, 'MugBrokenEvent', 3, { by: 'me' }),
          tagged(8, 4, { size: 1 }),
        ]);
        expect(await found('colour', 'blue')).toEqual([1]);
        expect(await found('colour', 'red', 'blue')).toEqual([1, 2]);
        expect(await found('size', '1')).toEqual([1, 4]);
        await db.projector.apply('mug', [tagged(9, 1, {}), made(10, 3, blue)]);
        expect(await found('colour', 'blue')).toEqual([3]);
      }));

    test('rows are found by the details of another projection, which has categories of its own', () =>
      withReadModels(harness, [mugList, mugLabels], async (db) => {
        const found = (isAbsent: boolean) =>
          pages(db, {
            where: [withDetail(countedMugs, [], { owner: 'mugId', isAbsent })],
            sort: { column: 'createdAt', direction: 'asc' },
            limit: 1,
          });
        await db.projector.apply('room', [counted(1, 1, 5), counted(2, 3, 0), counted(3, 4, 2)]);
        expect(await found(false)).toEqual([]);
        await db.projector.apply(
          'mug',
          [1, 2, 3, 4].map((number) => made(number, number)),
        );
        expect(await found(false)).toEqual([1, 4]);
        expect(await found(true)).toEqual([2, 3]);
        await db.projector.apply('room', [counted(4, 1, 0), counted(5, 2, 1)]);
        expect(await found(false)).toEqual([2, 4]);
      }));

    test('counts per value, exact as the values are', () =>
      withReadModels(harness, [mugList], async (db) => {
        await db.projector.apply('mug', filtered);
        const counts = await db.countBy(mugs, 'category', [{ column: 'stock', op: 'gte', value: 1 }]);
        expect([...counts].sort()).toEqual([
          ['Bath', 1],
          ['bath', 2],
        ]);
        const names = await db.countBy(mugs, 'name', []);
        expect(names.get('über mug')).toBe(1);
      }));

    test('a cursor of another sort, filter or list, and one that is made up, is refused', () =>
      withReadModels(harness, [mugList], async (db) => {
        await db.projector.apply(
          'mug',
          Array.from({ length: 5 }, (_, n) => made(n + 1, n)),
        );
        const query: Query = { sort: { column: 'createdAt', direction: 'asc' }, limit: 2 };
        const cursor = (await db.list(mugs, query)).nextCursor!;
        const [list] = JSON.parse(Buffer.from(cursor, 'base64url').toString());
        const forged = (...values: unknown[]) =>
          Buffer.from(JSON.stringify([list, ...values])).toString('base64url');
        const where = [{ column: 'stock', op: 'eq', value: 0 }] as const;
        const refused: Query[] = [
          { ...query, cursor, sort: { column: 'createdAt', direction: 'desc' } },
          { ...query, cursor, sort: { column: 'stock', direction: 'asc' } },
          { ...query, cursor, where },
          ...['', '!', 'abc', '%%%', 'x'.repeat(100_000), forged(), forged(1), forged('1', idOf(1))].map(
            (bad) => ({ ...query, cursor: bad }),
          ),
          ...[forged(1, "' or 1=1"), forged(1, idOf(1), 1), forged(null, idOf(1))].map((bad) => ({
            ...query,
            cursor: bad,
          })),
        ];
        for (const one of refused) await expect(db.list(mugs, one)).rejects.toBeInstanceOf(BadCursorError);
        expect((await db.list(mugs, { ...query, cursor, limit: 9 })).rows.map(numberOf)).toEqual([2, 3, 4]);
      }));

    test('a sort without an index is refused', () =>
      withReadModels(harness, [mugList], async (db) => {
        const sort = { column: 'version', direction: 'asc' } as const;
        await expect(db.list(mugs, { sort, limit: 1 })).rejects.toThrow('index on (version, id)');
      }));

    test('pages show every row that stays exactly once, in order, while others come and go', () =>
      withReadModels(harness, [mugList], async (db) => {
        let pos = 0;
        const change = fc.record({
          number: fc.integer({ min: 240, max: 280 }),
          stock: fc.nat(2),
          gone: fc.boolean(),
        });
        const property = fc.asyncProperty(
          fc.array(fc.nat(2), { minLength: 1, maxLength: 24 }),
          fc.array(change, { maxLength: 24 }),
          fc.constantFrom('asc', 'desc'),
          fc.integer({ min: 1, max: 5 }),
          async (stocks, changes, direction, limit) => {
            const clear = await db.list(mugs, { sort: { column: 'id', direction: 'asc' }, limit: 1000 });
            const gone = clear.rows.map((row) =>
              event(++pos, 'MugBrokenEvent', numberOf(row), { by: 'the test' }),
            );
            await db.projector.apply('mug', [
              ...gone,
              ...stocks.map((stock, n) => made(++pos, n * 10, { stock })),
            ]);
            const between = async (page: number) => {
              const now = changes.filter((_, index) => index % 4 === page % 4);
              const events = now.map(({ number, stock, gone }) =>
                gone
                  ? event(++pos, 'MugBrokenEvent', number, { by: 'the test' })
                  : made(++pos, number, { stock }),
              );
              await db.projector.apply('mug', events);
            };
            const seen = await pages(db, { sort: { column: 'stock', direction }, limit }, between);
            const staying = seen.filter((number) => number < 240);
            const expected = stocks
              .map((stock, n) => ({ stock, number: n * 10 }))
              .sort((a, b) => a.stock - b.stock || a.number - b.number);
            if (direction === 'desc') expected.reverse();
            expect(staying).toEqual(expected.map(({ number }) => number));
          },
        );
        await fc.assert(property, { numRuns: harness.runs, seed: Number(process.env.SEED) });
      }));
  });
}
