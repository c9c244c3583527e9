/**
 * What dead owners have left, and the event among it that may have killed them.
 *
 * A partition whose owner died is repeated as usual. After the second death in a row the group is in quarantine: one event
 * at a time, and each is noted in Redis before it is begun. An event that three owners have begun and not survived is the
 * one, and is buried. When all that was left is settled, everything is as before.
 */
import type { Delivery } from './delivery.ts';
import { orOutage, PermanentError } from './errors.ts';
import { keys } from './keys.ts';
import { limits } from './limits.ts';
import type { Lease } from './membership.ts';
import type { ModeContext } from './subscription.ts';

export class Quarantine {
  readonly #context: Pick<ModeContext, 'events' | 'category' | 'group'>;
  /** Ids that a dead owner has left in a partition, until all of them are settled. */
  readonly #inherited = new Map<Lease, Set<string>>();
  readonly #prepared = new WeakSet<Lease>();

  constructor(context: Pick<ModeContext, 'events' | 'category' | 'group'>) {
    this.#context = context;
  }

  /** Whether events have to be begun one at a time, and noted before. */
  get active(): boolean {
    return [...this.#inherited.keys()].some(({ crashes }) => crashes >= limits.crashesBeforeQuarantine);
  }

  /** What is pending when a partition becomes ours was left by its former owner; later on it is our own. */
  async inherit(lease: Lease, pending: readonly Delivery[]): Promise<void> {
    if (lease.crashes > 0 && !this.#prepared.has(lease)) {
      this.#inherited.set(lease, new Set(pending.map(({ id }) => id)));
    }
    this.#prepared.add(lease);
    if (pending.length === 0) await this.#calm(lease);
  }

  /** Notes what is about to be begun; throws where this very entry has killed its process too often. */
  async note({ lease, id }: Delivery): Promise<void> {
    if (!this.active || (await this.#suspect(lease, id)) <= limits.crashesPerEvent) return;
    throw new PermanentError(`the process died ${limits.crashesPerEvent} times while it handled this event`);
  }

  settled({ lease, id }: Delivery): void {
    const inherited = this.#inherited.get(lease);
    if (!inherited?.delete(id) || inherited.size > 0) return;
    this.#inherited.delete(lease);
    void this.#calm(lease).catch(() => undefined); // the next owner would be a little more careful than it has to
  }

  /** The partition is somebody else's now. */
  forget(lease: Lease): void {
    this.#inherited.delete(lease);
  }

  async #calm(lease: Lease): Promise<void> {
    if (lease.crashes > 0) await this.#suspect(lease, '');
  }

  async #suspect({ partition, token }: Lease, id: string): Promise<number> {
    const { events, category, group } = this.#context;
    const leases = keys.leases(category, group);
    return (await orOutage(events.redis.quickmartSuspect(1, leases, partition, token, id))) as number;
  }
}
