/**
 * Finds entries that another consumer has taken out of the group, by hand or with a tool, and left pending. Without this,
 * nobody would handle them before a restart. A read that brings a later entry finds out at once. This is for entries that
 * nothing comes after.
 *
 * It looks between two reads: then nothing is on its way to this process, and what is pending and not held is a stray.
 */
import { limits } from '../limits.ts';
import type { Logger } from '../log/event.ts';
import type { HeldEntries } from './held-entries.ts';
import type { Lease } from './membership.ts';
import type { PartitionReader } from './partition-reader.ts';

export class Strays {
  readonly #held: HeldEntries;
  readonly #logger: Logger;
  readonly #fields: { category: string; group: string };
  #nextAt = performance.now() + limits.strayPollMs;

  constructor(held: HeldEntries, logger: Logger, fields: { category: string; group: string }) {
    this.#held = held;
    this.#logger = logger;
    this.#fields = fields;
  }

  /** True where some were found. They are pending under the name of the owner from then on. Looks once per interval. */
  async found(reader: PartitionReader): Promise<boolean> {
    if (performance.now() < this.#nextAt) return false;
    this.#nextAt = performance.now() + limits.strayPollMs;
    const held = new Map(reader.leases.map((lease) => [lease, this.#held.count(lease)]));
    let isFound = false;
    for (const [lease, { found, pending }] of await reader.strays()) {
      const unknown = Math.max(found, pending - (held.get(lease) ?? pending));
      if (unknown === 0) continue;
      isFound = true;
      this.say(lease, unknown);
    }
    return isFound;
  }

  say({ partition }: Lease, entries?: number): void {
    const fields = { ...this.#fields, partition, entries };
    this.#logger.warn(fields, 'entries were taken out of the group by somebody else: they are handled now');
  }
}
