/** What an append does to the timers of an aggregate: they follow from its state before and after. */
import type { Timer } from '../log/append.ts';
import type { Meta } from '../log/event.ts';
import type { Due, TimersOf } from './aggregate.ts';

/** By the id of the timer; undefined = cancelled. What stays as it was is left out. */
export function timerChanges<State>(
  timers: TimersOf<State>,
  { id, before, after, meta }: { id: string; before: State; after: State; meta: Meta },
): Map<string, Timer | undefined> {
  const changes = new Map<string, Timer | undefined>();
  if (before === after) return changes;
  const [had, has] = [timers(before), timers(after)];
  for (const name of new Set([...Object.keys(had), ...Object.keys(has)])) {
    const [old, due] = [had[name] ?? null, has[name] ?? null];
    if (isSame(old, due)) continue;
    const timerId = `${name}:${id}`;
    changes.set(timerId, due === null ? undefined : timerOf(timerId, name, id, due, meta));
  }
  return changes;
}

function isSame(one: Due, other: Due): boolean {
  if (one === null || other === null) return one === other;
  return JSON.stringify(whole(one)) === JSON.stringify(whole(other));
}

const whole = (due: number | { dueAt: number; type?: string; data?: unknown }) => {
  const { dueAt, type, data = null } = typeof due === 'number' ? { dueAt: due } : due;
  return { dueAt, type, data };
};

function timerOf(
  timerId: string,
  name: string,
  aggregateId: string,
  due: Exclude<Due, null>,
  meta: Meta,
): Timer {
  const { dueAt, type = name, data } = whole(due);
  return { id: timerId, type, aggregateId, dueAt, data, meta };
}
