/** A log that was changed by hand: requests are told so, in words that help, and nothing of it is kept. */
import { keys, limits, partitionOf } from '@quickmart/streams';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type MugService, startMugs } from '../../test/mugs.ts';
import { logCheck } from '../redis/log-check.ts';

let service: MugService;
beforeAll(async () => {
  service = await startMugs({ ready: { log: () => logCheck(service.store.log, 'mug')() } });
});
afterAll(() => service.stop());

const streamOf = (id: string) => keys.events('mug', partitionOf(id, limits.partitions));
const kept = async () => (await service.redis.keys('{mug}:done:*')).length;
let key = 0;
const paint = (id: string, headers = {}) =>
  service.send('POST', `/api/mugs/${id}/paint`, { colour: `colour ${++key}` }, headers);

/** A mug of three events, one of which is deleted. */
async function damagedMug(gone: number): Promise<string> {
  const { body: mug } = await service.send('POST', '/api/mugs', { colour: 'blue' });
  for (let n = 0; n < 2; n++) await paint(mug.id);
  const entry = await service.redis.lindex(keys.index('mug', mug.id), gone - 1);
  await service.redis.xdel(streamOf(mug.id), entry!);
  service.store.log.redis.disconnect(true); // what this process knows of it is forgotten
  await expect.poll(() => service.redis.ping().catch(() => '')).toBe('PONG');
  return mug.id;
}

test.each([
  ['in the middle', 2],
  ['at the beginning', 1],
])('a hole %s of what a command is about', async (_, gone) => {
  const id = await damagedMug(gone);
  const before = await kept();
  for (let n = 0; n < 2; n++) {
    const { status, headers, body } = await paint(id, { 'Idempotency-Key': `key ${gone}` });
    expect({ status, code: body.code }).toEqual({ status: 500, code: 'log-damaged' });
    expect(headers.get('retry-after')).toBeNull();
    expect(body.detail).not.toContain(id);
  }
  expect(await kept()).toBe(before);
  const line = service.lines.findLast(({ msg }) => msg === 'log-damaged');
  expect(line).toMatchObject({ level: 'error', reason: expect.stringContaining(`idx:${id}`) });
});

test('what never came into a read model because its first event is gone is not said to be unknown', async () => {
  const id = await damagedMug(1);
  for (const path of [`/api/mugs/${id}`, `/api/mugs/${id}/history`])
    expect(await service.send('GET', path)).toMatchObject({ status: 500, body: { code: 'log-damaged' } });
});

test('a partition that takes no events', async () => {
  const { body: mug } = await service.send('POST', '/api/mugs', { colour: 'blue' });
  const entry = await service.redis.xadd(streamOf(mug.id), '*', 'foo', 'bar');
  const before = [await kept(), await service.redis.hget(keys.head('mug'), 'pos')];
  const { status, headers, body } = await paint(mug.id, { 'Idempotency-Key': 'blocked' });
  expect({ status, code: body.code }).toEqual({ status: 503, code: 'log-blocked' });
  expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
  expect([await kept(), await service.redis.hget(keys.head('mug'), 'pos')]).toEqual(before);
  const partition = partitionOf(mug.id, limits.partitions);
  const detail = expect.stringMatching(
    new RegExp(`^mug\\.${partition} takes no events: .* \`pnpm qa heal mug\``),
  );
  expect(await service.send('GET', '/readyz')).toMatchObject({
    status: 503,
    body: { checks: { log: { detail } } },
  });
  await service.redis.xdel(streamOf(mug.id), entry!);
  await service.store.log.raiseEpoch('mug');
  expect(await paint(mug.id, { 'Idempotency-Key': 'blocked' })).toMatchObject({ status: 200 });
  expect(await service.send('GET', '/readyz')).toMatchObject({ status: 200 });
});
