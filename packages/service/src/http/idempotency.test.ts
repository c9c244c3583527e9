import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type problems, refuse } from '../../example/problems.ts';
import { type MugService, startMugs } from '../../test/mugs.ts';
import type { CodeOf } from './problems.ts';

let service: MugService;
let started = 0;
let refused = 0;
let gate: PromiseWithResolvers<void> | undefined;
let ended: PromiseWithResolvers<void> | undefined;
let final: CodeOf<typeof problems> | undefined;
let answer: () => Response = () => new Response('{}');
beforeAll(async () => {
  service = await startMugs({
    more: (api) => {
      api.post('/slow', async (c) => {
        const number = ++started;
        await gate?.promise;
        if (number === refused) {
          await ended?.promise;
          refuse('colour-invisible', 'it is too late');
        }
        return c.json({ started: number }, 200);
      });
      api.post('/custom', () => answer());
      api.post('/final', (c) => (final ? refuse(final, 'no') : c.json({ granted: true })));
    },
  });
});
afterAll(() => service.stop());
let key = 0;
beforeEach(() => {
  key++;
});

const keyed = (path: string, body?: unknown, k = `key ${key}`) =>
  service.send('POST', path, body, { 'Idempotency-Key': k });
const eventCount = async () => (await service.store.log.redis.hget('{mug}:head', 'pos')) ?? '0';

describe('the same key and body', () => {
  test('give the first answer with its headers, and one effect', async () => {
    const first = await keyed('/api/mugs', { colour: 'blue' });
    const count = await eventCount();
    const second = await keyed('/api/mugs', { colour: 'blue' });
    expect(second.status).toBe(201);
    expect(second.body).toEqual(first.body);
    for (const name of ['etag', 'location', 'event-position', 'content-type']) {
      expect(second.headers.get(name)).toBe(first.headers.get(name));
    }
    expect(first.headers.get('location')).toBe(`/api/mugs/${first.body.id}`);
    expect(first.headers.get('event-position')).toMatch(/^mug\.\d@1-\d+$/);
    expect(first.headers.get('idempotency-replayed')).toBeNull();
    expect(second.headers.get('idempotency-replayed')).toBe('true');
    expect(await eventCount()).toBe(count);
  });

  test('give the first answer even when the state has moved on', async () => {
    const { body: mug } = await service.send('POST', '/api/mugs', { colour: 'blue' });
    const first = await keyed(`/api/mugs/${mug.id}/paint`, { colour: 'red' });
    await service.send('POST', `/api/mugs/${mug.id}/paint`, { colour: 'green' });
    const again = await keyed(`/api/mugs/${mug.id}/paint`, { colour: 'red' });
    expect(again).toMatchObject({ status: 200, body: first.body });
    expect(again.headers.get('etag')).toBe('"2"');
  });

  test('give the first answer of a command that changed nothing', async () => {
    const { body: mug } = await service.send('POST', '/api/mugs', { colour: 'blue' });
    await keyed(`/api/mugs/${mug.id}/paint`, { colour: 'blue' });
    await service.send('POST', `/api/mugs/${mug.id}/paint`, { colour: 'green' });
    const again = await keyed(`/api/mugs/${mug.id}/paint`, { colour: 'blue' });
    expect(again).toMatchObject({ status: 200, body: { colour: 'blue', version: 1 } });
  });

  test('give a refusal that stands again, as it was', async () => {
    final = 'name-taken';
    const first = await keyed('/final', {});
    expect(first).toMatchObject({ status: 409, body: { code: 'name-taken' } });
    final = undefined;
    const again = await keyed('/final', {});
    expect(again).toMatchObject({ status: 409, body: first.body });
    expect(again.headers.get('content-type')).toBe('application/problem+json');
    expect(again.headers.get('idempotency-replayed')).toBe('true');
  });

  test('at the same time: one effect; the others wait outside or get its answer', async () => {
    const before = Number(await eventCount());
    const sent = await Promise.all(Array.from({ length: 20 }, () => keyed('/api/mugs', { colour: 'blue' })));
    expect(Number(await eventCount())).toBe(before + 1);
    const created = sent.filter(({ status }) => status === 201);
    expect(new Set(created.map(({ body }) => body.id)).size).toBe(1);
    for (const { status, body } of sent) {
      if (status !== 201)
        expect({ status, code: body.code }).toEqual({ status: 409, code: 'request-in-progress' });
    }
    expect((await keyed('/api/mugs', { colour: 'blue' })).body).toEqual(created[0]?.body);
  });

  test('two that get past the marker meet at the idempotency key', async () => {
    const marker = service.redis.duplicate();
    const race = keyed('/api/mugs', { colour: 'blue' });
    const clearing = (async () => {
      for (let i = 0; i < 50; i++) {
        const running = await marker.keys('{mug}:running:*');
        if (running.length > 0) await marker.del(...running);
      }
    })();
    const others = await Promise.all(
      Array.from({ length: 10 }, () => keyed('/api/mugs', { colour: 'blue' })),
    );
    await clearing;
    marker.disconnect();
    const ids = [await race, ...others].filter(({ status }) => status === 201).map(({ body }) => body.id);
    expect(new Set(ids).size).toBe(1);
  });
});

