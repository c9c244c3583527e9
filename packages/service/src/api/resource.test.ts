/** What a resource serves by itself, with a real read model: its document, its reads, its commands, and whose items are whose. */
import { randomUUIDv7 } from 'node:crypto';
import { type EventsOf, event } from '@quickmart/contracts/event';
import { EventRegistry } from '@quickmart/contracts/registry';
import { id, instant, version } from '@quickmart/contracts/shapes';
import { instant as at, bigint, integer, key, tableOf, uuid } from '@quickmart/projections';
import { aggregate } from '@quickmart/streams';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { serviceOfTests } from '../../test/service-of-tests.ts';
import { type Access, open, ownerOr } from '../auth/access.ts';
import { atLeast, flag, period } from '../http/filters.ts';
import { integerParam } from '../http/list.ts';
import { type Base, defineService } from '../run/definition.ts';
import type { Api } from './api.ts';
import { namesOf } from './names.ts';
import { resource } from './resource.ts';

const potFired = event('PotFiredEvent', z.object({ potter: z.string(), litres: z.int() }));
const potGlazed = event('PotGlazedEvent', z.object({ litres: z.int() }));
type Pot = { potter: string; litres: number; firedAt: number } | null;
const pot = aggregate<Pot, EventsOf<{ potFired: typeof potFired; potGlazed: typeof potGlazed }>>({
  category: 'clay-pot',
  initial: null,
  evolve: {
    PotFiredEvent: (_, data, { at }) => ({ ...data, firedAt: at }),
    PotGlazedEvent: (state, { litres }) => state && { ...state, litres },
  },
});
const pots = tableOf(pot, {
  name: 'clay_pots',
  columns: { id: uuid(), potter: key(64), litres: bigint(), version: integer(), firedAt: at() },
  sorts: ['firedAt', 'litres'],
});
const shape = z
  .object({ id, potter: z.string(), litres: z.int(), version, firedAt: instant })
  .meta({ id: 'ClayPot', example: {} });
const newPot = z.strictObject({ potter: z.string(), litres: z.int() }).meta({ id: 'NewClayPot' });
const glaze = z.strictObject({ litres: z.int() }).meta({ id: 'Glaze' });
const path = '/api/clay-pots';

function routes(api: Api, parts: Base<Record<never, never>>): void {
  const access = ownerOr('orders:read');
  const all = resource(api, parts, {
    path,
    shape,
    readModel: pots,
    owner: 'potter',
    access,
    list: {
      sort: ['firedAt', 'size'],
      columns: { size: 'litres' },
      filters: { potter: z.string(), minLitres: atLeast('litres', integerParam(0)), ...period('fired') },
    },
  });
  all.create({
    access: open('a test'),
    summary: 'Fire a pot',
    body: newPot,
    decide: (_, input) => [potFired(input)],
  });
  all.post('glaze-it', {
    access,
    summary: 'Glaze it',
    body: glaze,
    decide: (state, { litres }) => (state?.litres === litres ? [] : [potGlazed({ litres })]),
  });
}
const definition = defineService({
  name: 'pottery',
  port: 3998,
  title: 'Pots',
  description: 'Pots of clay.',
  aggregates: [pot],
  readModels: [pots],
  codec: new EventRegistry([potFired, potGlazed]),
  routes: [routes],
});

const service = serviceOfTests(definition, { rights: true });
const { send } = service;
const as = (sub: string) => service.issuer.as({ kind: 'user', sub });

test('its operations and words follow from its path and its shape', async () => {
  const { paths, components } = (await send('GET', '/openapi.json')).body;
  const said = Object.entries<Record<string, { operationId: string; summary: string; tags: string[] }>>(
    paths,
  ).flatMap(([path, item]) =>
    path.startsWith('/api/') && !path.startsWith('/api/operations/')
      ? Object.values(item).map(({ operationId, summary, tags }) => [operationId, summary, tags[0]])
      : [],
  );
  expect(said).toEqual([
    ['getClayPot', 'One clay pot', 'Clay pots'],
    ['listClayPots', 'Clay pots, page by page', 'Clay pots'],
    ['createClayPot', 'Fire a pot', 'Clay pots'],
    ['getClayPotHistory', 'The events of a clay pot, oldest first', 'Clay pots'],
    ['glazeItClayPot', 'Glaze it', 'Clay pots'],
  ]);
  expect(components.schemas).toHaveProperty('ClayPotPage');
  expect(() => namesOf('/api/things', z.object({}))).toThrow('needs an id');
});

test('an item is created, changed, listed and tells its history', async () => {
  const made = await send('POST', path, { potter: 'ann', litres: 3 });
  const at = made.headers.get('location') as string;
  expect([made.status, at]).toEqual([201, `${path}/${made.body.id}`]);
  const ann = await as('ann');
  expect((await send('GET', at, undefined, ann)).body).toEqual(made.body);
  const seen = await send('GET', at, undefined, { ...ann, 'If-None-Match': '"1"' });
  expect(seen.status).toBe(304);
  const stale = await send('POST', `${at}/glaze-it`, { litres: 4 }, { ...ann, 'If-Match': '"9"' });
  expect([stale.status, stale.body.code]).toEqual([412, 'version-stale']);
  const glazed = await send('POST', `${at}/glaze-it`, { litres: 4 }, ann);
  expect(glazed.body).toEqual({ ...made.body, litres: 4, version: 2 });
  const position = glazed.headers.get('event-position') as string;
  const list = (query: string) =>
    send('GET', `${path}?${query}`, undefined, { ...ann, 'Event-Position': position });
  expect((await list('sort=-size&minLitres=4&firedFrom=2020-01-01')).body.data).toEqual([glazed.body]);
  expect((await list('minLitres=5')).body.data).toEqual([]);
  expect((await list('litres=4')).body.code).toBe('malformed-request');
  expect((await send('GET', `${at}/history`, undefined, ann)).body.data).toHaveLength(2);
});

test('what is somebody else’s is not there: not as an item, in a list, as a history, for a command', async () => {
  const made = await send('POST', path, { potter: 'ann', litres: 1 });
  const at = made.headers.get('location') as string;
  const bob = { ...(await as('bob')), 'Event-Position': made.headers.get('event-position') as string };
  const own = (await send('POST', path, { potter: 'bob', litres: 2 })).body;
  expect((await send('GET', at, undefined, { ...bob, 'If-None-Match': '"1"' })).status).toBe(404);
  expect((await send('GET', `${at}/history`, undefined, bob)).status).toBe(404);
  expect((await send('POST', `${at}/glaze-it`, { litres: 9 }, bob)).status).toBe(404);
  await send('GET', `${path}/${own.id}`, undefined, bob);
  expect((await send('GET', path, undefined, bob)).body.data).toEqual([own]);
  expect((await send('GET', `${path}?potter=ann`, undefined, bob)).body.data).toEqual([]);
  expect((await send('GET', `${path}/${randomUUIDv7()}`, undefined, bob)).status).toBe(404);
});

test('a mistake in a declaration ends the start', () => {
  const mistaken = (options: { access: Access; item?: false; list?: object }) => () =>
    void resource(service.api, service as never, { path, shape, readModel: pots, ...options } as never);
  expect(mistaken({ access: ownerOr('orders:read') })).toThrow('say by `owner`');
  const list = { sort: ['firedAt'], filters: { glossy: flag() } };
  const access = open('a test');
  expect(mistaken({ access, item: false, list })).toThrow('the filter glossy is about clay_pots.glossy');
});
