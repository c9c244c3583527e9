import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { type MugService, startMugs, type TestMugs } from '../../test/mugs.ts';
import { listQuery, pageOf } from './list.ts';
import { onValidated } from './validation.ts';

let service: MugService;
beforeAll(async () => {
  service = await startMugs();
});
afterAll(() => service.stop());

const add = async (colour = 'blue') => (await service.send('POST', '/api/mugs', { colour })).body;

describe('If-Match', () => {
  const patch = (id: string, colour: string, ifMatch?: string) =>
    service.send(
      'PATCH',
      `/api/mugs/${id}`,
      { colour },
      ifMatch === undefined ? {} : { 'If-Match': ifMatch },
    );

  test('is required, and the current version passes', async () => {
    const { id } = await add();
    expect(await patch(id, 'red')).toMatchObject({ status: 428, body: { code: 'version-required' } });
    const changed = await patch(id, 'red', '"1"');
    expect(changed).toMatchObject({ status: 200, body: { colour: 'red', version: 2 } });
    expect(changed.headers.get('etag')).toBe('"2"');
  });

  test('a stale one is 412 and changes nothing', async () => {
    const { id } = await add();
    await patch(id, 'red', '"1"');
    expect(await patch(id, 'green', '"1"')).toMatchObject({ status: 412, body: { code: 'version-stale' } });
    expect(await patch(id, 'green', '"9"')).toMatchObject({ status: 412 });
    expect(await service.store.head('mug', id)).toMatchObject({ version: 2 });
  });

  test('* is whichever version, of something that exists', async () => {
    const { id } = await add();
    expect((await patch(id, 'red', '*')).status).toBe(200);
    expect((await patch('019a0000-0000-7000-8000-0000000000aa', 'red', '*')).status).toBe(404);
  });

  test('a weak one is as good, as proxies make them', async () => {
    const { id } = await add();
    expect(await patch(id, 'red', 'W/"1"')).toMatchObject({ status: 200, body: { version: 2 } });
    expect(await patch(id, 'red', 'W/"1"')).toMatchObject({ status: 412 });
  });

  test.each(['1', 'w/"1"', 'W/1', '"1", "2"', '"x"', ''])('%s is malformed', async (ifMatch) => {
    const { id } = await add();
    expect(await patch(id, 'red', ifMatch)).toMatchObject({
      status: 400,
      body: { code: 'malformed-request' },
    });
  });

  test('a POST may send it', async () => {
    const { id } = await add();
    const paint = (ifMatch: string) =>
      service.send('POST', `/api/mugs/${id}/paint`, { colour: 'red' }, { 'If-Match': ifMatch });
    expect((await paint('"3"')).status).toBe(412);
    expect((await paint('"1"')).status).toBe(200);
  });
});

test('a refusal of a decision has its code, a defect none of its words', async () => {
  const { id } = await add();
  const refused = await service.send('POST', `/api/mugs/${id}/paint`, { colour: 'invisible' });
  expect(refused).toMatchObject({
    status: 409,
    body: { code: 'colour-invisible', detail: 'nobody would find it' },
  });
});

