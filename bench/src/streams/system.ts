/** What the benchmark asks of a system: publish, consume with concurrency 100, say what is not acknowledged yet. */
import type { Payload } from './workload.ts';

/** `aggregateId`, `version`: where the system has them. */
export type Seen = Payload & { aggregateId?: string; version?: number };
/** A handler that does nothing but count. */
export type Handle = (seen: Seen) => void;

export type Consumer = {
  /** Published, and not acknowledged. */
  unacknowledged(): Promise<number>;
  stop(): Promise<void>;
};

export type System = {
  /** Publishes the events 0 … count-1 as fast as it can, in bulk. */
  preload(topic: string, count: number): Promise<void>;
  /** Publishes one, the way a service would. Resolves when it is accepted. */
  publish(topic: string, n: number): Promise<unknown>;
  /** Begins at the first event of the topic. Resolves when it reads. */
  consume(topic: string, handle: Handle): Promise<Consumer>;
  close(): Promise<void>;
};

export const concurrency = 100;
