/** A file of our own: its header, its amounts, its lines, and its variants. */
import { describe, expect, test } from 'vitest';
import { head, loaderOf, outcomes } from '../../test/importing.ts';
import { catalogOfTests, input } from '../../test/testing.ts';

const { send, raw } = catalogOfTests();
const load = loaderOf(raw);

describe('a file of our own', () => {
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

  const notWhole = 'must be a whole number of minor units: 1299 for 12.99 EUR';
  test.each([
    ['12.99', notWhole],
    ['12,99', notWhole],
    ['1e3', notWhole],
    ['0x10', notWhole],
    ['-5', notWhole],
    ['1000000001', 'must be at most 1000000000'],
  ])('an amount of %s says what is meant', async (amount, words) => {
    const { results } = await load(`${head}\n${input().sku},Mug,"${amount}",EUR\n`);
    const detail = `/price/amount: ${words}`;
    expect(results).toMatchObject([{ line: 2, code: 'validation-failed', detail }]);
  });

  test.each([
    [12.99, notWhole],
    [-5, 'must be at least 0'],
    [1e21, 'must be at most 9007199254740991'],
  ])('an amount of %s in JSON says what is meant', async (amount, words) => {
    const json = JSON.stringify(input({ price: { amount, currency: 'EUR' } }));
    const { results } = await load(json, '', 'application/x-ndjson');
    expect(results[0]?.detail).toContain(`/price/amount: ${words}`);
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

  test('a variant that is in a line above: its dry run and its import say the same', async () => {
    const cup = input().sku;
    const header = `${head},options.size,variantOf,choices.size`;
    const again = `${cup}-S,Cup (small),,,,${cup},S`;
    const file = [header, `${cup},Cup,1500,EUR,S|M,,`, `${cup}-S,,,,,${cup},S`, again].join('\n');
    const statuses = async (query: string) => outcomes(await load(file, query)).map(([, status]) => status);
    expect(await statuses('?mode=upsert&dryRun=true')).toEqual([
      'would-create',
      'would-create',
      'would-update',
    ]);
    expect(await statuses('?mode=upsert')).toEqual(['created', 'created', 'updated']);
  });

  test('the prices in the summary are those that were taken', async () => {
    const pot = input().sku;
    const header = `${head},options.size,variantOf,choices.size`;
    const rows = [
      `${pot},Pot,1500,EUR,S|M,,`,
      `${pot}-S,Pot,1600,EUR,,${pot},S`,
      `${pot}-X,Pot,9900,EUR,,${pot},X`,
    ];
    for (const query of ['?dryRun=true', '']) {
      const { summary } = await load([header, ...rows].join('\n'), query);
      expect(summary.prices).toMatchObject([{ count: 2, lowest: 1500, highest: 1600 }]);
    }
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
