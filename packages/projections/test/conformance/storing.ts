/** What a row holds is what it gives back, and no text is anything but text. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Harness, sharedReadModels, withReadModels } from '../harness.ts';
import { idOf, made, mugList, mugOf, shelfCount, shelved } from '../mugs.ts';
import { type MugRow, mugs, shelves } from '../schema.ts';

const texts = [
  ...[
    "'); drop table mugs; --",
    "' or 1=1 --",
    '" or ""="',
    '[mugs]]',
    '%',
    '_',
    '100% [a-z]_',
    '\\',
    '\\\\%',
    '/*',
    '@par0',
    '$1',
    '?',
  ],
  ...[
    'Ünïcödé ÅØÆ',
    'straße',
    '日本語のマグ',
    'עברית',
    '☕️🧑‍🍳👩‍👩‍👧‍👦',
    '\u{1F600}',
    'é (composed), é (combining)',
  ],
  ...[
    'line\nbreak\r\nand\ttab',
    '"quoted" and \'quoted\'',
    '{"json": [1]}',
    '\u0001\u001f',
    '\ufdd0"\ufdd1\\',
    '\u2028',
    'null',
    '',
  ],
];

const values: [string, Partial<MugRow>][] = [
  ['the largest exact integer', { priceAmount: Number.MAX_SAFE_INTEGER }],
  ['the smallest exact integer', { priceAmount: Number.MIN_SAFE_INTEGER }],
  ['the ends of 32 bits', { stock: 2 ** 31 - 1 }],
  ['the other end of 32 bits', { stock: -(2 ** 31) }],
  ['nothing', { category: null, note: null, soldAt: null }],
  ['something where nothing may be', { category: 'kitchen', note: 'sold out', soldAt: 0 }],
  ['false', { fragile: false }],
  [
    'the first and the last instant',
    { createdAt: Date.UTC(9999, 11, 31, 23, 59, 59, 999), soldAt: -62_135_596_800_000 },
  ],
  ['a millisecond before 1970', { createdAt: -1 }],
  ['a summer night without an hour', { createdAt: Date.UTC(2026, 2, 29, 1, 30, 0, 1) }],
  [
    'nested JSON',
    {
      attributes: {
        a: [1, 2.5, 'x', null, { b: true }],
        'key "with" \\ quotes': texts,
        big: 2 ** 53 - 1,
        small: 1e-300,
      },
    },
  ],
  [
    'JSON of 600 lines, such as a large order',
    {
      attributes: { lines: Array.from({ length: 600 }, (_, n) => ({ n, name: `${'☕"'.repeat(20)} ${n}` })) },
    },
  ],
  ['a text of the full length', { name: '☕'.repeat(200), note: 'n'.repeat(5000) }],
  ['a text of the full length, of emoji', { name: '\u{1F600}'.repeat(200), note: '\u{1F600}'.repeat(5000) }],
];

/** Of one UTF-16 unit, of two, and what only looks like one character; in any order. */
const characters = [
  'a',
  'A',
  'é',
  'e',
  '\u0301',
  '漢',
  '\ufffd',
  '\u200d',
  '☕',
  '\u{1F600}',
  '\u{10FFFF}',
  '\u{1D160}',
  '"',
];
/** As long as a column of `max` characters takes, or shorter, and no blank at the end. */
const textOf = (max: number) =>
  fc.oneof(
    fc.constantFrom(...characters).map((character) => character.repeat(max)),
    fc.array(fc.constantFrom(...characters), { maxLength: max, size: 'max' }).map((list) => list.join('')),
  );

