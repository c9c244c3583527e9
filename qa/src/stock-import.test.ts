/** Stock by file: counts and differences, of products that the catalog has made. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { send } from '../test/testing.ts';
import { type Lab, startLab } from './lab.ts';

let lab: Lab;
const ids: Record<string, string> = {};
beforeAll(async () => {
  lab = await startLab({ INITIAL_STOCK: '10' });
  await lab.consume();
  for (const sku of ['CUP', 'POT', 'JUG', 'PAN']) {
    const body = { sku, name: sku, price: { amount: 100, currency: 'EUR' } };
    ids[sku] = (await send(lab, 'product', { method: 'POST', path: '/api/products', body })).id;
  }
  await lab.caughtUp();
  const body = { customerId: 'c', lines: [{ sku: 'JUG', quantity: 4 }] };
  await send(lab, 'order', { method: 'POST', path: '/api/orders', body });
  await lab.caughtUp();
}, 60_000);
afterAll(() => lab?.stop());

// biome-ignore lint/suspicious/noExplicitAny: a line of an answer.
type Line = any;
async function load(body: string, query = '', headers: Record<string, string> = {}) {
  const answer = await lab.services.get('inventory')!.api.request(`/api/inventories/import${query}`, {
    method: 'POST',
    headers: { 'Content-Type': 'text/csv', ...headers },
    body,
  });
  const lines: Line[] = (await answer.text())
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  return { status: answer.status, results: lines.slice(0, -1), summary: lines.at(-1) };
}
const outcomes = ({ results }: { results: Line[] }) =>
  results.map(({ line, status, code, onHand }) => [
    line,
    code ?? status,
    ...(onHand === undefined ? [] : [onHand]),
  ]);
const stockOf = async (sku: string) =>
  (await send(lab, 'inventory', { method: 'GET', path: `/api/inventories/${ids[sku]}` })).onHand;

test('counts: by SKU or id, with what is expected and why; the same file again changes nothing', async () => {
  const file = [
    'sku,productId,quantity,expectedQuantity,reason,reference',
    'CUP,,25,,received,PO-1',
    `,${ids.POT},7,10,,`,
    'JUG,,3,,,', // 4 are reserved
    'PAN,,5,9,,',
    'NONE,,5,,,',
    `PAN,${ids.CUP},5,,,`,
    'PAN,,5.5,,,',
    'PAN,,5,,stolen,',
    ',,5,,,',
    'PAN,,10,,,',
  ].join('\n');
  const wanted = [
    [2, 'adjusted', 25],
    [3, 'adjusted', 7],
    [4, 'out-of-stock'],
    [5, 'stock-changed'],
    [6, 'not-found'],
    [7, 'validation-failed'],
    [8, 'validation-failed'],
    [9, 'validation-failed'],
    [10, 'validation-failed'],
    [11, 'unchanged', 10],
  ];
  const plan = await load(file, '?dryRun=true');
  expect(outcomes(plan).map(([line, status]) => [line, status])).toEqual(
    wanted.map(([line, status]) => [line, String(status).replace('adjusted', 'would-adjust')]),
  );
  expect(plan.summary).toMatchObject({
    status: 'summary',
    dryRun: true,
    adjusted: 2,
    unchanged: 1,
    refused: 7,
  });
  await lab.caughtUp();
  expect([await stockOf('CUP'), await stockOf('POT')]).toEqual([10, 10]);
  const first = await load(file);
  expect(outcomes(first)).toEqual(wanted);
  expect(first.summary).toMatchObject({ complete: true, results: 10, adjusted: 2, unchanged: 1, refused: 7 });
  await lab.caughtUp();
  const { data } = await send(lab, 'inventory', {
    method: 'GET',
    path: `/api/inventories/${ids.CUP}/history`,
  });
  expect(data.at(-1)).toMatchObject({
    eventType: 'StockAdjustedEvent',
    data: { delta: 15, onHand: 25, reason: 'received', reference: 'PO-1' },
  });
  expect((await load(file)).summary).toMatchObject({ adjusted: 0, unchanged: 2, refused: 8 });
});

test('lines about one product take effect in the order of the file, whichever way they name it', async () => {
  const lines = ['POT,,21', 'POT,,22', 'POT,,23', `,${ids.POT},24`];
  const { results } = await load(['sku,productId,quantity', ...lines].join('\n'));
  expect(results.map(({ onHand }) => onHand)).toEqual([21, 22, 23, 24]);
  await lab.caughtUp();
  expect(await stockOf('POT')).toBe(24);
});

test('differences need a key, and are added once under it', async () => {
  const before = await stockOf('PAN');
  const file = 'sku,delta\nPAN,+5\nPAN,-2\nPAN,0\n';
  expect(await load(file)).toMatchObject({ status: 400, summary: { code: 'malformed-request' } });
  const headers = { 'Idempotency-Key': 'delivery-1' };
  const first = await load(file, '', headers);
  expect(outcomes(first)).toEqual([
    [2, 'adjusted', before + 5],
    [3, 'adjusted', before + 3],
    [4, 'unchanged', before + 3],
  ]);
  expect((await load(file, '', headers)).results).toEqual(first.results);
  const line = JSON.stringify({ sku: 'PAN', delta: 5 });
  const json = await load(line, '', { 'Content-Type': 'application/x-ndjson' });
  expect(json.results).toMatchObject([
    { status: 'refused', detail: expect.stringContaining('Idempotency-Key') },
  ]);
  await lab.caughtUp();
  expect(await stockOf('PAN')).toBe(before + 3);
});

test.each([
  ['sku,count', 'unknown: count; missing: quantity'],
  ['quantity', 'missing: sku'],
  ['sku,sku,quantity', 'repeated: sku'],
])('a header that is not understood is one 400: %s', async (header, fault) => {
  const { status, summary } = await load(`${header}\nCUP,1\n`);
  expect([status, summary]).toMatchObject([400, { code: 'malformed-request' }]);
  expect(summary.detail).toContain(fault);
});
