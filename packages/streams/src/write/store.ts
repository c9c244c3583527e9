/**
 * The event store as services use it: decide on an aggregate, read it, look into its history.
 *
 * @example
 * const store = new EventStore({ redis, codec: registry });
 * const { state, version } = await store.decide(counter, id, (state) => add(state, 2), { at: Date.now(), meta });
 */

import { conventions } from '../conventions.ts';
import type { Timer } from '../log/append.ts';
import type { PartitionsOf } from '../log/categories.ts';
import { clock } from '../log/clock.ts';
import { assertClient } from '../log/connect/assert.ts';
import { RefusalError } from '../log/errors.ts';
import type { EventCodec, EventMap, NewEventOf, StoredEvent } from '../log/event.ts';
import { EventLog, type FoundRecord, type IdempotencyRecord } from '../log/log.ts';
import type { Replication } from '../log/replication.ts';
import type { RedisClient } from '../log/scripts.ts';
import { nobody, type Observer } from '../observer.ts';
import { inSpan, SpanKind, traced } from '../tracing.ts';
import type { Aggregate, Decision } from './aggregate.ts';
import { Decider } from './decider.ts';
import {
  assertKind,
  type CommandOptions,
  type Outcome,
  type PendingCommand,
  type PendingTransaction,
  type Ref,
} from './pending-command.ts';

/** `reply`: JSON that is stored with the idempotency key, and returned when the command is repeated. */
export type Command<State = unknown> = CommandOptions & {
  reply?: ((decided: { state: State; version: number }) => unknown) | undefined;
};

/**
 * `version` and `position` are those after the command. `position` is undefined only where the aggregate has no events.
 * A `duplicate` has changed nothing: its version, position and reply are those of the first command, its `state` is the
 * current one.
 */
export type Decided<State> = {
  state: State;
  version: number;
  position: string | undefined;
  events: StoredEvent[];
  duplicate: boolean;
  reply: unknown;
};

/** Several aggregates of one category in one decision. */
export type Transaction = {
  /** One of those that were named by a {@link ref}. */
  of<State, Events extends EventMap>(
    aggregate: Aggregate<State, Events>,
    id: string,
  ): Participant<State, Events>;
};

/** An aggregate in a transaction: as it is after what was appended to it so far. */
export type Participant<State, Events extends EventMap> = {
  readonly state: State;
  /** 0: there is no such aggregate yet. */
  readonly version: number;
  append(events: readonly NewEventOf<Events>[]): void;
};

/**
 * The command that an event leads to. Its idempotency key comes from the event: so the command has one effect, however often
 * the event is handled. `step` tells several commands of one handler apart.
 */
export const commandOf = (
  event: StoredEvent,
  step = 'react',
): Pick<Command, 'meta' | 'at' | 'idempotencyKey'> => ({
  meta: { ...event.meta, causationId: event.eventId },
  at: clock.now(),
  idempotencyKey: `${event.eventId}:${step}`,
});

/**
 * The command that a timer leads to. Its idempotency key comes from the timer and its time: so the command has one effect,
 * however often the timer fires.
 */
export const commandOfTimer = ({
  id,
  dueAt,
  meta,
}: Timer): Pick<Command, 'meta' | 'at' | 'idempotencyKey'> => ({
  meta,
  // It is due by the clock of Redis, of which ours is a good guess.
  at: Math.max(clock.now(), dueAt),
  idempotencyKey: `timer:${id}:${dueAt}`,
});

/** Names an aggregate for {@link EventStore.decideAll}. */
export const ref = <State, Events extends EventMap>(
  aggregate: Aggregate<State, Events>,
  id: string,
): Ref => ({
  aggregate: aggregate as unknown as Aggregate<never, never>,
  id,
});

export class EventStore {
  readonly log: EventLog;
  /** Of this store, and of the consumers that work with it. */
  readonly observer: Observer;
  readonly #deciders = new Map<string, Decider>();

  /** @throws Error where the client has other options than {@link assertClient} asks for */
  constructor(options: {
    redis: RedisClient;
    codec: EventCodec;
    /** Of a category that does not exist yet; without it {@link limits}. */
    partitions?: PartitionsOf;
    /** Rejects with {@link LogReplacedError} where the log is not the one that read models come from: see same-log.ts. */
    sameLog?: (log: EventLog) => Promise<void>;
    /** How many replicas must have what is acknowledged; without it none. */
    replication?: Replication | undefined;
    observer?: Observer;
  }) {
    assertClient(options.redis);
    const { redis, codec, partitions, sameLog, replication, observer = nobody } = options;
    this.observer = observer;
    this.log = new EventLog(redis, codec, partitions, sameLog, replication);
  }

