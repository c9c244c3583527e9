/** Values by name, looked up together where many ask at the same time; those that were used last stay in memory. */
import { LRUCache } from 'lru-cache';

const keptMax = 10_000;

export class Lookups<Value extends object> {
  readonly #find: (names: readonly string[]) => Promise<ReadonlyMap<string, Value>>;
  readonly #values = new LRUCache<string, Value>({ max: keptMax });
  #asked: { names: Set<string>; found: Promise<ReadonlyMap<string, Value>> } | undefined;

  /** `find` finds all that it is asked for. */
  constructor(find: (names: readonly string[]) => Promise<ReadonlyMap<string, Value>>) {
    this.#find = find;
  }

  async get(name: string): Promise<Value> {
    return this.#values.get(name) ?? (await this.#ask(name)).get(name)!;
  }

  /** All that is asked for in this turn of the event loop is one query. */
  #ask(name: string): Promise<ReadonlyMap<string, Value>> {
    this.#asked ??= this.#query(new Set());
    this.#asked.names.add(name);
    return this.#asked.found;
  }

  #query(names: Set<string>) {
    const find = async () => {
      await new Promise(setImmediate);
      this.#asked = undefined;
      const found = await this.#find([...names]);
      for (const [name, value] of found) this.#values.set(name, value);
      return found;
    };
    return { names, found: find() };
  }

  delete(name: string): void {
    this.#values.delete(name);
  }
}
