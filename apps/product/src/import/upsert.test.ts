/** What an import does to what is there: a dry run nothing, `upsert` what is said, and the same file again nothing twice. */
import { describe, expect, test } from 'vitest';
import { head, loaderOf, outcomes } from '../../test/importing.ts';
import { catalogOfTests, input } from '../../test/testing.ts';
import type { ImportResult } from '../import/api.ts';

const { send, raw } = catalogOfTests();

describe('an import that is sent again', () => {
  const load = async (lines: readonly object[], key: string) => {
    const headers = { 'Content-Type': 'application/x-ndjson', 'Idempotency-Key': key };
    const text = lines.map((line) => JSON.stringify(line)).join('\n');
    const { body } = await send<string>('POST', '/api/products/import', text, headers);
    return body
      .trimEnd()
      .split('\n')
      .slice(0, -1)
      .map((line) => JSON.parse(line) as ImportResult);
  };

  test('answers the same for every line that was done, and changes nothing', async () => {
    const lines = Array.from({ length: 600 }, () => input());
    const first = await load(lines.slice(0, 300), 'file-1');
    const again = await load(lines, 'file-1');
    expect(again.slice(0, 300)).toEqual(first);
    expect(again.every(({ status }) => status === 'created')).toBe(true);
    expect(await load(lines, 'file-1')).toEqual(again);
    const { body } = await send('GET', `/api/products/${first[0]?.id}/history`);
    expect(body.data).toHaveLength(1);
  });

  test('tells of a line that is another one now, instead of passing over it', async () => {
    const [one, two] = [input(), input()];
    await load([one, two], 'file-2');
    expect(await load([one, { ...two, name: 'Another mug' }], 'file-2')).toMatchObject([
      { line: 1, status: 'created' },
      { line: 2, status: 'refused', code: 'idempotency-key-reused' },
    ]);
  });
});

describe('a file of our own', () => {
  const load = loaderOf(raw);

  test('a dry run says what would be and writes nothing; whole numbers that look like major units are told', async () => {
    const taken = input();
    await send('POST', '/api/products', taken);
    const [one, two] = [input().sku, input().sku];
    const file = `${head}\n${one},Mug,12,EUR\n${two},Cup,1899,EUR\n${one},Again,12,EUR\n${taken.sku},Mug,12,EUR\n,x,1,EUR\n`;
    const plan = await load(file, '?dryRun=true');
    const wanted = [
      [2, 'would-create'],
      [3, 'would-create'],
      [4, 'sku-taken'],
      [5, 'sku-taken'],
      [6, 'validation-failed'],
    ];
    expect(outcomes(plan)).toEqual(wanted);
    // An id of its own would be one that nothing ever has.
    expect(plan.results[0]).toEqual({ line: 2, status: 'would-create', sku: one });
    expect(plan.summary).toMatchObject({
      status: 'summary',
      dryRun: true,
      complete: true,
      results: 5,
      created: 2,
      refused: 3,
      prices: [{ currency: 'EUR', count: 2, lowest: 12, highest: 1899, shown: '0.12 EUR to 18.99 EUR' }],
    });
    const major = await load(`${head}\n${one},Mug,12,EUR\n${two},Cup,189,EUR\n`, '?dryRun=true');
    expect(major.summary.warnings).toEqual([expect.stringContaining('are these major units?')]);
    const yen = await load(`${head}\n${one},Mug,12,JPY\n${two},Cup,189,JPY\n`, '?dryRun=true');
    expect(yen.summary).toMatchObject({ warnings: [], prices: [{ shown: '12 JPY to 189 JPY' }] });
    const done = await load(file);
    expect(outcomes(done).map(([, status]) => status)).toEqual(
      wanted.map(([, status]) => String(status).replace('would-create', 'created')),
    );
  });

  test('upsert changes what is known, only in what is said, and the same file twice changes nothing twice', async () => {
    const { body: known } = await send(
      'POST',
      '/api/products',
      input({ description: 'kept', attributes: { a: 1 } }),
    );
    const fresh = input().sku;
    const file = `sku,amount,currency,name\n${known.sku},1999,EUR,\n${fresh},100,EUR,New\n${fresh},200,EUR,\nNONE-1,1,EUR,\n`;
    expect(outcomes(await load(file))).toEqual([
      [2, 'validation-failed'],
      [3, 'created'],
      [4, 'validation-failed'],
      [5, 'validation-failed'],
    ]);
    const plan = await load(file, '?mode=upsert&dryRun=true');
    expect(outcomes(plan)).toEqual([
      [2, 'would-update'],
      [3, 'unchanged'],
      [4, 'would-update'],
      [5, 'validation-failed'],
    ]);
    const first = await load(file, '?mode=upsert');
    expect(outcomes(first)).toEqual([
      [2, 'updated'],
      [3, 'unchanged'],
      [4, 'updated'],
      [5, 'validation-failed'],
    ]);
    expect(first.summary).toMatchObject({ created: 0, updated: 2, unchanged: 1, refused: 1 });
    const changed = await send('GET', `/api/products/${known.id}?minVersion=2`);
    expect(changed.body).toMatchObject({
      ...known,
      price: { amount: 1999, currency: 'EUR' },
      version: 2,
      updatedAt: expect.anything(),
    });
    const same = `sku,name,amount,currency\n${known.sku},Mug,1999,EUR\n`;
    for (const headers of [{}, { 'Idempotency-Key': 'upsert-0' }, { 'Idempotency-Key': 'upsert-0' }])
      expect(outcomes(await load(same, '?mode=upsert', 'text/csv', headers))).toEqual([[2, 'unchanged']]);
    const keyed = { 'Idempotency-Key': 'upsert-1' };
    const other = same.replace('1999', '2999');
    const results = (await load(other, '?mode=upsert', 'text/csv', keyed)).results;
    expect(results).toMatchObject([{ status: 'updated' }]);
    expect((await load(other, '?mode=upsert', 'text/csv', keyed)).results).toEqual(results);
  });

  test('upsert under a key: what it has created is answered as the first time, whatever has become of it', async () => {
    const keyed = { 'Idempotency-Key': 'upsert-2' };
    const file = `${head}\n${input().sku},Mug,1299,EUR\n`;
    const { results } = await load(file, '?mode=upsert', 'text/csv', keyed);
    expect(results).toMatchObject([{ status: 'created' }]);
    expect((await load(file, '?mode=upsert', 'text/csv', keyed)).results).toEqual(results);
    const price = { amount: 1499, currency: 'EUR' };
    await send('POST', `/api/products/${results[0]?.id}/price`, { price });
    expect((await load(file, '?mode=upsert', 'text/csv', keyed)).results).toEqual(results);
    const { body } = await send('GET', `/api/products/${results[0]?.id}?minVersion=2`);
    expect(body).toMatchObject({ price, version: 2 });
  });
});