export function storing(harness: Harness): void {
  describe(`storing on ${harness.name}`, () => {
    test('every text comes back as it was, in every kind of column', () =>
      withReadModels(harness, [mugList], async (db) => {
        const rows = texts.map((text, number) =>
          mugOf(number, { name: text, note: text, category: text, attributes: { [text]: text } }),
        );
        await db.projector.apply(
          'mug',
          rows.map((row, number) => made(number + 1, number, row)),
        );
        for (const row of rows) {
          expect(await db.get(mugs, row.id)).toEqual(row);
          for (const column of ['name', 'category', 'note'] as const) {
            const where = [{ column, op: 'eq', value: String(row[column]) }] as const;
            const page = await db.list(mugs, { where, sort: { column: 'id', direction: 'asc' }, limit: 9 });
            expect(page.rows).toEqual([row]);
          }
        }
        expect(await db.getMany(mugs, 'category', texts)).toHaveLength(texts.length);
        expect(await db.getMany(mugs, 'name', texts)).toHaveLength(texts.length);
      }));

    test('a text holds as many characters as it says, whatever they are, and is found by them', () =>
      withReadModels(harness, [mugList], async (db) => {
        let pos = 0;
        const property = fc.asyncProperty(textOf(200), textOf(100), async (name, category) => {
          pos++;
          const row = mugOf(pos, { name, category, note: name.repeat(20), version: pos });
          await db.projector.apply('mug', [made(pos, pos, row)]);
          expect(await db.get(mugs, row.id)).toEqual(row);
          for (const column of ['name', 'category', 'note'] as const) {
            const where = [
              { column, op: 'eq', value: String(row[column]) },
              { column: 'version', op: 'eq', value: pos },
            ] as const;
            const page = await db.list(mugs, { where, sort: { column: 'name', direction: 'asc' }, limit: 9 });
            expect(page.rows).toEqual([row]);
          }
        });
        await fc.assert(property, { numRuns: harness.runs, seed: Number(process.env.SEED) });
        const names: string[] = [];
        for (let cursor: string | undefined; ; ) {
          const sort = { column: 'name', direction: 'asc' } as const;
          const page = await db.list(mugs, { sort, limit: 7, cursor });
          names.push(...page.rows.map(({ id }) => id));
          if (page.nextCursor === null) break;
          cursor = page.nextCursor;
        }
        expect(new Set(names).size).toBe(pos);
        expect(names).toHaveLength(pos);
      }));

    describe('a row holds', () => {
      const shelf = sharedReadModels(harness, [mugList]);

      test.each(values.map(([name, over], index) => ({ name, over, index })))(
        '$name',
        async ({ over, index }) => {
          // Beside plain texts, beside one with quotes and beside one with a control character: they may travel in different ways.
          const rows = [`${index}`, `"${index}"`, `\n${index}`].map((sku, kind) => {
            const number = 3 * index + kind + 1;
            return { number, row: mugOf(number, { ...over, version: index, sku }) };
          });
          await shelf().projector.apply(
            'mug',
            rows.map(({ number, row }) => made(number, number, row)),
          );
          for (const { number, row } of rows) expect(await shelf().get(mugs, idOf(number))).toEqual(row);
          for (const [column, value] of Object.entries(over)) {
            if (column === 'attributes') continue;
            const where = [
              { column, op: 'eq', value } as never,
              { column: 'version', op: 'eq', value: index } as never,
            ];
            const page = await shelf().list(mugs, {
              where,
              sort: { column: 'id', direction: 'asc' },
              limit: 9,
            });
            expect(page.rows).toHaveLength(rows.length);
          }
        },
      );
    });

    test('keys differ by case and by accent', () =>
      withReadModels(harness, [shelfCount], async (db) => {
        const names = [
          'mug',
          'Mug',
          'MUG',
          'müg',
          'mùg',
          'mu\u0308g',
          'straße',
          'strasse',
          'ﬀ',
          'ff',
          '☕',
          '☕️',
          "o'mug",
          '"mug"',
        ];
        await db.projector.apply(
          'mug',
          names.map((name, index) => shelved(index + 1, name)),
        );
        for (const name of names) expect(await db.get(shelves, name)).toEqual({ name, mugs: 1 });
        expect(await db.getMany(shelves, 'name', names)).toHaveLength(names.length);
        expect(await db.getMany(shelves, 'name', ['mUg'])).toEqual([]);
      }));

    test('a row that does not fit its table is refused, and named', () =>
      withReadModels(harness, [mugList], async (db) => {
        const unfit: Partial<MugRow>[] = [
          ...[
            { name: 'n'.repeat(201) },
            { name: '\u{1F600}'.repeat(201) },
            { category: `${'\u{1F600}'.repeat(100)}a` },
            { sku: 'trailing ' },
            { currency: 'EURO' },
            { currency: 'E' },
            { name: 'nul \0' },
          ],
          ...[
            { name: 'lone \ud800' },
            { priceAmount: 2 ** 53 },
            { priceAmount: 0.5 },
            { stock: 2 ** 31 },
            { createdAt: Number.NaN },
          ],
        ];
        for (const over of unfit) {
          const [column] = Object.keys(over);
          await expect(db.projector.apply('mug', [made(1, 1, over)])).rejects.toThrow(
            `mugs.${column} cannot be`,
          );
        }
      }));

    test('thousands of values are looked up at once, and impossible ones find nothing', () =>
      withReadModels(harness, [mugList], async (db) => {
        await db.projector.apply(
          'mug',
          Array.from({ length: 20 }, (_, n) => made(n + 1, n, { sku: n < 10 ? `MUG-${n}` : `"MUG"-${n}` })),
        );
        // More than the parameters that SQL Server takes.
        for (const [sku, count] of [
          ['MUG', 10],
          ['"MUG"', 10],
        ] as const) {
          const skus = Array.from({ length: 2500 }, (_, n) => `${sku}-${n}`);
          expect(await db.getMany(mugs, 'sku', skus)).toHaveLength(count);
        }
        expect(await db.getMany(mugs, 'id', ['no uuid', idOf(3), idOf(3)])).toHaveLength(1);
        expect(await db.getMany(mugs, 'stock', [0, 1.5, Number.MAX_SAFE_INTEGER])).toHaveLength(20);
        expect(await db.getMany(mugs, 'sku', [])).toEqual([]);
        expect(await db.get(mugs, "' or 1=1 --")).toBeUndefined();

        // They ask at the same time, so it is one statement.
        const asked = [[idOf(1)], [idOf(2), idOf(1)], ['no uuid'], [idOf(99)]];
        const found = await Promise.all(asked.map((ids) => db.getMany(mugs, 'id', ids)));
        expect(found.map((rows) => rows.map(({ id }) => id).sort())).toEqual([
          [idOf(1)],
          [idOf(1), idOf(2)],
          [],
          [],
        ]);
      }));
  });
}
