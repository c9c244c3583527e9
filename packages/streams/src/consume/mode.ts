/** What a group does with the entries of its partitions (react or project), and what it works with. */
import type { Logger } from '../log/event.ts';
import type { EventLog } from '../log/log.ts';
import type { Observer } from '../observer.ts';
import type { Acknowledger } from './acknowledger.ts';
import type { Decoder } from './decoder.ts';
import type { Delivery } from './delivery.ts';
import type { HeldEntries } from './held-entries.ts';
import type { Lease } from './membership.ts';

/** `pending`: handled first. The partition is read from `from` on. */
export type Prepared = { pending: Delivery[]; from: string };

export type Mode = {
  /** The types of events that it handles: all others are acknowledged where they are read, and are not sent. Without: all. */
  readonly types?: readonly string[];
  /** Sets the group of a partition to where handling goes on. */
  prepare(lease: Lease): Promise<Prepared>;
  /** Takes entries of one partition, in order. */
  deliver(deliveries: Delivery[]): void;
  /** What it does beside reading, until the signal. */
  run?(leases: () => readonly Lease[], signal: AbortSignal): Promise<void>;
  /** Begins nothing more of a partition. Resolves when everything of it that runs has ended. */
  drain(lease: Lease): Promise<void>;
};

export type ModeContext = {
  events: EventLog;
  decoder: Decoder;
  category: string;
  group: string;
  /** Whose group it is. */
  service: string;
  consumer: string;
  held: HeldEntries;
  acknowledger: Acknowledger;
  logger: Logger;
  observer: Observer;
  /** Aborted when the grace period of a stop is over. */
  grace: AbortSignal;
};
