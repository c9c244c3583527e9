/** A command that waits for its append. */
import type { Claim } from '../log/append.ts';
import { PermanentError } from '../log/errors.ts';
import type { Meta, NewEvent, StoredEvent } from '../log/event.ts';
import type { Aggregate } from './aggregate.ts';

/** What a caller says about its command. */
export type CommandOptions = {
  meta: Meta;
  /** When the command was given, UTC ms. */
  at: number;
  /** Repeating a command with the same idempotency key has one effect. Unique within the category. */
  idempotencyKey?: string | undefined;
  /** What the idempotency key stands for. The same key with another fingerprint is refused. */
  fingerprint?: string | undefined;
  /** The version that the caller believes to change (If-Match); 0: it must not exist yet. */
  expectedVersion?: number | undefined;
  /** The first aggregate is taken to be new, and not read before the decision; where it is there, it is read after all. */
  isLikelyNew?: boolean | undefined;
  /** Unique values that the (first) aggregate takes or gives back. */
  claims?: Omit<Claim, 'owner'>[] | undefined;
  releases?: Omit<Claim, 'owner'>[] | undefined;
};

/** An aggregate of the category that a command needs. Only the caller knows the type of its state. */
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

/** What a decision sees and does. It is synchronous, and may run more than once. */
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
  /** What is stored with the idempotency key, and returned on a repeat. */
  reply: (states: ReadonlyMap<string, CachedState>) => unknown;
  isAnswered: boolean;
  resolve: (outcome: Outcome) => void;
  reject: (error: unknown) => void;
};

/** Commands that share one of these go into two appends: the second has to see what the first did. */
export const conflictKeysOf = ({ idempotencyKey, claims = [], releases = [] }: CommandOptions): string[] => [
  ...(idempotencyKey === undefined ? [] : [`append ${idempotencyKey}`]),
  ...[...claims, ...releases].map(({ name, value }) => `claim ${name} ${value}`),
];
