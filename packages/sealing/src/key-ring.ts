/**
 * The keys of persons and the secrets of the system, unwrapped. The row `master` says which master key wraps at present:
 * what is written without knowing it, by a process that has read an older one, is refused and tried again.
 */
import { randomBytes } from 'node:crypto';
import { clock, gathered } from '@quickmart/streams';
import { LRUCache } from 'lru-cache';
import { type PersonKey, personKey } from './cipher.ts';
import { type KeyRow, KeysError, type KeyTable, type KeyWrites } from './keys/table.ts';
import {
  type MasterKey,
  type MasterSource,
  masterKey,
  masterOf,
  readMasters,
  unwrap,
  wrap,
} from './master.ts';

export const masterRow = 'master';
const rotatedAtOnce = 500;
const keyBytes = 32;
const cachedMax = 10_000;

export class KeyRing {
  readonly #table: KeyTable;
  readonly #source: MasterSource;
  #masters: readonly MasterKey[];
  readonly #toSeal = gathered((names: readonly string[]) => this.#findOrMake(names));
  /** Keys to seal with; those that were used last. */
  readonly #cached = new LRUCache<string, PersonKey>({ max: cachedMax });
  readonly #rows = gathered((names: readonly string[]) => this.#table.read(names));

  private constructor(table: KeyTable, source: MasterSource) {
    this.#table = table;
    this.#source = source;
    this.#masters = readMasters(source);
  }

