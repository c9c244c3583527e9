import { gzipSync } from 'node:zlib';
import type { ImportResult } from '@quickmart/contracts/product-import';
import { describe, expect, test } from 'vitest';
import { catalogOfTests, input } from '../testing.ts';

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

type Summary = { status: 'summary'; warnings: string[]; prices: object[] } & Record<string, unknown>;

describe('a file of our own', () => {
  async function load(file: string, query = '', type = 'text/csv', headers: object = {}) {
    const { status, text } = await raw(
      'POST',
      `/api/products/import${query}`,
      ReadableStream.from([Buffer.from(file)]),
      {
        'Content-Type': type,
        ...headers,
      },
    );
    const lines = text
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    return { status, results: lines.slice(0, -1) as Lines, summary: lines.at(-1) as Summary };
  }
  const outcomes = ({ results }: { results: Lines }) =>
    results.map(({ line, status, code }) => [line, code ?? status]);
  const head = 'sku,name,amount,currency';

  test.each([
    ['sku,name,amount,currency,colour,price', { unknown: ['colour', 'price'] }],
    ['SKU,name,amount,currency', { unknown: ['SKU'], missing: ['sku'] }],
    ['sku,name', { missing: ['amount', 'currency'] }],
    ['sku,sku,name,amount,currency', { repeated: ['sku'] }],
    ['sku;name;amount;currency', { unknown: ['sku;name;amount;currency'], missing: head.split(',') }],
  ])('a header that is not understood is one 400, before anything is created: %s', async (header, faults) => {
    const { sku } = input();
    const { status, summary } = await load(`${header}\n${sku},Mug,1299,EUR\n`);
    const errors = Object.entries(faults).flatMap(([code, names]) =>
      names.map((name) => expect.objectContaining({ code, pointer: `/columns/${name}` })),
    );
    expect([status, summary]).toEqual([400, expect.objectContaining({ code: 'malformed-request', errors })]);
    expect(await load(`${head}\n${sku},Mug,1299,EUR\n`)).toMatchObject({ results: [{ status: 'created' }] });
  });

  test.each(['12.99', '12,99', '1e3', '-5', '0x10'])('an amount of %s says what is meant', async (amount) => {
    const { results } = await load(`${head}\n${input().sku},Mug,"${amount}",EUR\n`);
    expect(results).toMatchObject([
      {
        line: 2,
        code: 'validation-failed',
        detail: expect.stringMatching(
          /^\/price\/amount: (must be a whole number of minor units: 1299 for 12.99 EUR|Too small)/,
        ),
      },
    ]);
    const json = JSON.stringify(input()).replace('1299', '12.99');
    const { results: lines } = await load(json, '', 'application/x-ndjson');
    expect(lines[0]?.detail).toContain('minor units: 1299 for 12.99 EUR');
  });

  test.each(['\n', '\r\n'])('a result has the line that its record begins on (%j)', async (end) => {
    const rows = [
      ...[head, '', `"${input().sku}","a${end}b${end}c",1299,EUR`, '', ''],
      ...[
        `${input().sku},"d${end}e",no,EUR`,
        `${input().sku},f,1299,EUR`,
        `${input().sku},"g${end}h",1,EUR`,
        'x',
      ],
    ];
    expect(outcomes(await load(rows.join(end)))).toEqual([
      [3, 'created'],
      [8, 'validation-failed'],
      [10, 'created'],
      [11, 'created'],
      [13, 'malformed-request'],
    ]);
  });

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
      ...{ status: 'summary', dryRun: true, complete: true, results: 5, created: 2, refused: 3 },
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

  test('a header that is not UTF-8 says so', async () => {
    const bytes = Buffer.from('sku,name,amount,currency,attributes.gr\xf6\xdfe\n', 'latin1');
    const { status, text } = await raw('POST', '/api/products/import', ReadableStream.from([bytes]), {
      'Content-Type': 'text/csv',
    });
    expect([status, JSON.parse(text)]).toEqual([
      400,
      expect.objectContaining({
        detail: expect.stringMatching(/^the header is not UTF-8: save the file as UTF-8/),
      }),
    ]);
  });

  test('variants: products with options first, then their variants by the SKU of the product', async () => {
    const tee = input().sku;
    const header = `${head},options.size,variantOf,choices.size`;
    const rows = [
      ...[`${tee},Tee,1500,EUR,S|M|L,,`, `${tee}-S,,,,,${tee},S`, `${tee}-M,Tee (medium),1600,EUR,,${tee},M`],
      ...[`${tee}-X,,,,,${tee},XL`, `${tee}-S2,,,,,${tee},S`, `${tee}-Y,,,,,NO-SUCH,S`],
    ];
    const file = [header, ...rows].join('\n');
    const wanted = ['created', 'created', 'created', 'choices-invalid', 'variant-exists', 'product-unknown'];
    const plan = await load(file, '?dryRun=true');
    expect(outcomes(plan).map(([, status]) => status)).toEqual(
      wanted.map((status) => status.replace(/^created$/, 'would-create')),
    );
    const first = await load(file);
    expect(outcomes(first).map(([, status]) => status)).toEqual(wanted);
    const { body } = await send('GET', `/api/products/${first.results[2]?.id}`);
    expect(body).toMatchObject({
      name: 'Tee (medium)',
      choices: { size: 'M' },
      price: { amount: 1600, currency: 'EUR' },
    });
    const again = await load(file, '?mode=upsert');
    expect(outcomes(again).map(([, status]) => status)).toEqual([
      ...['unchanged', 'unchanged', 'unchanged', 'choices-invalid', 'variant-exists', 'product-unknown'],
    ]);
  });

  test.each([
    '?format=excel',
    '?mode=replace',
    '?dryRun=yes',
    '?currency=ZZZ',
    '?amount=1.5',
    '?dry=true',
    '?mode=create&mode=upsert',
  ])('%s is refused', async (query) => {
    expect(await load(`${head}\n`, query)).toMatchObject({
      status: 400,
      summary: { code: 'malformed-request' },
    });
  });
});
