/** No event is missed and none comes twice, whatever breaks between the log and the reader. */
import { randomUUIDv7 } from 'node:crypto';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ShopEvent } from '@quickmart/client';
import { until } from '@quickmart/streams/testing';
import { expect, onTestFinished, test, vi } from 'vitest';
import { limits } from '../../src/limits.ts';
import { shopOfTest } from './shop.ts';

const staff = { kind: 'client', sub: 'root', scope: '*' } as const;
const customer = randomUUIDv7();
type Shop = Awaited<ReturnType<typeof shopOfTest>>;

/** The oracle: every event that the log holds, by category in the order of the positions. */
async function logOf({ redis }: Shop): Promise<Map<string, string[]>> {
  const client = redis.connect();
  const all = new Map<string, string[]>();
  for (const category of ['order', 'payment']) {
    const streams = await Promise.all(
      Array.from({ length: 8 }, (_, n) => client.xrange(`{${category}}:events:${n}`, '-', '+')),
    );
    const entries = streams.flatMap((stream, n) => stream.map(([id]) => ({ id, n })));
    const at = (id: string) => Number(id.split('-')[1]);
    entries.sort((a, b) => at(a.id) - at(b.id));
    all.set(
      category,
      entries.map(({ id, n }) => `${category}.${n}@${id}`),
    );
  }
  return all;
}

const readOf = (got: readonly ShopEvent[]) => {
  const all = new Map<string, string[]>([...(['order', 'payment'] as const)].map((one) => [one, []]));
  for (const { category, position } of got) all.get(category)?.push(position);
  return all;
};

/** Writes until it is told to stop; an append that fails is one that the log may or may not have. */
function writing(shop: Shop) {
  const ends = new AbortController();
  const done = (async () => {
    while (!ends.signal.aborted) {
      await shop
        .place(customer)
        .then(({ id }) => shop.confirm(id))
        .catch(() => sleep(20));
      await sleep(2);
    }
  })();
  onTestFinished(() => ends.abort());
  return async () => {
    ends.abort();
    await done;
  };
}

const sameAsLog = async (shop: Shop, ...got: readonly ShopEvent[][]) =>
  await vi.waitFor(async () => expect(readOf(got.flat())).toEqual(await logOf(shop)), {
    timeout: 20_000,
    interval: 200,
  });

/** Each connection breaks after some bytes, wherever that is in an event. */
function brittle(): (request: Request) => Promise<Response> {
  let count = 0;
  return async (request) => {
    const answer = await fetch(request);
    if (answer.body === null) return answer;
    let left = 2_000 + 9_977 * (count++ % 7);
    const reader = answer.body.getReader();
    const body = new ReadableStream<Uint8Array>({
      async pull(controller) {
        const { done, value } = await reader.read();
        if (done) return controller.close();
        left -= value.byteLength;
        controller.enqueue(left < 0 ? value.subarray(0, Math.max(0, left + value.byteLength)) : value);
        if (left < 0) {
          await reader.cancel();
          controller.error(new Error('broken'));
        }
      },
    });
    return new Response(body, { status: answer.status, headers: answer.headers });
  };
}

test('connections that break anywhere: every event, once, in order', async () => {
  const shop = await shopOfTest();
  const brittleReader = await shop.follow(staff, { fetch: brittle() });
  const steady = await shop.follow(staff);
  const stop = writing(shop);
  await until(() => brittleReader.got.length > 300, 50_000);
  await stop();
  await sameAsLog(shop, steady.got);
  await sameAsLog(shop, brittleReader.got);
});

test('who comes back after a while gets what came meanwhile, however much that is', async () => {
  const shop = await shopOfTest();
  const first = await shop.follow(staff);
  await shop.place(customer);
  await vi.waitFor(() => expect(first.got).toHaveLength(2));
  first.stop();
  const { id } = await shop.place(customer);
  for (let n = 0; n < 6; n++) await shop.many(id, 500);
  const second = await shop.follow(staff, { lastEventId: first.ids.at(-1) });
  await shop.place(customer);
  await sameAsLog(shop, first.got, second.got);
});

test('the gateway is started anew, and Redis is killed: nothing is missing, nothing comes twice', async () => {
  const shop = await shopOfTest();
  const reader = await shop.follow(staff);
  const stop = writing(shop);
  await until(() => reader.got.length > 30, 20_000);
  await shop.restart();
  const before = reader.got.length;
  await until(() => reader.got.length > before + 30, 20_000);
  await shop.redis.kill();
  await sleep(300);
  await shop.redis.restart();
  const then = reader.got.length;
  await until(() => reader.got.length > then + 30, 30_000);
  await stop();
  await sameAsLog(shop, reader.got);
  expect(reader.resets).toEqual([]);
});

test('a log that was replaced: every reader is told, and goes on with the new one', async () => {
  const shop = await shopOfTest();
  const reader = await shop.follow(staff);
  await shop.place(customer);
  await vi.waitFor(() => expect(reader.got).toHaveLength(2));
  const lastEventId = reader.ids.at(-1);
  reader.stop();
  await shop.redis.connect().flushall();
  await shop.place(customer).catch(() => undefined);
  await shop.place(customer);
  const second = await shop.follow(staff, { lastEventId });
  await vi.waitFor(() => expect(second.resets.sort()).toEqual(['order', 'payment']));
  await shop.place(customer);
  await vi.waitFor(() => expect(second.got.length).toBeGreaterThanOrEqual(2));
});

test('a reader that does not read is dropped, and costs the others nothing', async () => {
  const shop = await shopOfTest();
  const steady = await shop.follow(staff);
  const { Authorization } = await shop.as(staff);
  const { hostname, port } = new URL(shop.url);
  const slow = connect(Number(port), hostname);
  slow.write(`GET /events HTTP/1.1\r\nHost: ${hostname}:${port}\r\nAuthorization: ${Authorization}\r\n\r\n`);
  onTestFinished(() => void slow.destroy());
  const streams = async () =>
    Number(
      /event_streams\S* (\d+)/.exec(await (await fetch(`${shop.url}/metrics`)).text())?.[1] ?? Number.NaN,
    );
  slow.once('readable', () => slow.pause());
  await vi.waitFor(async () => expect(await streams()).toBe(2));
  const { id } = await shop.place(customer);
  // More than the sockets of both sides take, and what may wait beside.
  await until(async () => {
    await shop.many(id, 500);
    return (await streams()) === 1;
  });
  await sameAsLog(shop, steady.got);
  expect(limits.eventsWaitingBytes).toBeLessThan(1_000_000);
});

test('a reader that comes while the gateway stops is told to come back, and does not hold it up', async () => {
  const shop = await shopOfTest();
  const { Authorization } = await shop.as(staff);
  const { hostname, port } = new URL(shop.url);
  const late = connect(Number(port), hostname);
  late.write(`GET /events HTTP/1.1\r\nHost: ${hostname}:${port}\r\nAuthorization: ${Authorization}\r\n`);
  // What was sent before a request that is answered has arrived.
  await fetch(`${shop.url}/livez`);
  const began = performance.now();
  const restarted = shop.restart();
  late.write('\r\n');
  expect(await text(late)).toMatch(/^HTTP\/1\.1 503 [\s\S]*the gateway is stopping/);
  await restarted;
  expect(performance.now() - began).toBeLessThan(10_000);
});