  /** Throws a KeysError where the master keys are not those that the keys are wrapped by. */
  static async on(table: KeyTable, source: MasterSource): Promise<KeyRing> {
    const ring = new KeyRing(table, source);
    await table.write((writes) => ring.#master(writes));
    return ring;
  }

  /** The key to seal with, which is made where there is none. That of an erased person is one that nobody knows. */
  async toSeal(name: string): Promise<PersonKey> {
    const cached = this.#cached.get(name);
    if (cached !== undefined) return cached;
    const { found, made } = await this.#toSeal([name]);
    // Who asks in the same turn gets the same key, also where it is one that nobody knows.
    const known = this.#cached.get(name);
    if (known !== undefined) return known;
    const own = made.get(name) ?? this.#unwrapped(found.filter((row) => row.name === name)).get(name);
    const key = personKey(own ?? randomBytes(keyBytes));
    this.#cached.set(name, key);
    return key;
  }

  /** The keys that there are, as of now. */
  async toOpen(names: readonly string[]): Promise<Map<string, Buffer>> {
    if (names.length === 0) return new Map();
    const rows = await this.#rows(names);
    // A key of somebody else that was changed is not in the way.
    return this.#unwrapped(rows.filter(({ name }) => names.includes(name)));
  }

  /** The secret of this name, which is made where there is none. */
  async secret(name: string, make: () => Buffer): Promise<Buffer> {
    const row = await this.#table.write(async (writes) => {
      const [found] = await writes.read([name]);
      if (found?.wrapped) return found;
      const made = newRow(name, wrap(await this.#master(writes), name, make()));
      await (found ? writes.update([made]) : writes.insert([made]));
      return made;
    });
    return this.#unwrapped([row]).get(name)!;
  }

  async erase(name: string): Promise<boolean> {
    const erasedAt = clock.now();
    const isErased = await this.#table.write(async (writes) => {
      const [found] = await writes.read([name]);
      // This one did it, where the answer to its commit was lost.
      if (found?.erasedAt != null) return found.erasedAt === erasedAt;
      const erased = { ...(found ?? newRow(name, null)), wrapped: null, erasedAt };
      await (found ? writes.update([erased]) : writes.insert([erased]));
      return true;
    });
    this.#cached.delete(name);
    // Also where the row was erased before: a crash may have come in between.
    await this.#table.scrub();
    return isErased;
  }

  async rotate(key: Buffer): Promise<{ wrapped: number }> {
    const next = masterKey(key);
    this.#masters = [next, ...this.#masters.filter(({ id }) => id !== next.id)];
    await this.#table.write(async (writes) => {
      await this.#master(writes);
      await writes.update([newRow(masterRow, wrap(next, masterRow, randomBytes(32)))]);
    });
    let wrapped = 0;
    // From here on every new key is wrapped by the new master: one pass finds all others.
    for (let after = ''; ; ) {
      const rows = await this.#table.after(after, rotatedAtOnce);
      const last = rows.at(-1);
      if (last === undefined) break;
      wrapped += await this.#rewrap(
        rows.map(({ name }) => name),
        next,
      );
      after = last.name;
    }
    await this.#table.scrub();
    return { wrapped };
  }

  async ping(): Promise<void> {
    await this.#table.read([masterRow]);
  }

  async close(): Promise<void> {
    await this.#table.close();
  }

  #rewrap(names: readonly string[], next: MasterKey): Promise<number> {
    return this.#table.write(async (writes) => {
      const others = (await writes.read(names)).filter(
        ({ wrapped }) => wrapped !== null && masterOf(wrapped) !== next.id,
      );
      const keys = this.#unwrapped(others);
      await writes.update(
        others.map((row) => ({ ...row, wrapped: wrap(next, row.name, keys.get(row.name)!) })),
      );
      return others.length;
    });
  }

  /** The rows that there are, and the keys that are made. Somebody else may be first: then there are their rows. */
  async #findOrMake(names: readonly string[]): Promise<{ found: KeyRow[]; made: Map<string, Buffer> }> {
    const found = await this.#table.read(names);
    const missing = without(names, found);
    if (missing.length === 0) return { found, made: new Map() };
    return await this.#table.write(async (writes) => {
      const master = await this.#master(writes);
      const theirs = await writes.read(missing);
      const made = new Map(without(missing, theirs).map((name) => [name, randomBytes(keyBytes)]));
      await writes.insert([...made].map(([name, key]) => newRow(name, wrap(master, name, key))));
      return { found: [...found, ...theirs], made };
    });
  }

  /** The one that wraps at present; where there is none yet, ours does. */
  async #master(writes: KeyWrites): Promise<MasterKey> {
    const [row] = await writes.read([masterRow]);
    if (row?.wrapped == null) {
      const [first] = this.#masters as [MasterKey];
      await writes.insert([newRow(masterRow, wrap(first, masterRow, randomBytes(32)))]);
      return first;
    }
    this.#unwrapped([row]);
    return this.#masters.find(({ id }) => id === masterOf(row.wrapped!))!;
  }

  /** Of rows that have a key. A master key that is not known may have come since: the source is read again. */
  #unwrapped(rows: readonly KeyRow[]): Map<string, Buffer> {
    const keys = new Map<string, Buffer>();
    for (const { name, wrapped } of rows) {
      if (wrapped === null) continue;
      if (!this.#knows(wrapped)) this.#readAgain();
      const key = unwrap(this.#masters, name, wrapped);
      if (key === undefined) throw this.#foreign(wrapped);
      keys.set(name, key);
    }
    return keys;
  }

  #readAgain(): void {
    const read = readMasters(this.#source);
    const others = this.#masters.filter(({ id }) => !read.some((master) => master.id === id));
    this.#masters = [...read, ...others];
  }

  #knows = (wrapped: string): boolean => this.#masters.some(({ id }) => id === masterOf(wrapped));

  #foreign(wrapped: string): KeysError {
    const where = 'file' in this.#source ? `the file ${this.#source.file}` : 'MASTER_KEY';
    return new KeysError(
      this.#knows(wrapped)
        ? `a key at ${this.#table.place} was changed: restore the table of keys from its backup`
        : `the keys at ${this.#table.place} are wrapped by the master key ${masterOf(wrapped)}…, which is not in ${where}: ` +
            'set MASTER_KEY or MASTER_KEY_FILE to it, or KEYS_URL to the keys that belong to yours',
    );
  }
}

function without(names: readonly string[], rows: readonly KeyRow[]): string[] {
  const known = new Set(rows.map(({ name }) => name));
  return names.filter((name) => !known.has(name));
}

const newRow = (name: string, wrapped: string | null): KeyRow => ({
  name,
  wrapped,
  createdAt: clock.now(),
  erasedAt: null,
});
