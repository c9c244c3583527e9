/** What the bytes of an import are: encodings, compressions, and what is none of them. */
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { catalogOfTests, input } from '../../test/testing.ts';
import type { ImportResult } from '../import/api.ts';

const { send, raw } = catalogOfTests();

const csvHead = 'sku,name,amount,currency,attributes.colour\n';
type Lines = ImportResult[];

/** The answer to a body as it is, in pieces of `size` bytes. */
async function sent(body: Uint8Array, headers: Record<string, string>, size = body.length): Promise<Answer> {
  const pieces = Array.from({ length: Math.ceil(body.length / size) }, (_, n) =>
    body.subarray(n * size, (n + 1) * size),
  );
  const { status, text } = await raw('POST', '/api/products/import', ReadableStream.from(pieces), headers);
  const lines = text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  // The last line is the summary.
  return { status, lines: status === 200 ? lines.slice(0, -1) : lines };
}
type Answer = { status: number; lines: Lines };

describe('what the bytes of an import are', () => {
  const csv = { 'Content-Type': 'text/csv' };
  const ndjson = { 'Content-Type': 'application/x-ndjson' };
  const nameOf = async (result: ImportResult | undefined) =>
    (await send('GET', `/api/products/${result?.id}`)).body.name;

  test.each([1, 2, 3, 7, 1000])('UTF-8 in pieces of %i bytes', async (size) => {
    const name = 'Caf\u00e9 \u6f22 \u{1F600} \u00ad\ufffd';
    const { lines } = await sent(Buffer.from(`${JSON.stringify(input({ name }))}\n`), ndjson, size);
    expect(lines).toMatchObject([{ status: 'created' }]);
    expect(await nameOf(lines[0])).toBe(name);
  });

  test.each([1, 5, 1000])(
    'a line that is not UTF-8 is refused, the others are not (pieces of %i bytes)',
    async (size) => {
      const rows = ['A', 'Caf\xe9', '"Caf\xe9\n, Paris"', 'Z'].map(
        (name) => `${input().sku},${name},1299,EUR,blue`,
      );
      const { lines } = await sent(Buffer.from(csvHead + rows.join('\n'), 'latin1'), csv, size);
      const refused = {
        status: 'refused',
        code: 'malformed-request',
        detail: expect.stringContaining('not UTF-8'),
      };
      expect(lines).toMatchObject([{ status: 'created' }, refused, refused, { status: 'created' }]);
      const json = Buffer.from(
        [input(), input({ name: 'Caf\xe9' }), input()].map((line) => JSON.stringify(line)).join('\n'),
        'latin1',
      );
      expect((await sent(json, ndjson, size)).lines).toMatchObject([
        { status: 'created' },
        refused,
        { status: 'created' },
      ]);
    },
  );

  test.each([
    ['windows-1252', 'Caf\xe9 5\x80', 'Caf\u00e9 5\u20ac'],
    ['"ISO-8859-1"', 'Caf\xe9', 'Caf\u00e9'],
    ['utf-16le', Buffer.from('Caf\u00e9', 'utf16le').toString('latin1'), 'Caf\u00e9'],
  ])('%s, where that is declared', async (charset, name, expected) => {
    const wide = (text: string) =>
      charset === 'utf-16le' ? Buffer.from(text, 'utf16le').toString('latin1') : text;
    const text = [wide(`${csvHead}${input().sku},`), name, wide(',1299,EUR,blue\n')].join('');
    const type = { 'Content-Type': `text/csv; charset=${charset}` };
    const { lines } = await sent(Buffer.from(text, 'latin1'), type, 3);
    expect(lines).toMatchObject([{ status: 'created' }]);
    expect(await nameOf(lines[0])).toBe(expected);
  });

  test('gzip, where that is declared', async () => {
    const body = gzipSync(JSON.stringify(input({ name: 'Caf\u00e9' })));
    const { lines } = await sent(body, { ...ndjson, 'Content-Encoding': 'gzip' }, 5);
    expect(await nameOf(lines[0])).toBe('Caf\u00e9');
  });

  test.each([
    ['gzip that is not declared', gzipSync('a'), {}],
    ['UTF-16 that is not declared', Buffer.from('\ufeffsku', 'utf16le'), {}],
    ['a spreadsheet', Buffer.from('PK\x03\x04 '), {}],
    ['a charset that nobody knows', Buffer.from('sku'), { 'Content-Type': 'text/csv; charset=klingon' }],
    ['another compression', Buffer.from('sku'), { 'Content-Encoding': 'br' }],
  ])('%s is 415', async (_, body, headers) => {
    const { status, lines } = await sent(body, { ...csv, ...headers });
    expect([status, lines]).toEqual([415, [expect.objectContaining({ code: 'media-type-unsupported' })]]);
  });

  test.each([
    ['it is not valid gzip', 'gzip', Buffer.from('sku,name\n')],
    ['it unpacks to far too much', 'gzip', gzipSync(Buffer.alloc(20_000_000, 0x0a))],
  ])('what cannot be unpacked ends the import, and says so: %s', async (detail, coding, body) => {
    const { lines } = await sent(body, { ...csv, 'Content-Encoding': coding });
    expect(lines).toMatchObject([
      { status: 'refused', code: 'malformed-request', detail: expect.stringContaining(detail) },
    ]);
  });

  test('what is before the end is taken, and the end is said', async () => {
    const body = gzipSync(
      [input(), input()]
        .map((line) => `${JSON.stringify(line)}\n`)
        .join('')
        .repeat(1),
    );
    const { lines } = await sent(body.subarray(0, -8), { ...ndjson, 'Content-Encoding': 'gzip' });
    expect(lines.at(-1)).toMatchObject({
      status: 'refused',
      detail: expect.stringContaining('the import ends here'),
    });
  });
});
