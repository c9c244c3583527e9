/** Looking: what the commands show, and that none of them changes a key or a row. */
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, expect, onTestFinished, test, vi } from 'vitest';
import { digest, qa, sellMugs, send, storedName } from '../../test/testing.ts';
import { type Lab, startLab } from '../lab.ts';
import { append } from '../lab-io.ts';

let lab: Lab;
let orderId: string;
let productId: string;
const correlation = 'a-request-of-this-test';

beforeAll(async () => {
  lab = await startLab();
  productId = await sellMugs(lab);
  const body = { customerId: 'ann', lines: [{ productId, quantity: 3 }] };
  ({ id: orderId } = await send(lab, 'order', {
    method: 'POST',
    path: '/api/orders',
    body,
    headers: { 'X-Correlation-Id': correlation },
  }));
  await lab.caughtUp();
  // No product has this id, so the inventory gives the order up.
  const lines = [{ ...line('019a0000-0000-7000-8000-00000000beef'), quantity: 1 }];
  await append(lab, 'order', '019a0000-0000-7000-8000-00000000dead', {
    eventType: 'OrderPlacedEvent',
    schema: 1,
    data: { customerId: 'bob', lines, total: money },
  });
  await lab.caughtUp();
  // Whoever reads renews its leases; the digests are of what stands still.
  for (const { consumers } of lab.services.values()) await consumers.stop();
});
afterAll(() => lab?.stop());

const money = { amount: 1, currency: 'EUR' };
const line = (id: string) => ({ productId: id, sku: 'X', name: 'X', unitPrice: money, lineTotal: money });

const reads: string[][] = [
  ['tail', '--no-follow'],
  ['tail', 'order', '--no-follow', '--since', '1h', '--json'],
  ['find', 'ORDER', '--json'],
  ['find', correlation, '--by', 'correlation'],
  ['show', 'ORDER'],
  ['show', 'ORDER', '--json'],
  ['trace', correlation],
  ['trace', 'ORDER', '--json'],
  ['groups'],
  ['groups', '--partitions'],
  ['lag'],
  ['lag', '--wait', '0', '--json'],
  ['dead', 'list'],
  ['dead', 'list', 'order/inventory', '--json'],
  ['dead', 'redrive', 'order/inventory'],
  ['dead', 'discard', 'order/inventory', '--reason', 'none'],
  ['verify'],
  ['replay', '--json'],
  ['replay', '--speed', 'x100'],
  ['replay', '--service', 'order'],
  ['replay', '--compare'],
  ['replay', '--into', 'ELSEWHERE', '--yes'],
  ['record', '/dev/null', '--force'],
  ['heal', 'product'],
  ['rebuild', 'order/order-list'],
  ['inject', 'poison', 'order'],
  ['inject', 'event', 'order/ORDER', 'OrderConfirmedEvent'],
  ['rewind', 'order/inventory', '--to', 'first'],
  ['export', 'ann'],
];

test.each(reads)('nothing is changed by: qa %s %s %s', async (...args) => {
  const before = await digest(lab);
  const words = args.map((word) => word.replace('ORDER', orderId).replace('ELSEWHERE', `${lab.url}/7`));
  // The dead letter is a finding.
  expect(await qa(lab, ...words)).toMatchObject({ code: args[0] === 'verify' ? 1 : 0 });
  expect(await digest(lab)).toBe(before);
});

