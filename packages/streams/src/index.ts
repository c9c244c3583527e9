/** Event store and consumers on Redis Streams. See ../README.md for the tour. */

export { type ConsumerGroup, consumerGroup } from './consume/consumer.ts';
export type { AnyHandlers, HandlerContext } from './consume/pipeline/attempt.ts';
export type { Checkpoint, Projector, UnappliedEvent } from './consume/project.ts';
export type { Handlers } from './consume/react.ts';
export type { TimerHandlers } from './consume/timers.ts';
export { conventions } from './conventions.ts';
export { gathered } from './gathered.ts';
export { limits } from './limits.ts';
export type { Claim, Timer } from './log/append.ts';
export type { PartitionsOf } from './log/categories.ts';
export { clock } from './log/clock.ts';
export {
  AddressError,
  type Endpoint,
  parseAddress,
  type RedisAddress,
  textOfAddress,
} from './log/connect/address.ts';
export { type ClientOptions, redisClient } from './log/connect/client.ts';
export {
  inOne,
  keysWith,
  mastersOf,
  nodeOf,
  slotCount,
  slotsMissing,
  textOfNode,
} from './log/connect/nodes.ts';
export { aggregateIdOf, decodeEvent, type Entry, eventIdOf, type RawEvent, rawEvent } from './log/entry.ts';
export * from './log/errors.ts';
export * from './log/event.ts';
export { onServerChange } from './log/failover.ts';
export { forgetGroup } from './log/group.ts';
export { type EventInAppend, type Identify, identifyBy } from './log/identity.ts';
export { isOfReadModels, keys, partitionOf } from './log/keys.ts';
export type { EventLog, IdempotencyRecord } from './log/log.ts';
export { type Logged, type LoggedEvent, logged } from './log/logged.ts';
export { markAt, markOf, readNewer } from './log/newer.ts';
export {
  type Head,
  type LogEntry,
  type Place,
  type Range,
  readAggregate,
  readCategory,
  readEntries,
  readHead,
  readPartition,
} from './log/reader.ts';
export type { Replication } from './log/replication.ts';
export type { RedisClient } from './log/scripts.ts';
export type { AppendSeen, HandledSeen, Observer } from './observer.ts';
export { assertWritable, blockedPartitions } from './operate/blocked.ts';
export { type DeadLetter, DeadLetters, type Which } from './operate/dead-letters.ts';
export { errorOf, errorsOf } from './operate/errors-of.ts';
export {
  type CategorySize,
  memoryOf,
  type ServerMemory,
  setMemoryLimit,
  sizeOf,
} from './operate/memory.ts';
export { aclRule, missingRights } from './operate/rights.ts';
export { type GroupKind, type GroupStatus, groupStatus } from './operate/status.ts';
export { timersOf } from './operate/timers.ts';
export { type Found, LogSearch, type SearchedBy, searchedBy } from './search/log-search.ts';
export { readNewest } from './search/newest.ts';
export {
  asService,
  type Carrier,
  failed,
  inSpan,
  isTracing,
  SpanKind,
  serviceIn,
  traced,
} from './tracing.ts';
export {
  type Aggregate,
  aggregate,
  type Decision,
  type Due,
  evolve,
  type TimersOf,
} from './write/aggregate.ts';
export type { Ref } from './write/pending-command.ts';
export {
  type Command,
  commandOf,
  commandOfTimer,
  type Decided,
  EventStore,
  ref,
  type Transaction,
} from './write/store.ts';
