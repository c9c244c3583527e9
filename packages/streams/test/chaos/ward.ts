/**
 * Aggregates with poison events. Each story ends well: the event and its followers are dead letters, in order; then
 * handlers learn to deal with it, and a redrive brings all of them through.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { DeadLetters } from '../../src/index.ts';
import type { World } from '../conformance/world.ts';
import { until } from '../servers/until.ts';
import { type Load, patients } from './load.ts';

/** Whether it takes too long is for the whole run to say. */
const patienceMs = 60 * 60_000;

export class Ward {
  readonly faults: string[] = [];
  /** Dead letters that were redriven. */
  redriven = 0;
  readonly #world: World;
  readonly #load: Load;
  readonly #deadLetters: DeadLetters;
  readonly #cures: string;
  readonly #stories = new Map<string, Promise<void>>();
  readonly #waitsFor = new Map<string, string>();

  constructor(world: World, load: Load, cures: string) {
    this.#world = world;
    this.#load = load;
    this.#cures = cures;
    this.#deadLetters = new DeadLetters(world.store.log, world.source, 'readers');
  }

  /** False where all patients are ill already. */
  async poison(nth: number, ms: number): Promise<boolean> {
    const well = patients.filter((id) => !this.#stories.has(id));
    const id = well[nth % well.length];
    if (id === undefined) return false;
    const story = this.#story(id, ms)
      .catch((error: Error) => void this.faults.push(`${id}: ${error.message}`))
      .finally(() => {
        this.#stories.delete(id);
        this.#waitsFor.delete(id);
      });
    this.#stories.set(id, story);
    return true;
  }

  async settled(): Promise<void> {
    await Promise.all(this.#stories.values());
  }

  /** What has not come to its end yet. */
  get unfinished(): string[] {
    return [...this.#waitsFor].map(([id, what]) => `${id}: ${what}`);
  }

  async #story(id: string, ms: number): Promise<void> {
    const version = await this.#load.poison(id);
    const wait = (what: string, check: () => Promise<boolean>) => {
      this.#waitsFor.set(id, `${what} ${version}`);
      return until(what, check, patienceMs);
    };
    const deadLetters = () => this.#deadLetters.ofAggregate(id);
    await wait('to be a dead letter', async () => (await deadLetters())[0]?.fields.version === `${version}`);
    await sleep(ms);
    await wait('to be looked at', () => this.#look(id, version));
    writeFileSync(join(this.#cures, `${id}-${version}`), '');
    await wait(
      'to be redriven',
      async () => (await this.#deadLetters.redrive({ aggregateId: id })).length > 0,
    );
    await wait('to be done', async () => (await deadLetters()).length === 0);
  }

  /** The event that failed, and those after it, without a gap. */
  async #look(id: string, version: number): Promise<boolean> {
    const deadLetters = await this.#deadLetters.ofAggregate(id);
    this.redriven += deadLetters.length;
    for (const [i, { errorClass, errorMessage, fields }] of deadLetters.entries()) {
      const expected = i === 0 ? 'PermanentError' : 'Parked';
      if (errorClass === expected && Number(fields.version) === version + i) continue;
      this.faults.push(
        `dead letter ${i} of ${id}: version ${fields.version}, ${errorClass} (${errorMessage}), not ${version + i}, ${expected}`,
      );
    }
    return deadLetters.length > 0;
  }

  /** What is left in the end is wrong. */
  async left(): Promise<string[]> {
    const groups = ['readers', 'readers-read-models'];
    const all = groups.map((group) => new DeadLetters(this.#world.store.log, this.#world.source, group));
    const deadLetters = (await Promise.all(all.map((of) => of.list()))).flat();
    return deadLetters.map(
      ({ group, position, errorClass, errorMessage, fields }) =>
        `${group}: ${position}, ${fields.aggregateId} ${fields.version}, ${errorClass} (${errorMessage})`,
    );
  }
}