test('another body with the same key is refused, and what was kept stays', async () => {
  const first = await keyed('/api/mugs', { colour: 'blue' });
  const other = await keyed('/api/mugs', { colour: 'red' });
  expect(other).toMatchObject({ status: 422, body: { code: 'idempotency-key-reused' } });
  expect((await keyed('/api/mugs', { colour: 'blue' })).body).toEqual(first.body);
});

test('the same key at another address is another request', async () => {
  const { body: mug } = await keyed('/api/mugs', { colour: 'blue' });
  expect(await keyed(`/api/mugs/${mug.id}/paint`, { colour: 'red' })).toMatchObject({ status: 200 });
});

test('a request that still runs is 409, then it is replayed; the marker is gone', async () => {
  gate = Promise.withResolvers();
  const before = started;
  const first = keyed('/slow', {});
  while (started === before) await sleep(5);
  expect(await keyed('/slow', {})).toMatchObject({ status: 409, body: { code: 'request-in-progress' } });
  const [marker = ''] = await service.redis.keys('{mug}:running:*');
  const leftMs = await service.redis.pttl(marker);
  expect(leftMs !== -1 && leftMs <= 5_000, 'what a process that dies leaves behind ends soon').toBe(true);
  gate.resolve();
  const { body } = await first;
  expect(await keyed('/slow', {})).toMatchObject({ status: 200, body });
  expect(started).toBe(before + 1);
  expect(await service.redis.keys('{mug}:running:*')).toEqual([]);
});

test('two that get past the marker have one answer, also where the later one is refused', async () => {
  gate = Promise.withResolvers();
  const before = started;
  refused = before + 2;
  const first = keyed('/slow', {});
  while (started === before) await sleep(5);
  // Its time is up.
  for (const marker of await service.redis.keys('{mug}:running:*')) await service.redis.del(marker);
  const second = keyed('/slow', {});
  while (started === before + 1) await sleep(5);
  ended = Promise.withResolvers();
  gate.resolve();
  const { status, body } = await first;
  expect(status).toBe(200);
  ended.resolve();
  for (const again of [await second, await keyed('/slow', {})]) {
    expect(again).toMatchObject({ status, body });
    expect(again.headers.get('idempotency-replayed')).toBe('true');
    expect(again.headers.get('cache-control')).toBeNull(); // nothing of the refusal is left
  }
});

describe('not kept, so that the caller can mend it and use the key again', () => {
  test.each([
    ['an invalid body', '{"colour":3}', 422],
    ['no JSON', '{', 400],
    ['too large a body', 'x'.repeat(2 ** 21), 413],
  ])('%s', async (_, body, status) => {
    expect((await keyed('/api/mugs', body)).status).toBe(status);
    expect((await keyed('/api/mugs', { colour: 'blue' })).status).toBe(201);
  });

  test.each(['not-found', 'colour-invisible', 'limit-reached'] as const)(
    'a refusal that may be granted later: %s',
    async (code) => {
      final = code;
      expect(await keyed('/final', {})).toMatchObject({ body: { code } });
      final = undefined;
      const granted = await keyed('/final', {});
      expect(granted).toMatchObject({ status: 200, body: { granted: true } });
      expect(granted.headers.get('idempotency-replayed')).toBeNull();
      expect(await keyed('/final', {})).toMatchObject({ status: 200, body: { granted: true } });
    },
  );

  test('a failure of ours', async () => {
    answer = () => {
      throw new Error('defect');
    };
    expect((await keyed('/custom', {})).status).toBe(500);
    answer = () => Response.json({ fine: true });
    expect(await keyed('/custom', {})).toMatchObject({ status: 200, body: { fine: true } });
    answer = () => Response.json({ fine: false });
    expect(await keyed('/custom', {})).toMatchObject({ status: 200, body: { fine: true } });
  });

  test('an answer that is no JSON', async () => {
    answer = () => new Response('text');
    expect(await keyed('/custom', {})).toMatchObject({ status: 200, body: 'text' });
    expect((await keyed('/custom', {})).headers.get('idempotency-replayed')).toBeNull();
  });
});

describe('the key', () => {
  test.each([
    ['empty', '', 400],
    ['255 characters', 'k'.repeat(255), 201],
    ['256 characters', 'k'.repeat(256), 400],
    ['not ASCII', 'sch\u00f6n', 400],
    ['with a space', 'order 1', 201],
  ])('%s', async (_, k, status) => {
    expect((await keyed('/api/mugs', { colour: 'blue' }, k)).status).toBe(status);
  });

  test('means nothing to a GET', async () => {
    const sent = await service.send('GET', '/api/mugs', undefined, { 'Idempotency-Key': 'k'.repeat(300) });
    expect(sent.status).toBe(200);
  });
});

test('with Redis down a keyed request is 503 and leaves nothing behind', async () => {
  const own = await startMugs();
  await own.redisServer.kill();
  const down = await own.send('POST', '/api/mugs', { colour: 'blue' }, { 'Idempotency-Key': 'k' });
  expect(down).toMatchObject({ status: 503, body: { code: 'unavailable' } });
  expect(JSON.stringify(down.body)).not.toMatch(/ECONN|127\.0\.0\.1|redis/i);
  await own.redisServer.restart();
  let again = down;
  while (again.status === 503) {
    again = await own.send('POST', '/api/mugs', { colour: 'blue' }, { 'Idempotency-Key': 'k' });
  }
  expect(again.status).toBe(201);
  await own.stop();
});
