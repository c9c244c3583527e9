/** How full Redis is, and a limit that is raised; not below what is used, not above the machine, not without the right. */

import { EventRegistry } from '@quickmart/contracts/registry';
import { aggregate } from '@quickmart/streams';
import { expect, onTestFinished, test } from 'vitest';
import { serviceOfTests } from '../../test/service-of-tests.ts';
import { defineService } from '../run/definition.ts';

const parcel = aggregate<null, Record<string, unknown>>({ category: 'parcel', initial: null, evolve: {} });
const definition = defineService({
  name: 'parcel',
  port: 3999,
  title: 'Parcels',
  description: 'For a test.',
  aggregates: [parcel],
  readModels: [],
  codec: new EventRegistry([]),
  routes: [],
});
const service = serviceOfTests(definition, { rights: true });
const ask = async (method: string, path: string, body?: object, scope = 'operate') => {
  const token = await service.issuer.as({ kind: 'user', sub: 'olga', scope });
  return await service.send(method, `/api/operations/parcel/${path}`, body, token);
};

test('memory against its limit, events of each category, and more room', async () => {
  const redis = service.redis.connect();
  for (let n = 0; n < 20; n++)
    await service.store.decide(
      parcel,
      `${n}`,
      () => [{ eventType: 'Event', schema: 1, data: 'x'.repeat(500) }],
      {
        at: Date.now(),
        meta: { correlationId: 'test' },
      },
    );
  expect((await ask('GET', 'categories')).body.data).toMatchObject([{ category: 'parcel', events: 20 }]);
  expect((await ask('GET', 'categories')).body.data[0].bytes).toBeGreaterThan(10_000);
  const [before] = (await ask('GET', 'redis')).body.data;
  expect(before).toMatchObject({ limitBytes: null, server: expect.stringContaining(':') });
  onTestFinished(() => void redis.config('SET', 'maxmemory', '0'));
  const bytes = 4 * before.usedBytes;
  const raised = await ask('POST', 'redis/limit', { bytes });
  expect([raised.status, raised.body.data[0].limitBytes]).toEqual([200, bytes]);
  expect(await redis.config('GET', 'maxmemory')).toEqual(['maxmemory', `${bytes}`]);
  for (const wrong of [1, 2 * before.machineBytes])
    expect((await ask('POST', 'redis/limit', { bytes: wrong })).status).toBe(422);
  expect((await ask('POST', 'redis/limit', { bytes }, 'orders:write')).status).toBe(403);
  await redis.acl('SETUSER', 'default', '-config');
  const refused = await ask('POST', 'redis/limit', { bytes });
  await redis.acl('SETUSER', 'default', '+config');
  expect([refused.status, refused.body.detail]).toEqual([
    403,
    expect.stringContaining('CONFIG SET maxmemory'),
  ]);
});
