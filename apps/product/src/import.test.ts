import type { ImportResult } from '@quickmart/contracts/product';
import { describe, expect, test } from 'vitest';
import { catalogOfTests, input } from './testing.ts';

const { send } = catalogOfTests();

describe('an import that is sent again', () => {
  const load = async (lines: readonly object[], key: string) => {
    const headers = { 'Content-Type': 'application/x-ndjson', 'Idempotency-Key': key };
    const text = lines.map((line) => JSON.stringify(line)).join('\n');
    const { body } = await send<string>('POST', '/api/products/import', text, headers);
    return body
      .trimEnd()
      .split('\n')
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
