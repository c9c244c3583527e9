/** Appends that go on until they are stopped. */
import { setTimeout as sleep } from 'node:timers/promises';
import { OutageError } from '../../src/log/errors.ts';
import type { Aggregate } from '../../src/write/aggregate.ts';
import type { EventStore } from '../../src/write/store.ts';
import { command, type NoteEvents, noted } from './ledger.ts';

export class Load {
  /** By aggregate, in order: what was acknowledged. */
  readonly acknowledged: { aggregateId: string; version: number; position: string }[] = [];
  readonly #ended: Promise<unknown>;
  readonly #store: EventStore;
  readonly #notes: Aggregate<number, NoteEvents>;
  readonly #pauseMs: number;
  #on = true;

  constructor(
    store: EventStore,
    aggregate: Aggregate<number, NoteEvents>,
    ids: readonly string[],
    pauseMs: number,
  ) {
    this.#store = store;
    this.#notes = aggregate;
    this.#pauseMs = pauseMs;
    this.#ended = Promise.all(ids.map((id) => this.#append(id)));
  }

  async #append(aggregateId: string): Promise<void> {
    for (let n = 1; this.#on; n++) {
      const { version, position = '' } = await this.#surely(aggregateId, n);
      this.acknowledged.push({ aggregateId, version, position });
      await sleep(this.#pauseMs);
    }
  }

  /** An outage leaves open whether it was written: with the same idempotency key it is written once. */
  async #surely(id: string, n: number) {
    for (;;) {
      try {
        const once = { ...command(), idempotencyKey: `load-${id}-${n}` };
        return await this.#store.decide(this.#notes, id, () => [noted(n)], once);
      } catch (error) {
        if (!(error instanceof OutageError)) throw error;
        await sleep(50);
      }
    }
  }

  /** Resolves when the last append is acknowledged. */
  async stop(): Promise<Load> {
    this.#on = false;
    await this.#ended;
    return this;
  }

  get count(): number {
    return this.acknowledged.length;
  }
}
