/** Values by name, looked up together where many ask at the same time; those that were used last stay in memory. */
import { gathered } from '@quickmart/streams';
import { LRUCache } from 'lru-cache';

const keptMax = 10_000;

export class Lookups<Value extends object> {
  readonly #ask: (names: Iterable<string>) => Promise<ReadonlyMap<string, Value>>;
  readonly #values = new LRUCache<string, Value>({ max: keptMax });

  /** `find` finds all that it is asked for. */
  constructor(find: (names: readonly string[]) => Promise<ReadonlyMap<string, Value>>) {
    this.#ask = gathered(async (names) => {
      const found = await find(names);
      for (const [name, value] of found) this.#values.set(name, value);
      return found;
    });
  }

  async get(name: string): Promise<Value> {
    return this.#values.get(name) ?? (await this.#ask([name])).get(name)!;
  }

  delete(name: string): void {
    this.#values.delete(name);
  }
}
