/** A person whose data was sealed, as the log knows them: by an id that names nobody. */
import { type SubjectEvents, subjectErased } from '@quickmart/contracts/sealing/events';
import { aggregate, type Command, type EventStore } from '@quickmart/streams';
import type { Sealing } from './sealing.ts';

export type SubjectState = { erasedAt: number | null };

export const subject = aggregate<SubjectState, SubjectEvents>({
  category: 'subject',
  initial: { erasedAt: null },
  evolve: { SubjectErasedEvent: (_, __, { at }) => ({ erasedAt: at }) },
});

const erase = ({ erasedAt }: SubjectState, id: string) =>
  erasedAt === null ? [subjectErased({ subject: id })] : [];

/**
 * Erases a person: their key first, for what is written without it opens for nobody, and then the event, for whoever has
 * something to do about it. As often as you like: what a crash in between has left is finished.
 */
export async function eraseSubject(
  { store, sealing }: { store: EventStore; sealing: Sealing },
  id: string,
  command: Command<SubjectState>,
): Promise<{ isNew: boolean }> {
  await sealing.erase(id);
  const { events } = await store.decide(subject, id, (state) => erase(state, id), command);
  return { isNew: events.length > 0 };
}
