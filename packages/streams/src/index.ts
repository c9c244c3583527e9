/** Event store and consumers on Redis Streams. See ../README.md for the tour. */
export { type Aggregate, aggregate, type Decision, type Evolve, evolve } from './aggregate.ts';
export type { Claim, Timer } from './append.ts';
export { assertWritable, type BlockedPartition, blockedPartitions } from './blocked.ts';
export { clock } from './clock.ts';
export { type ConsumerGroup, consumerGroup } from './consumer.ts';
export { type DeadLetter, DeadLetters, type Which } from './dead-letters.ts';
export type { Ref } from './draft.ts';
export { decodeEvent, type Entry, type RawEvent, rawEvent } from './entry.ts';
export * from './errors.ts';
export * from './event.ts';
export { type Identify, identifyBy, type NewFact } from './identity.ts';
export { keys, partitionOf } from './keys.ts';
export { limits } from './limits.ts';
export type { DoneRecord, EventLog, Recalled } from './log.ts';
export type { Checkpoint, Projector, UnappliedEvent } from './project.ts';
export type { AnyHandlers, HandlerContext, Handlers } from './react.ts';
export {
  type Head,
  type LogEntry,
  type Place,
  type Range,
  readCategory,
  readHead,
  readPartition,
} from './reader.ts';
export { aclRule, missingRights } from './rights.ts';
export type { RedisClient } from './scripts.ts';
export { type GroupKind, type GroupStatus, groupStatus, type PartitionStatus } from './status.ts';
export {
  type Command,
  commandOf,
  commandOfTimer,
  type Decided,
  EventStore,
  ref,
  type Transaction,
} from './store.ts';
export type { SubscriptionStatus } from './subscription.ts';
export type { TimerHandler, TimerHandlers } from './timers.ts';