  #decider(category: string): Decider {
    const known = this.#deciders.get(category);
    if (known) return known;
    const decider = new Decider(this.log, category, this.observer);
    this.#deciders.set(category, decider);
    return decider;
  }

  /**
   * Decides on the newest state and appends what follows. Rejects with what the decision throws,
   * {@link StaleVersionError}, {@link ClaimTakenError}, {@link AppendTooLargeError}, {@link OutageError}.
   */
  async decide<State, Events extends EventMap>(
    aggregate: Aggregate<State, Events>,
    id: string,
    decision: Decision<State, Events>,
    command: Command<State>,
  ): Promise<Decided<State>> {
    const outcome = await this.#run(
      aggregate.category,
      [ref(aggregate, id)],
      (tx) => tx.append(id, decision(tx.current(id).state, tx.current(id).version)),
      command as Command,
    );
    return decided(outcome, id);
  }

  /** The same for several aggregates of a category: all of it is appended, or nothing. The first ref is the subject. */
  async decideAll<State = unknown>(
    category: string,
    refs: readonly [Ref, ...Ref[]],
    decision: (tx: Transaction) => void,
    command: Command<State>,
  ): Promise<Decided<State>> {
    const outcome = await this.#run(category, refs, (tx) => decision(transaction(tx)), command as Command);
    return decided(outcome, refs[0].id);
  }

  #run(
    category: string,
    refs: readonly Ref[],
    decision: (tx: PendingTransaction) => void,
    command: Command,
  ): Promise<Outcome> {
    const subject = refs[0]!.id;
    const reply: PendingCommand['reply'] = (states) => {
      const { state, version } = states.get(subject)!;
      return command.reply?.({ state, version });
    };
    const attributes = () => ({
      [conventions.messagingSystem]: 'redis',
      [conventions.operationName]: 'append',
      [conventions.operationType]: 'send',
      [conventions.destination]: category,
      [conventions.aggregateId]: subject,
    });
    const options = { kind: SpanKind.PRODUCER, attributes, isRefusal };
    return inSpan(`append ${category}`, options, () => {
      const { promise, resolve, reject } = Promise.withResolvers<Outcome>();
      const own = { ...command, meta: traced(command.meta) };
      this.#decider(category).submit({ refs, decision, options: own, reply, resolve, reject });
      return promise;
    });
  }

  /** The newest state. Version 0: there is no such aggregate. */
  async read<State, Events extends EventMap>(
    aggregate: Aggregate<State, Events>,
    id: string,
  ): Promise<{ state: State; version: number }> {
    const { state, version } = await this.#decider(aggregate.category).read(ref(aggregate, id));
    return { state, version };
  }

  /** At most `limit` events of an aggregate after `afterVersion`, oldest first. */
  history(
    category: string,
    id: string,
    options: { afterVersion: number; limit: number },
  ): Promise<StoredEvent[]> {
    return this.log.history(category, id, options.afterVersion, options.limit);
  }

  /** Version and position of an aggregate's last event; undefined where there is no such aggregate. */
  head(category: string, id: string): Promise<{ version: number; position: string } | undefined> {
    return this.log.head(category, id);
  }

  /** The aggregate that owns a unique value. */
  owner(category: string, claim: string, value: string): Promise<string | undefined> {
    return this.log.owner(category, claim, value);
  }

  /** What was stored with an idempotency key. It is kept for at least 24 hours. */
  findRecord(category: string, idempotencyKey: string): Promise<FoundRecord | undefined> {
    return this.log.findRecord(category, idempotencyKey);
  }

  /** Stores an answer that wrote no events (a refusal) with its idempotency key. False: there is one, and it stays. */
  storeRecord(category: string, idempotencyKey: string, record: IdempotencyRecord): Promise<boolean> {
    return this.log.storeRecord(category, idempotencyKey, record);
  }
}

const isRefusal = (error: unknown): boolean => error instanceof RefusalError;

function decided<State>(outcome: Outcome, id: string): Decided<State> {
  const { states, ...rest } = outcome;
  return { ...rest, state: states.get(id)!.state as State };
}

const transaction = (tx: PendingTransaction): Transaction => ({
  of: (aggregate, id) => {
    assertKind(ref(aggregate, id), tx.current(id));
    return {
      get state() {
        return tx.current(id).state;
      },
      get version() {
        return tx.current(id).version;
      },
      append: (events) => tx.append(id, events),
    };
  },
});