describe('an item', () => {
  let mugs: TestMugs;
  beforeEach(() => {
    mugs = service.mugs;
    mugs.onWait = async () => true;
  });
  const get = (id: string, query = '', headers: Record<string, string> = {}) =>
    service.send('GET', `/api/mugs/${id}${query}`, undefined, headers);

  test('that is in the read model comes with its version', async () => {
    const mug = await add();
    mugs.rows.set(mug.id, mug);
    const sent = await get(mug.id);
    expect(sent).toMatchObject({ status: 200, body: mug });
    expect(sent.headers.get('etag')).toBe('"1"');
    expect(sent.headers.get('read-model-stale')).toBeNull();
    expect(await get(mug.id, '', { 'If-None-Match': '"0", W/"1"' })).toMatchObject({ status: 304, body: '' });
    expect((await get(mug.id, '', { 'If-None-Match': '"2"' })).status).toBe(200);
  });

  test('that was just created is waited for', async () => {
    const mug = await add();
    mugs.onWait = async (position, timeoutMs) => {
      expect(position).toMatch(/^mug\./);
      expect(timeoutMs).toBeLessThanOrEqual(2000);
      mugs.rows.set(mug.id, mug);
      return true;
    };
    expect(await get(mug.id)).toMatchObject({ status: 200, body: mug });
  });

  test('that does not come in time is 503 with a time to come back', async () => {
    const mug = await add();
    mugs.onWait = async () => false;
    const sent = await get(mug.id);
    expect(sent).toMatchObject({ status: 503, body: { code: 'read-model-behind' } });
    expect(sent.headers.get('retry-after')).toBe('1');
  });

  test('that the read model has dropped is 404, as is one that never was', async () => {
    const mug = await add();
    expect(await get(mug.id)).toMatchObject({ status: 404, body: { code: 'not-found' } });
    expect((await get('019a0000-0000-7000-8000-0000000000bb')).status).toBe(404);
  });

  test('with minVersion is waited for, and stale past the wait', async () => {
    const mug = await add();
    mugs.rows.set(mug.id, mug);
    const painted = (await service.send('POST', `/api/mugs/${mug.id}/paint`, { colour: 'red' })).body;
    mugs.onWait = async () => {
      mugs.rows.set(mug.id, painted);
      return true;
    };
    expect(await get(mug.id, '?minVersion=2')).toMatchObject({ status: 200, body: { version: 2 } });
    const started = performance.now();
    const stale = await get(mug.id, '?minVersion=3');
    expect(stale).toMatchObject({ status: 200, body: { version: 2 } });
    expect(stale.headers.get('read-model-stale')).toBe('true');
    expect(performance.now() - started).toBeGreaterThan(1900);
    expect((await get(mug.id, '?minVersion=0')).status).toBe(400);
  });

  test('with minVersion of something that happens meanwhile', async () => {
    const mug = await add();
    mugs.rows.set(mug.id, mug);
    const reading = get(mug.id, '?minVersion=2');
    const painted = (await service.send('POST', `/api/mugs/${mug.id}/paint`, { colour: 'red' })).body;
    mugs.rows.set(mug.id, painted);
    expect(await reading).toMatchObject({ status: 200, body: { version: 2 } });
    expect((await reading).headers.get('read-model-stale')).toBeNull();
  });

  test('with Event-Position is waited for', async () => {
    const mug = await add();
    mugs.rows.set(mug.id, mug);
    const waited: string[] = [];
    mugs.onWait = async (position) => waited.push(position) > 1;
    const stale = await get(mug.id, '', { 'Event-Position': 'mug.3@1-42' });
    expect(stale.headers.get('read-model-stale')).toBe('true');
    const fresh = await get(mug.id, '', { 'Event-Position': 'mug.3@1-42' });
    expect(fresh.headers.get('read-model-stale')).toBeNull();
    expect(waited).toEqual(['mug.3@1-42', 'mug.3@1-42']);
    expect((await get(mug.id, '', { 'Event-Position': 'yesterday' })).status).toBe(400);
  });
});

test('validation errors point at every fault, in unions at the nearest branch', async () => {
  const { body } = await service.send('POST', '/api/mugs', { colour: '', size: 1, 'a/b~c': 2 });
  expect(body.errors).toEqual([
    { pointer: '/colour', code: 'too-small', detail: expect.any(String) },
    { pointer: '/size', code: 'unknown-field', detail: expect.any(String) },
    { pointer: '/a~1b~0c', code: 'unknown-field', detail: expect.any(String) },
  ]);
});

test('a history is paged by version, and 404 where there is none', async () => {
  const { id } = await add();
  for (const colour of ['red', 'green', 'black']) {
    await service.send('POST', `/api/mugs/${id}/paint`, { colour });
  }
  const first = await service.send('GET', `/api/mugs/${id}/history?limit=3`);
  expect(first).toMatchObject({ status: 200, body: { nextCursor: '3' } });
  expect(first.body.data.map(({ eventType }: { eventType: string }) => eventType)).toEqual([
    'MugAddedEvent',
    'MugPaintedEvent',
    'MugPaintedEvent',
  ]);
  const rest = await service.send('GET', `/api/mugs/${id}/history?limit=3&cursor=${first.body.nextCursor}`);
  expect(rest.body).toMatchObject({ data: [{ version: 4, data: { colour: 'black' } }], nextCursor: null });
  expect(rest.body.data[0].position).toMatch(/^mug\.\d@1-\d+$/);
  expect((await service.send('GET', '/api/mugs/019a0000-0000-7000-8000-0000000000cc/history')).status).toBe(
    404,
  );
});

test('a list query becomes a plain page', () => {
  const query = listQuery(['createdAt', 'name'], { status: z.enum(['active']).optional() });
  expect(pageOf(query.parse({}))).toEqual({
    limit: 20,
    cursor: undefined,
    sort: { column: 'createdAt', direction: 'desc' },
    includeTotal: false,
  });
  const given = query.parse({
    limit: '5',
    cursor: 'x',
    sort: 'name',
    includeTotal: 'true',
    status: 'active',
  });
  expect(pageOf(given)).toEqual({
    limit: 5,
    cursor: 'x',
    sort: { column: 'name', direction: 'asc' },
    includeTotal: true,
  });
});

test('a fault inside a union is told of the branch that was meant', () => {
  const counted = z.strictObject({ quantity: z.int(), expectedQuantity: z.int().min(0), reason: z.string() });
  const adjustment = z.union([z.strictObject({ delta: z.int(), reason: z.string() }), counted]);
  const error = adjustment.safeParse({ quantity: 5, expectedQuantity: -1, reason: 'count' }).error!;
  const thrown = (() => {
    try {
      onValidated({ target: 'json', success: false, error });
    } catch (caught) {
      return caught;
    }
    return undefined;
  })();
  expect(thrown).toMatchObject({
    code: 'validation-failed',
    members: { errors: [{ pointer: '/expectedQuantity' }] },
  });
});