test('every command was asked, but those that write or bring a system of their own', async () => {
  const { out } = await qa(undefined, '--help');
  const names = [...out.matchAll(/^ {2}([a-z]+)(?: \[| <| {2})/gm)].map(([, name]) => name);
  const asked = new Set(reads.map(([name]) => name));
  const others = ['scenario', 'import', 'quote', 'erase', 'retail', 'load', 'chaos', 'token', 'help'];
  expect(names.filter((name) => !asked.has(name!))).toEqual(others);
});

test('the digest sees a key, a row, and the place of a group', async () => {
  const digests = [await digest(lab)];
  await lab.redis.xgroup('CREATE', '{order}:events:0', 'one-more', '0');
  digests.push(await digest(lab));
  await lab.redis.xgroup('SETID', '{order}:events:0', 'one-more', '0-1');
  digests.push(await digest(lab));
  await lab.redis.set('one-more', 1);
  digests.push(await digest(lab));
  const database = new DatabaseSync(`${lab.data}/order.sqlite`);
  const orders = storedName(database, 'orders');
  database.exec(`update ${orders} set shortages = '[]' where id = '${orderId}'`);
  digests.push(await digest(lab));
  database.exec(`update ${orders} set shortages = null where id = '${orderId}'`);
  database.close();
  await lab.redis.del('one-more');
  await lab.redis.xgroup('DESTROY', '{order}:events:0', 'one-more');
  expect(new Set(digests).size).toBe(5);
});

test('tail shows what the filters leave, of all categories in the order of their times', async () => {
  const { out } = await qa(
    lab,
    'tail',
    '--no-follow',
    '--since',
    '1h',
    '--correlation',
    correlation,
    '--json',
  );
  const events = out
    .trim()
    .split('\n')
    .map((text) => JSON.parse(text));
  expect(events.map(({ eventType }) => eventType)).toEqual(
    expect.arrayContaining(['OrderPlacedEvent', 'StockReservedEvent', 'OrderConfirmedEvent']),
  );
  expect(events.map(({ meta }) => meta.correlationId)).toEqual(events.map(() => correlation));
  const times = events.map(({ at }) => at);
  expect(times).toEqual(times.toSorted());
  const types = events.map(({ eventType }) => eventType);
  expect(types.indexOf('StockReservedEvent')).toBeLessThan(types.indexOf('OrderConfirmedEvent'));
  const reserved = await qa(lab, 'tail', '--no-follow', '--aggregate', orderId, '--type', 'Reserv', '--json');
  expect(reserved.out.trim().split('\n')).toHaveLength(2);
});

test('a span ago is one by the clock of Redis, whatever that of this machine says', async () => {
  const hour = 3_600_000;
  const ahead = Date.now() + 2 * hour;
  vi.spyOn(Date, 'now').mockReturnValue(ahead);
  onTestFinished(() => void vi.restoreAllMocks());
  const counted = async (...args: string[]) => (await qa(lab, ...args)).out.trim().split('\n').length;
  const events = await counted('tail', '--no-follow', '--last', '1000');
  expect(await counted('tail', '--no-follow', '--since', '1h')).toBe(events);
  expect((await qa(lab, 'trace', orderId, '--since', '1h')).code).toBe(0);
  const { out } = await qa(lab, 'rewind', 'order/inventory', '--to', '1h', '--json');
  expect(JSON.parse(out)).not.toEqual([]);
  expect(JSON.parse((await qa(lab, 'replay', '--from', '1h', '--json')).out).events).toBe(events);
});

test('show folds the state of an order, and of what others keep for it under the same id', async () => {
  const { out } = await qa(lab, 'show', orderId, '--json');
  const [pickList, reservation, order] = JSON.parse(out).sort(
    (a: { category: string }, b: { category: string }) => a.category.localeCompare(b.category),
  );
  expect([pickList, reservation, order].map(({ category }) => category)).toEqual([
    'delivery',
    'inventory',
    'order',
  ]);
  const stages = order.steps.map(({ state }: { state: { stage: string } }) => state.stage);
  expect([stages[0], stages.at(-1)]).toEqual(['reserving', 'confirmed']);
  expect(reservation.steps.at(-1).state).toMatchObject({ status: 'confirmed' });
  const first = await qa(lab, 'show', order.steps[0].event.position, '--json');
  expect(JSON.parse(first.out)[0].steps).toHaveLength(1);
  expect((await qa(lab, 'show', orderId)).out).toMatch(/stage: "confirming" → "confirmed"/);
});

test('find knows an event by its position, its id, its aggregate and its request', async () => {
  const all = async (...args: string[]) => JSON.parse((await qa(lab, 'find', ...args, '--json')).out);
  const [placed, ...more] = await all(orderId);
  expect([placed.eventType, more.length > 0]).toEqual(['OrderPlacedEvent', true]);
  for (const one of [placed.position, placed.eventId]) expect(await all(one)).toEqual([placed]);
  const types = (await all(correlation)).map(({ eventType }: { eventType: string }) => eventType);
  expect(types).toEqual(expect.arrayContaining(['OrderPlacedEvent', 'StockReservedEvent']));
  expect((await qa(lab, 'find', orderId)).out).toMatch(/^[\d:.]+ order\.\d@1-\d+ +OrderPlacedEvent/);
});

test('trace hangs every event under its cause, and says where the story ended in the dead letters', async () => {
  // The first order takes some numbers for it and those after it.
  const roots = JSON.parse((await qa(lab, 'trace', orderId, '--json')).out);
  const root = roots.at(-1);
  expect(root.event.eventType).toBe('OrderPlacedEvent');
  const below = (node: { led: { event: { eventType: string } }[] }) =>
    node.led.map(({ event }) => event.eventType).sort();
  expect(below(root)).toEqual(['StockAllocatedEvent', 'StockReservedEvent']);
  const { out } = await qa(lab, 'trace', '019a0000-0000-7000-8000-00000000dead');
  expect(out).toMatch(
    /OrderPlacedEvent.*\n.*dead letter .* of group inventory after 1 attempts: there is no product/,
  );
});

test('groups, lag and dead list count what is there', async () => {
  const groups = JSON.parse((await qa(lab, 'groups', '--json')).out);
  expect(
    groups.map(({ category, group }: { category: string; group: string }) => `${category}/${group}`),
  ).toEqual(
    expect.arrayContaining([
      'product/inventory',
      'order/inventory',
      'inventory/order',
      'order/order-read-models',
    ]),
  );
  expect((await qa(lab, 'lag', '--wait', '0')).code).toBe(0);
  const [letter, ...more] = JSON.parse((await qa(lab, 'dead', 'list', '--json')).out);
  expect([letter.eventType, more]).toEqual(['OrderPlacedEvent', []]);
  expect((await qa(lab, 'dead', 'show', letter.ref)).out).toMatch(
    /error {5}PermanentError: there is no product/,
  );
});

test('a group that is gone altogether is missing, and nobody has caught up without it', async () => {
  const streams = await lab.redis.keys('{order}:events:*');
  const group = async (name: string) => {
    const all = JSON.parse((await qa(lab, 'groups', '--json')).out) as Record<string, unknown>[];
    return all.filter((one) => one.category === 'order' && one.group === name);
  };
  const [before] = await group('payment');
  expect(before).not.toHaveProperty('missing');
  const places = await Promise.all(
    streams.map(async (stream) => {
      const groups = (await lab.redis.xinfo('GROUPS', stream)) as string[][];
      const flat = groups.find((one) => one[one.indexOf('name') + 1] === 'payment');
      return [stream, flat?.[flat.indexOf('last-delivered-id') + 1]] as const;
    }),
  );
  for (const stream of streams) await lab.redis.xgroup('DESTROY', stream, 'payment');
  expect(await group('payment')).toMatchObject([{ missing: true, head: before?.head, lag: before?.head }]);
  expect((await qa(lab, 'groups')).out).toMatch(/^order +payment .*missing/m);
  expect((await qa(lab, 'groups', '--partitions')).out).toMatch(/^order +payment .*missing/m);
  const { code, out } = await qa(lab, 'lag', '--wait', '0');
  expect([code, out]).toEqual([1, expect.stringMatching(/^order +payment .*missing/m)]);
  for (const [stream, id] of places) if (id) await lab.redis.xgroup('CREATE', stream, 'payment', id);
  expect((await qa(lab, 'lag', '--wait', '0')).code).toBe(0);
});

test.each([
  [1, 'no category', ['show', '019a0000-0000-7000-8000-000000000000']],
  [1, 'nothing in the log', ['find', 'unheard-of']],
  [1, 'no event belongs', ['trace', 'unheard-of']],
  [1, 'no such dead letter', ['dead', 'show', 'order/inventory/1-1']],
  [1, 'has no group', ['dead', 'list', 'order/nobody']],
  [1, 'has no group', ['dead', 'redrive', 'order/nobody', '--yes']],
  [1, 'has no group', ['dead', 'discard', 'order/nobody', '--reason', 'none']],
  [2, 'no such category', ['tail', 'orders']],
  [2, 'whole number', ['tail', '--last', 'x']],
  [2, 'neither a time', ['tail', '--since', 'yesterday']],
  [2, 'required option', ['dead', 'discard', 'order/inventory']],
  [3, 'cannot be used', ['groups', '--redis', 'redis://127.0.0.1:1']],
  [2, 'no system runs', ['groups', '--data', '/nowhere']],
])('exit code %i and "%s": qa %j', async (code, words, args) => {
  const { err, ...rest } = await qa(args[0] === 'groups' ? undefined : lab, ...args);
  expect(rest.code).toBe(code);
  expect(err).toContain(words);
});
