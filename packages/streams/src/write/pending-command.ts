/** A command that waits for its append: what its caller wants, and what it may do. */
import type { Claim } from '../log/append.ts';
import { PermanentError } from '../log/errors.ts';
import type { Meta, NewEvent, StoredEvent } from '../log/event.ts';
import type { Aggregate } from './aggregate.ts';

/** What the caller wants known and kept about its command. */
export type CommandOptions = {
  meta: Meta;
  /** When the command was given, UTC ms. */
  at: number;
  /** Repeating a command with the same idempotency key has one effect. Unique within the category. */
  idempotencyKey?: string | undefined;
  /** What the idempotency key stands for; the same id with another fingerprint is refused. */
  fingerprint?: string | undefined;
  /** The version that the caller believes to change (If-Match); 0: it must not exist yet. */
  expectedVersion?: number | undefined;
  /** Unique values that the (first) aggregate takes or gives back. */
  claims?: Omit<Claim, 'owner'>[] | undefined;
  releases?: Omit<Claim, 'owner'>[] | undefined;
};

/** An aggregate of the category that a command needs. The state's type is known to the caller only. */
export type Ref = { aggregate: Aggregate<never, never>; id: string };
export type CachedState = {
  aggregate: Aggregate<never, never>;
  state: never;
  version: number;
  position: string | undefined;
};
/** One id, one kind of aggregate in a category: events of another one would make it unreadable. */
export function assertKind({ id, aggregate }: Ref, known: CachedState): void {
  if (known.aggregate.reducerHash !== aggregate.reducerHash)
    throw new PermanentError(`${id} is named as two kinds of aggregate: one id, one kind in a category`);
}

export type Outcome = {
  states: ReadonlyMap<string, CachedState>;
  /** Of the first aggregate. */
  version: number;
  /** Of the first aggregate's last new event; undefined where it has none. */
  position: string | undefined;
  events: StoredEvent[];
  duplicate: boolean;
  reply: unknown;
};

/** What a decision sees and does. Synchronous; may run more than once. */
export type PendingTransaction = {
  current(id: string): CachedState;
  append(id: string, events: readonly NewEvent[]): void;
};

export type PendingCommand = {
  refs: readonly Ref[];
  /** See {@link conflictKeysOf}, and its aggregates. */
  conflictKeys: readonly string[];
  decision: (tx: PendingTransaction) => void;
  options: CommandOptions;
  /** What is kept with the idempotency key and given back on a repeat. */
  reply: (states: ReadonlyMap<string, CachedState>) => unknown;
  settled: boolean;
  resolve: (outcome: Outcome) => void;
  reject: (error: unknown) => void;
};

/** Commands that share one of these belong into two appends: the second shall see what the first did. */
export const conflictKeysOf = ({ idempotencyKey, claims = [], releases = [] }: CommandOptions): string[] => [
  ...(idempotencyKey === undefined ? [] : [`append ${idempotencyKey}`]),
  ...[...claims, ...releases].map(({ name, value }) => `claim ${name} ${value}`),
];
