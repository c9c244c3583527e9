/** A service of parcels for tests of what operators have: an event that can be read or not, a handler, and routes of the test. */
import { type EventsOf, event } from '@quickmart/contracts/event';
import { EventRegistry } from '@quickmart/contracts/registry';
import { aggregate } from '@quickmart/streams';
import { z } from 'zod';
import { type Definition, defineService } from '../src/run/definition.ts';
import type { TestService } from './service-of-tests.ts';

const shape = z.object({ due: z.int().nullable(), role: z.string().optional() });
export const sent = event('ParcelSentEvent', shape);
export const parcel = aggregate<number | null, EventsOf<{ sent: typeof sent }>>({
  category: 'parcel',
  initial: null,
  evolve: { ParcelSentEvent: (_, { due }) => due },
  timers: (due) => ({ arrival: due }),
});

export const parcels = (handle: (parcelId: string) => void, routes: Definition['routes'] = []) =>
  defineService({
    name: 'parcel',
    port: 3999,
    title: 'Parcels',
    description: 'For a test.',
    aggregates: [parcel],
    readModels: [],
    codec: new EventRegistry([sent]),
    react: () => ({
      parcel: { ParcelSentEvent: async ({ aggregateId }: { aggregateId: string }) => handle(aggregateId) },
    }),
    routes,
  });

/** Of an operator, unless they have another `scope`. */
export async function asked(
  service: TestService,
  method: string,
  path: string,
  { body, scope = 'operate' }: { body?: object | undefined; scope?: string | undefined } = {},
) {
  const token = await service.issuer.as({ kind: 'user', sub: 'olga', scope });
  return await service.send(method, `/api/operations/parcel/${path}`, body, token);
}

/** `data` that is not of its shape cannot be read: nobody has to wait for attempts. */
export const sendParcel = (
  service: Pick<TestService, 'store'>,
  id: string,
  data: object,
  meta: object = {},
) =>
  service.store.decide(parcel, id, () => [{ ...sent({ due: null }), data: data as z.infer<typeof shape> }], {
    at: Date.now(),
    meta: { correlationId: `request of ${id}`, ...meta },
  });
