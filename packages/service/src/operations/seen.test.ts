/** Timers, errors by cause, webhooks that were taken and refused, and who did what; each has an end. */
import { until } from '@quickmart/streams/testing';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { asked, parcels, sendParcel } from '../../test/parcels.ts';
import { serviceOfTests } from '../../test/service-of-tests.ts';
import { open } from '../auth/access.ts';
import { json, jsonBody } from '../document/openapi.ts';
import { createRoute } from '../document/route.ts';
import { refuse } from '../http/problems.ts';
import { operationLimits as limits } from './limits.ts';

const told = createRoute({
  method: 'post',
  path: '/api/webhooks/{carrier}',
  operationId: 'tell',
  access: open('a test tells'),
  tags: ['Webhooks'],
  summary: 'A webhook',
  request: {
    params: z.object({ carrier: z.string() }),
    body: jsonBody(z.object({ id: z.string(), type: z.string(), isBad: z.boolean() }).meta({ id: 'Told' })),
  },
  responses: { 200: json(z.object({ ok: z.boolean() }).meta({ id: 'Ok' }), 'Taken') },
});

const definition = parcels(
  (id) => {
    if (id.startsWith('bad')) throw new Error(`parcel ${id.length} is broken`);
  },
  [
    (api) => {
      api.openapi(told, (c) => {
        if (c.req.valid('json').isBad) refuse('forbidden', 'the signature is of somebody else');
        return c.json({ ok: true }, 200);
      });
    },
  ],
);
const service = serviceOfTests(definition, { rights: true, env: { RELEASE: 'a1b2c3d' } });
const ask = (path: string, scope?: string) => asked(service, 'GET', path, { scope });
const send = (id: string, due: number | null, meta?: object, role?: string) =>
  sendParcel(service, id, { due, ...(role && { role }) }, meta);

test('timers: those that are due first, those that are late, those of one aggregate', async () => {
  await send('soon', Date.now() + 60_000);
  await send('later', Date.now() + 3_600_000);
  await send('past', Date.now() - 60_000);
  const { body } = await ask('timers');
  expect([body.total, body.late]).toEqual([3, 1]);
  expect(body.data).toMatchObject([
    { aggregateId: 'past', isLate: true },
    { aggregateId: 'soon', isLate: false, type: 'arrival', correlationId: 'request of soon' },
    { aggregateId: 'later', id: 'arrival:later' },
  ]);
  const own = (await ask('timers?aggregateId=later')).body;
  expect(own.data.map(({ aggregateId }: { aggregateId: string }) => aggregateId)).toEqual(['later']);
});

test('errors of one cause are one, with how often, since when, and an event to look at', async () => {
  const { position } = await send('bad-1', null);
  await send('bad-22', null);
  const [group] = await until('both have failed', async () => {
    const found = (await ask('errors')).body.data;
    return found[0]?.count >= 2 ? found : undefined;
  });
  expect(group).toMatchObject({ error: 'Error: parcel # is broken', release: 'a1b2c3d' });
  expect(group.firstAt <= group.lastAt).toBe(true);
  expect([position, (await ask('events?find=bad-22')).body.data[0].position]).toContain(group.position);
});

test('webhooks: what was taken, and what was refused and why', async () => {
  const tell = (isBad: boolean, id: string) =>
    service.send('POST', '/api/webhooks/dhl', { id, type: 'delivered', isBad });
  for (const [isBad, id] of [
    [false, 'first'],
    [true, 'second'],
  ] as const)
    await tell(isBad, id);
  await service.send('POST', '/api/webhooks/dhl', { id: 17 });
  const list = await until('all are there', async () => {
    const found = (await ask('webhooks')).body.data;
    return found.length === 3 ? found : undefined;
  });
  expect(list).toMatchObject([
    { status: 422, path: '/api/webhooks/dhl' },
    { status: 403, id: 'second', type: 'delivered', reason: 'the signature is of somebody else' },
    { status: 200, id: 'first', type: 'delivered' },
  ]);
  expect(list[2]).not.toHaveProperty('reason');
});

test('who did what: not what followed from it; rights say which; page by page', async () => {
  for (let n = 0; n < limits.auditShown + 5; n++) await send(`of-ann-${n}`, null, { actor: 'user:ann' });
  await send('followed', null, { actor: 'user:ann', causationId: 'another event' });
  await send('of-bob', null, { actor: 'user:bob' }, 'operator');
  const { body } = await ask('audit');
  expect(body.data).toHaveLength(limits.auditShown);
  expect(body.data[0]).toMatchObject({
    actor: 'user:bob',
    what: 'ParcelSentEvent',
    aggregateId: 'of-bob',
    detail: 'operator',
  });
  const next = (await ask(`audit?cursor=${body.nextCursor}`)).body;
  const all = [...body.data, ...next.data].map(({ aggregateId }) => aggregateId);
  expect(all).toEqual([
    'of-bob',
    ...Array.from({ length: limits.auditShown + 5 }, (_, n) => `of-ann-${n}`).reverse(),
  ]);
  expect(next.nextCursor).toBeNull();
  expect((await ask('audit?actor=user:bob')).body.data).toHaveLength(1);
});

test('what operators have done is there, too, and none of it is for others', async () => {
  const token = await service.issuer.as({ kind: 'user', sub: 'olga', scope: 'operate' });
  const all = { category: 'parcel', group: 'parcel' };
  await service.send(
    'POST',
    '/api/operations/parcel/dead-letters/discard',
    { ...all, reason: 'a test' },
    token,
  );
  await until(async () => (await ask('audit?actor=user:olga')).body.data.length === 1);
  expect((await ask('audit?actor=user:olga')).body.data[0]).toMatchObject({
    what: 'dead letters discarded',
    detail: expect.stringMatching(/of parcel\/parcel: a test$/),
  });
  for (const path of ['timers', 'errors', 'webhooks', 'audit'])
    expect((await ask(path, 'orders:read')).status).toBe(403);
});
