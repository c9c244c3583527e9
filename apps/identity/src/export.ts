/** Everything that is known about a person, as one JSON file: their account, its addresses, and what happened to it. */
import { historyEntry } from '@quickmart/contracts/shapes';
import { type Caller, historyEntryOf } from '@quickmart/service';
import { clock } from '@quickmart/streams';
import { z } from 'zod';
import { userIn } from './accounts.ts';
import { refuse, savedAddress, user as userShape } from './api.ts';
import type { Parts } from './config.ts';
import { withoutSecrets } from './history.ts';
import { user } from './user.ts';
import { addressView, guestView, stateView } from './views.ts';

export const exportShape = z
  .object({
    exportedAt: z.iso.datetime(),
    user: userShape,
    addresses: z.array(savedAddress),
    events: z.array(historyEntry),
  })
  .meta({
    id: 'Export',
    example: {
      exportedAt: '2026-11-21T09:30:00.000Z',
      user: userShape.meta()?.example,
      addresses: [savedAddress.meta()?.example],
      events: [],
    },
  });

const eventsPerPage = 1_000;

export async function exported(
  { store }: Pick<Parts, 'store'>,
  { kind, id }: Pick<Caller, 'kind' | 'id'>,
): Promise<z.infer<typeof exportShape>> {
  const exportedAt = new Date(clock.now()).toISOString();
  if (kind === 'guest') return { exportedAt, user: guestView(id), addresses: [], events: [] };
  const { state, version } = await store.read(user, id);
  const account = userIn(state);
  if (kind !== 'user' || account === undefined) return refuse('not-found', 'there is no such account');
  const addresses = account.addresses.map((one) => addressView(one.id, one.address, version));
  return { exportedAt, user: stateView(state, version), addresses, events: await eventsOf(store, id) };
}

async function eventsOf(store: Parts['store'], id: string) {
  const events: z.infer<typeof historyEntry>[] = [];
  for (;;) {
    const page = await store.history('user', id, { afterVersion: events.length, limit: eventsPerPage });
    events.push(...page.map((event) => withoutSecrets(historyEntryOf(event))));
    if (page.length < eventsPerPage) return events;
  }
}
