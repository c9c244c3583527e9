/**
 * The table of keys: the one table that cannot be built anew. A row has a name, which is a person's id or that of a secret
 * of the system, and the key, wrapped by the master key. Of a person who was erased the row stays, without the key.
 */
export type KeyRow = {
  name: string;
  /** Null: erased. */
  wrapped: string | null;
  createdAt: number;
  erasedAt: number | null;
};

/** Inside a transaction: nobody else writes meanwhile. */
export type KeyWrites = {
  read(names: readonly string[]): Promise<KeyRow[]>;
  insert(rows: readonly KeyRow[]): Promise<void>;
  /** Rows that are there. */
  update(rows: readonly KeyRow[]): Promise<void>;
};

/** What the two databases have in common. */
export type KeyTable = {
  /** For messages; never with a password. */
  readonly place: string;
  read(names: readonly string[]): Promise<KeyRow[]>;
  /** At most `limit` rows after this name, in the order of the names. */
  after(name: string, limit: number): Promise<KeyRow[]>;
  /** All or nothing, and one at a time over all processes. */
  write<Result>(work: (writes: KeyWrites) => Promise<Result>): Promise<Result>;
  /** Overwrites what the database itself still holds of deleted values, as far as it can. */
  scrub(): Promise<void>;
  close(): Promise<void>;
};

/** The keys cannot be used as they are; the message says what to do, and holds no secret. */
export class KeysError extends Error {
  override readonly name = 'KeysError';
}
