/**
 * The timers that are set, and how often each has to fire. Every tenth append to an aggregate sets one; the next append may
 * move or cancel it.
 */

import type { Alarm, RingEvents } from '../conformance/ledger.ts';
import type { Logged } from '../conformance/oracle.ts';

/** For one time that a timer had. */
type Due = { dueAt: number; firing: 'once' | 'never' | 'at most once' };
/** `acknowledged` is called when the append is. */
type Change = { alarm: Alarm; acknowledged: () => void };

export class Alarms {
  readonly #dues = new Map<string, Due[]>();

  get count(): number {
    return this.#dues.size;
  }

  /** What the nth append to an aggregate does with a timer. */
  of(aggregateId: string, n: number): Change | undefined {
    const set = Math.floor(n / 10);
    const name = `alarm-${set}`;
    const id = `${name}:${aggregateId}`;
    const dueAt = Date.now() + ((set * 1_370) % 7_000);
    if (n % 10 === 0) return this.#set(name, id, dueAt);
    if (set === 0 || n % 10 !== 1) return undefined;
    if (set % 3 === 1) return this.#set(name, id, dueAt + 3_000);
    return set % 3 === 2 ? this.#cancel(name, id) : undefined;
  }

  #set(name: string, id: string, dueAt: number): Change {
    return {
      alarm: { name, dueAt },
      acknowledged: () => {
        this.#over(id);
        this.#dues.set(id, [...(this.#dues.get(id) ?? []), { dueAt, firing: 'once' }]);
      },
    };
  }

  #cancel(name: string, id: string): Change {
    return { alarm: { name, dueAt: null }, acknowledged: () => this.#over(id) };
  }

  /** What was moved or cancelled before its time must not fire; after it, it may have been on its way. */
  #over(id: string): void {
    const last = this.#dues.get(id)?.at(-1);
    if (last) last.firing = Date.now() < last.dueAt ? 'never' : 'at most once';
  }

  faults(rang: readonly Logged<RingEvents['RangEvent']>[]): string[] {
    const times = new Map<string, number>();
    const faults: string[] = [];
    for (const { data, at } of rang) {
      const name = `${data.timer} ${data.dueAt}`;
      times.set(name, (times.get(name) ?? 0) + 1);
      if (at < data.dueAt) faults.push(`${name} fired ${data.dueAt - at} ms too early`);
    }
    for (const [id, dues] of this.#dues) {
      for (const { dueAt, firing } of dues) {
        const fired = times.get(`${id} ${dueAt}`) ?? 0;
        times.delete(`${id} ${dueAt}`);
        const isRight = firing === 'once' ? fired === 1 : fired <= (firing === 'never' ? 0 : 1);
        if (!isRight) faults.push(`${id} ${dueAt} fired ${fired} times, was to fire ${firing}`);
      }
    }
    return [...faults, ...[...times.keys()].map((name) => `${name} fired, but was never set`)];
  }
}
