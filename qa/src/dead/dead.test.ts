/** Dead letters are redriven and discarded on a system that runs. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { qa, send } from '../../test/testing.ts';
import { type Lab, startLab } from '../lab.ts';
import { append } from '../lab-io.ts';
import type { Report } from '../verify/command.ts';

let lab: Lab;
beforeAll(async () => {
  lab = await startLab();
  await lab.consume();
});
afterAll(() => lab?.stop());

const productId = '019a0000-0000-7000-8000-00000000beef';
const price = { amount: 100, currency: 'EUR' };
const line = {
  productId,
  sku: 'LATE',
  name: 'Late',
  quantity: 2,
  unitPrice: price,
  lineTotal: { ...price, amount: 200 },
};
const placed = {
  eventType: 'OrderPlacedEvent',
  schema: 1,
  data: { customerId: 'ann', lines: [line], total: line.lineTotal },
};
const deadLetters = async () =>
  JSON.parse((await qa(lab, 'dead', 'list', 'order/inventory', '--json')).out) as { ref: string }[];

/** An order of a product that is not there: the inventory cannot handle it. */
async function orderTooEarly(id: string): Promise<void> {
  await append(lab, 'order', id, placed);
  await lab.caughtUp();
}

test('those of read models are not redriven: it would do nothing', async () => {
  const { code, err } = await qa(lab, 'dead', 'redrive', 'order/order-read-models', '--yes');
  expect([code, err]).toEqual([1, expect.stringContaining('qa rebuild')]);
});

test('the groups of two builds share their dead letters: each is listed once', async () => {
  const poison = { eventType: 'UnheardOfEvent', schema: 1, data: {} };
  await append(lab, 'order', '019a0000-0000-7000-8000-00000000dead', poison);
  await lab.caughtUp();
  await lab.redis.xgroup('CREATE', '{order}:events:0', 'order-read-models-2', '$');
  const { out } = await qa(lab, 'dead', 'list');
  const trace = await qa(lab, 'trace', '019a0000-0000-7000-8000-00000000dead');
  const { findings } = JSON.parse((await qa(lab, 'verify', '--category', 'order', '--json')).out) as Report;
  await lab.redis.xgroup('DESTROY', '{order}:events:0', 'order-read-models-2');
  expect(out.match(/^order\/order-read-models\S*/gm)).toEqual([
    expect.stringMatching(/^order\/order-read-models\/\d/),
  ]);
  expect(trace.out.match(/dead letter \S+ of group order-read-models/g)).toHaveLength(1);
  const dead = findings.filter(({ kind, where }) => kind === 'dead' && where.includes('order-read-models'));
  expect(dead).toHaveLength(1);
});

test('a redrive says what it would do, fails while the cause is there, and works when it is mended', async () => {
  const id = '019a0000-0000-7000-8000-000000000001';
  await orderTooEarly(id);
  expect(await deadLetters()).toMatchObject([{ aggregateId: id, attempts: 1 }]);
  expect(await qa(lab, 'dead', 'redrive', 'order/inventory')).toMatchObject({
    code: 0,
    out: expect.stringMatching(/would redrive 1/),
  });
  expect(await deadLetters()).toMatchObject([{ attempts: 1 }]);
  expect(await qa(lab, 'dead', 'redrive', 'order/inventory', '--yes')).toMatchObject({
    code: 1,
    out: expect.stringMatching(/0 of 1/),
  });
  expect(await deadLetters()).toMatchObject([{ attempts: 2 }]);
  const [cause] = JSON.parse((await qa(lab, 'dead', 'causes', 'order/inventory', '--json')).out);
  expect(cause).toMatchObject({ count: 1, eventTypes: ['OrderPlacedEvent'] });
  for (const [error, count] of [
    [cause.error, 1],
    ['another reason', 0],
  ])
    expect((await qa(lab, 'dead', 'redrive', 'order/inventory', '--error', error)).out).toMatch(
      `would redrive ${count} dead`,
    );
  const data = {
    productId,
    sku: 'LATE',
    name: 'Late',
    description: '',
    price,
    category: null,
    attributes: {},
  };
  await append(lab, 'product', productId, { eventType: 'ProductCreatedEvent', schema: 1, data });
  expect(await qa(lab, 'dead', 'redrive', 'order/inventory', '--aggregate', id, '--yes')).toMatchObject({
    code: 0,
  });
  expect(await deadLetters()).toEqual([]);
  await lab.caughtUp();
  expect(await send(lab, 'order', { method: 'GET', path: `/api/orders/${id}` })).toMatchObject({
    status: 'confirmed',
  });
});

test('a dead letter is discarded with a reason, and that of another aggregate stays', async () => {
  const [first, second] = ['019a0000-0000-7000-8000-000000000002', '019a0000-0000-7000-8000-000000000003'];
  placed.data.lines = [{ ...line, productId: '019a0000-0000-7000-8000-0000000000ff' }];
  await orderTooEarly(first);
  await orderTooEarly(second);
  const ref = (await deadLetters())[0]!.ref;
  const discard = ['dead', 'discard', ref, '--reason', 'never existed'];
  expect(await qa(lab, ...discard)).toMatchObject({ code: 0, out: expect.stringMatching(/would discard 1/) });
  expect(await deadLetters()).toHaveLength(2);
  expect(await qa(lab, ...discard, '--yes')).toMatchObject({ code: 0 });
  expect(await deadLetters()).toMatchObject([{ aggregateId: second }]);
  const [kept] = await lab.redis.xrange('{order}:discarded:inventory', '-', '+');
  expect(kept?.[1]).toEqual(expect.arrayContaining(['never existed', first]));
});

test('the list gives the reason of each, and says that there are more', async () => {
  const id = '019a0000-0000-7000-8000-000000000004';
  await qa(lab, 'dead', 'discard', 'order/inventory', '--reason', 'those of the others', '--yes');
  placed.data.lines = [{ ...line, productId: '019a0000-0000-7000-8000-0000000000ff' }];
  await orderTooEarly(id);
  const data = { reason: 'x', by: 'system' };
  await append(lab, 'order', id, { eventType: 'OrderCancelledEvent', schema: 1, data });
  await lab.caughtUp();
  const list = (...args: string[]) => qa(lab, 'dead', 'list', 'order/inventory', ...args);
  const said = (await list()).out.split('\n');
  expect(said.slice(-3)).toEqual([
    expect.stringMatching(/OrderPlacedEvent .* after 1 attempts: there is no product/),
    expect.stringMatching(/OrderCancelledEvent .*: waits for the dead letters of its aggregate/),
    '',
  ]);
  expect((await list()).err).toBe('');
  const one = await list('--limit', '1');
  expect(one.out.split('\n')).toHaveLength(2);
  expect(one.err).toBe('order/inventory has 1 more: these are the first 1, --limit 2 shows all\n');
  const ref = said[0]!.split(' ')[0]!;
  await qa(lab, 'dead', 'discard', ref, '--reason', 'never existed', '--yes');
  expect((await list()).out).toMatch(/OrderCancelledEvent .*: came after a dead letter that is gone since/);
  await qa(lab, 'dead', 'discard', 'order/inventory', '--reason', 'a test', '--yes');
});
