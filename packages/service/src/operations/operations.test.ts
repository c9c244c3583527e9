/** What every service has for operators: its groups, and their dead letters, found, handled again and given up. */
import { until } from '@quickmart/streams/testing';
import { expect, onTestFinished, test } from 'vitest';
import { asked, parcels, sendParcel } from '../../test/parcels.ts';
import { serviceOfTests, startService } from '../../test/service-of-tests.ts';

const handled: string[] = [];
const definition = parcels((id) => handled.push(id));
const service = serviceOfTests(definition, { rights: true });
const ask = (method: string, path: string, body?: object, scope?: string) =>
  asked(service, method, path, { body, scope });
const letters = async (query = '') => (await ask('GET', `dead-letters${query}`)).body;
const send = (id: string, role: unknown) => sendParcel(service, id, { due: null, role });
const all = { category: 'parcel', group: 'parcel' };

test('groups with their lag and their owners; dead letters by cause, searched, redriven and discarded', async () => {
  await send('good-1', 'a');
  for (const id of ['bad-1', 'bad-2']) await send(id, 17);
  await send('bad-1', 'b');
  await until(async () => (await letters()).total === 3);
  const { body } = await ask('GET', 'consumers');
  expect(body.data).toMatchObject([
    { category: 'parcel', group: 'parcel', kind: 'events', head: 4, lag: 0, dead: 3, parked: 2, owners: 1 },
  ]);
  expect(handled).toEqual(['good-1']);

  const { data, causes } = await letters();
  expect(causes).toHaveLength(2);
  expect(causes[0]).toMatchObject({ ...all, count: 2, eventTypes: ['ParcelSentEvent'] });
  expect(data.find((one: { aggregateId: string }) => one.aggregateId === 'bad-1')).toMatchObject({
    ...all,
    eventType: 'ParcelSentEvent',
    aggregateId: 'bad-1',
    error: causes[0].error,
  });
  expect((await letters('?search=bad-2')).total).toBe(1);
  expect((await letters(`?error=${encodeURIComponent(causes[0].error)}`)).total).toBe(2);
  expect((await letters('?group=nobody')).total).toBe(0);

  const [error] = [causes[0].error];
  const dry = await ask('POST', 'dead-letters/redrive', { ...all, error, dryRun: true });
  expect([dry.status, dry.body]).toEqual([202, { chosen: 2, dryRun: true }]);
  await ask('POST', 'dead-letters/redrive', { ...all, error });
  await until(async () => (await letters()).data.some((one: { attempts: number }) => one.attempts > 1));

  const behind = data.find((one: { attempts: number }) => one.attempts === 0);
  const refused = await ask('POST', 'dead-letters/redrive', { ...all, id: behind.id });
  expect([refused.status, refused.body.code]).toEqual([409, 'limit-reached']);

  const gone = await ask('POST', 'dead-letters/discard', { ...all, error, reason: 'test data' });
  expect([gone.status, gone.body]).toEqual([200, { chosen: 2, dryRun: false }]);
  await ask('POST', 'dead-letters/redrive', { ...all, aggregateId: 'bad-1' });
  await until(async () => (await letters()).total === 0);
  expect(handled).toEqual(['good-1', 'bad-1']);
});

test('a process that serves requests only reads where its worker has died', async () => {
  const alone = await startService(definition, { rights: true, env: { ROLE: 'api' } });
  onTestFinished(alone.stop);
  const token = await alone.issuer.as({ kind: 'user', sub: 'olga', scope: 'operate' });
  const path = '/api/operations/parcel/consumers';
  const reaction = async () => (await alone.send('GET', path, undefined, token)).body.data[0];
  await sendParcel(alone, 'waiting', { due: null });
  expect(await reaction()).toMatchObject({ owners: 0, lag: 1 });
  const started = await alone.send('POST', `${path}/start`, undefined, token);
  expect([started.status, started.body]).toEqual([200, { isStarted: true }]);
  await until('it is handled', async () => (await reaction()).lag === 0);
  expect(await reaction()).toMatchObject({ owners: 1 });
  expect(handled).toContain('waiting');
});

test('they are for operators, name this service, and choose in one way', async () => {
  expect((await ask('GET', 'consumers', undefined, 'orders:write')).status).toBe(403);
  const headers = await service.issuer.as({ kind: 'user', sub: 'olga', scope: 'operate' });
  expect((await service.send('GET', '/api/operations/order/consumers', undefined, headers)).status).toBe(404);
  const unknown = await ask('POST', 'dead-letters/redrive', { ...all, group: 'nobody' });
  expect(unknown.status).toBe(404);
  for (const wrong of [{ id: '1-1', error: 'x' }, { reason: 'x' }, { ratePerSecond: 0 }])
    expect((await ask('POST', 'dead-letters/redrive', { ...all, ...wrong })).status).toBe(422);
  expect((await ask('POST', 'dead-letters/discard', all)).status).toBe(422);
});
