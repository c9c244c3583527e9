/** How full Redis is, and a limit that is raised; not below what is used, not above the machine, not without the right. */
import { expect, onTestFinished, test } from 'vitest';
import { asked, parcels, sendParcel } from '../../test/parcels.ts';
import { serviceOfTests } from '../../test/service-of-tests.ts';

const service = serviceOfTests(
  parcels(() => {}),
  { rights: true },
);
const ask = (method: string, path: string, body?: object, scope?: string) =>
  asked(service, method, path, { body, scope });

test('memory against its limit, events of each category, and more room', async () => {
  const redis = service.redis.connect();
  for (let n = 0; n < 20; n++) await sendParcel(service, `${n}`, { due: null, role: 'x'.repeat(500) });
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
