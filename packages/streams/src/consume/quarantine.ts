/**
 * What dead owners have left, and the event among it that may have killed them.
 *
 * The next owner repeats these events as usual, but notes each of them in Redis before it begins. If this owner dies, too,
 * the events that were at work are the suspects: the next owner begins them one at a time. An event that three owners have
 * begun alone, and not survived, goes to the dead letters. When all that was left is acknowledged, noting ends.
 */

import { limits } from '../limits.ts';
import { orOutage, PermanentError } from '../log/errors.ts';
import { keys } from '../log/keys.ts';
import type { Delivery } from './delivery.ts';
import type { Lease } from './membership.ts';
import type { ModeContext } from './mode.ts';

type Context = Pick<ModeContext, 'events' | 'category' | 'group' | 'logger'>;

export class Quarantine {
  readonly #context: Context;
  /** Ids that a dead owner has left in a partition, until all of them are acknowledged. */
  readonly #inherited = new Map<Lease, Set<string>>();
  /** Those of them that were at work when it died, until they have ended once. */
  readonly #suspects = new Map<Lease, Set<string>>();
  /** Noted events that have ended. The next note carries them to Redis. */
  readonly #ended = new WeakMap<Lease, string[]>();
  /** What is pending in these was read by this process. */
  readonly #known = new WeakSet<Lease>();

  constructor(context: Context) {
    this.#context = context;
  }

  /** Whether events have to be begun one at a time. */
  get active(): boolean {
    return this.#suspects.size > 0;
  }

  /** What is pending when a partition becomes ours was left by the owner before. What is pending later is our own. */
  async inherit(lease: Lease, pending: readonly Delivery[]): Promise<void> {
    if (lease.crashes > 0 && !this.#known.has(lease)) {
      const noted = await this.#noted(lease);
      if (lease.ending.aborted) return;
      const inherited = new Set(pending.map(({ id }) => id));
      const suspects = noted.filter((id) => inherited.has(id));
      if (inherited.size > 0) this.#inherited.set(lease, inherited);
      if (suspects.length > 0) this.#suspect(lease, suspects);
    }
    this.#known.add(lease);
    if (pending.length === 0) await this.#calm(lease);
  }

  #suspect(lease: Lease, ids: string[]): void {
    const { category, group, logger } = this.#context;
    const { partition, crashes } = lease;
    this.#suspects.set(lease, new Set(ids));
    const fields = { category, group, partition, crashes, events: ids.length };
    logger.warn(fields, 'processes have died: what was at work is repeated one event at a time');
  }

  /** Whether an event of the partition has to be noted before it is begun. */
  isNoting(lease: Lease): boolean {
    return this.active || this.#inherited.has(lease);
  }

  /**
   * Notes what is about to be begun, `alone` or beside others; throws where this very entry has killed its process too
   * often.
   */
  async note({ lease, id }: Delivery, alone: boolean): Promise<void> {
    const ended = this.#ended.get(lease) ?? [];
    this.#ended.set(lease, []);
    if ((await this.#script(lease, id, this.active && alone, ended)) <= limits.crashesPerEvent) return;
    throw new PermanentError(`the process died ${limits.crashesPerEvent} times while it handled this event`);
  }

  /** Its handler has ended, well or not. */
  survived({ lease, id }: Delivery): void {
    if (this.isNoting(lease)) this.#ended.get(lease)?.push(id);
    else this.#ended.delete(lease);
    const suspects = this.#suspects.get(lease);
    if (suspects?.delete(id) && suspects.size === 0) this.#suspects.delete(lease);
  }

  acknowledged(delivery: Delivery): void {
    const { lease, id } = delivery;
    this.survived(delivery);
    const inherited = this.#inherited.get(lease);
    if (!inherited?.delete(id) || inherited.size > 0) return;
    this.#inherited.delete(lease);
    void this.#calm(lease).catch(() => undefined); // without it, the next owner is more careful than it has to be
  }

  /** The partition is somebody else's now. */
  forget(lease: Lease): void {
    this.#inherited.delete(lease);
    this.#suspects.delete(lease);
  }

  async #calm(lease: Lease): Promise<void> {
    if (lease.crashes > 0) await this.#script(lease, '', false, []);
  }

  async #noted({ partition }: Lease): Promise<string[]> {
    const { events, category, group } = this.#context;
    const text = await orOutage(events.redis.hget(keys.leases(category, group), `suspects:${partition}`));
    return Object.keys(JSON.parse(text ?? '{}'));
  }

  async #script({ partition, token }: Lease, id: string, alone: boolean, ended: string[]): Promise<number> {
    const { events, category, group } = this.#context;
    const args = [partition, token, id, alone ? 1 : 0, ...ended];
    return (await orOutage(
      events.redis.quickmartSuspect(1, keys.leases(category, group), ...args),
    )) as number;
  }
}
