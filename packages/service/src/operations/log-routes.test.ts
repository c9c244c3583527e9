/** The log for operators: found, folded at any version; what is secret or personal in it stays so. */
import { type EventsOf, event } from '@quickmart/contracts/event';
import { formatSealed } from '@quickmart/contracts/personal';
import { EventRegistry } from '@quickmart/contracts/registry';
import { aggregate } from '@quickmart/streams';
import { until } from '@quickmart/streams/testing';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { serviceOfTests } from '../../test/service-of-tests.ts';
import { defineService } from '../run/definition.ts';

const personId = '019a0000-0000-7000-8000-0000000000aa';
const personal = z.string().meta({ personal: { place: 'parcel/to' } });
const sent = event(
  'ParcelSentEvent',
  z.object({ to: personal, code: z.object({ pin: z.string().meta({ secret: true }), of: z.string() }) }),
);
const moved = event('ParcelMovedEvent', z.object({ place: z.string() }));
const pinChanged = event('ParcelPinChangedEvent', z.object({ pin: z.string().meta({ secret: true }) }));
type Events = EventsOf<{ sent: typeof sent; moved: typeof moved; pinChanged: typeof pinChanged }>;
type State = { to: string; code: { pin: string; of: string }; places: string[] } | null;
const parcel = aggregate<State, Events>({
  category: 'parcel',
  initial: null,
  evolve: {
    ParcelSentEvent: (_, { to, code }) => ({ to, code, places: [] }),
    ParcelMovedEvent: (state, { place }) => state && { ...state, places: [...state.places, place] },
    ParcelPinChangedEvent: (state, { pin }) => state && { ...state, code: { ...state.code, pin } },
  },
});

const definition = defineService({
  name: 'parcel',
  port: 3999,
  title: 'Parcels',
  description: 'For a test.',
  aggregates: [parcel],
  readModels: [],
  codec: new EventRegistry([sent, moved, pinChanged]),
  routes: [],
});
const service = serviceOfTests(definition, { rights: true });
const ask = async (path: string, scope = 'operate') => {
  const token = await service.issuer.as({ kind: 'user', sub: 'olga', scope });
  return await service.send('GET', `/api/operations/parcel/${path}`, undefined, token);
};
/** When all of the log is indexed. */
const asked = (find: string) =>
  until('the log is read', async () => {
    const found = await ask(`events?find=${encodeURIComponent(find)}`);
    return found.body.by !== null || found.body.indexed.events === found.body.indexed.of ? found : undefined;
  });
const to = formatSealed({ subject: personId, place: 'parcel/to', payload: 'x'.repeat(40) });
const command = (correlationId: string, causationId?: string) => ({
  at: Date.now(),
  meta: { correlationId, ...(causationId && { causationId }) },
});

test('an event is found by its place, its aggregate, its id and its request; its causes are named', async () => {
  const data = { to, code: { pin: '1234', of: 'box' } };
  const first = await service.store.decide(parcel, 'one', () => [sent(data)], command('a request'));
  const [{ eventId } = { eventId: '' }] = first.events;
  await service.store.decide(parcel, 'one', () => [moved({ place: 'Rome' })], command('a request', eventId));
  for (const [find, by, total] of [
    [first.position, 'position', 1],
    ['one', 'aggregate', 2],
    [eventId, 'event', 1],
    ['a request', 'correlation', 2],
    ['nobody', null, 0],
  ] as const) {
    const { status, body } = await asked(find ?? '');
    expect([status, body.by, body.total, body.data.length]).toEqual([200, by, total, total]);
  }
  const { body } = await ask('events?find=one');
  expect(body.data[0]).toMatchObject({ eventType: 'ParcelSentEvent', position: first.position, version: 1 });
  expect(body.data[1].meta).toEqual({ correlationId: 'a request', causationId: eventId });
  expect(body.data[0].data).toEqual({ to: 'sealed: parcel/to', code: { of: 'box' } });
});

test('an aggregate at each version: the state before and after, and what has changed', async () => {
  const { body } = await ask('aggregates/parcel/one?version=2');
  const before = { to: 'sealed: parcel/to', code: { of: 'box' }, places: [] };
  expect(body).toMatchObject({
    version: 2,
    versions: 2,
    event: { eventType: 'ParcelMovedEvent' },
    before,
    after: { ...before, places: ['Rome'] },
    changes: [{ path: 'places.0', after: 'Rome' }],
  });
  const first = (await ask('aggregates/parcel/one?version=1')).body;
  expect([first.before, first.changes.map(({ path }: { path: string }) => path)]).toEqual([
    null,
    ['to', 'code', 'places'],
  ]);
  expect((await ask('aggregates/parcel/one')).body.version).toBe(2);
  for (const path of ['one?version=3', 'two', 'two?version=1'])
    expect((await ask(`aggregates/parcel/${path}`)).status).toBe(404);
  expect((await ask('aggregates/order/one')).status).toBe(404);
  expect((await ask('aggregates/parcel/one?version=0x1')).status).toBe(400);
});

test('an event that cannot be read is shown as it is, with the reason, and changes nothing', async () => {
  const broken = { eventType: 'ParcelMovedEvent', schema: 1, data: { place: 17 } };
  await service.store.decide(parcel, 'one', () => [broken] as never, command('broken'));
  const { body } = await asked('broken');
  expect(body.data[0]).toMatchObject({
    data: { place: 17 },
    problem: expect.stringContaining('ParcelMoved'),
  });
  const { body: at } = await ask('aggregates/parcel/one');
  expect([at.version, at.changes]).toEqual([3, []]);
  expect(at.event.problem).toContain(body.data[0].problem);
});

test('that a secret has changed is not shown field by field either', async () => {
  await service.store.decide(
    parcel,
    'two',
    () => [sent({ to, code: { pin: '1234', of: 'box' } }), pinChanged({ pin: '5678' })],
    command('a new pin'),
  );
  const { body } = await ask('aggregates/parcel/two');
  expect([body.event.eventType, body.changes]).toEqual(['ParcelPinChangedEvent', []]);
  expect(JSON.stringify(body)).not.toMatch(/1234|5678/);
});

test('it is for operators', async () => {
  expect((await ask('events?find=one', 'orders:read')).status).toBe(403);
  expect((await ask('aggregates/parcel/one', 'orders:read')).status).toBe(403);
  expect((await ask('events')).status).toBe(400);
});
