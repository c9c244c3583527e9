/** Where everything stands in Redis. One hash tag per category: a category lives in one Cluster slot. */
import { crc32 } from 'node:zlib';

export const keyFormat = 1;

/** Of read models, of whatever build: `order-read-models`, `order-read-models-2`. */
const readModels = /-read-models(?:-\d+)?$/;
export const isOfReadModels = (group: string): boolean => readModels.test(group);

/** All builds of a service's read models share their dead letters: people read them, and no code depends on them. */
const deadLettersOf = (group: string): string => group.replace(readModels, '-read-models');

export const keys = {
  head: (category: string) => `{${category}}:head`,
  events: (category: string, partition: number) => `{${category}}:events:${partition}`,
  aggregate: (category: string, id: string) => `{${category}}:agg:${id}`,
  index: (category: string, id: string) => `{${category}}:idx:${id}`,
  idempotency: (category: string, idempotencyKey: string) => `{${category}}:done:${idempotencyKey}`,
  claim: (category: string, name: string, value: string) => `{${category}}:claim:${name}:${value}`,
  /** Written before a WAIT: see replication.ts. */
  replicated: (category: string) => `{${category}}:replicated`,
  timers: (category: string) => `{${category}}:timers`,
  timerBodies: (category: string) => `{${category}}:timer-bodies`,
  members: (category: string, group: string) => `{${category}}:group:${group}:members`,
  leases: (category: string, group: string) => `{${category}}:group:${group}:leases`,
  /** The aggregates with dead letters, and per aggregate the ids of its dead letters, oldest first. */
  parked: (category: string, group: string) => `{${category}}:group:${deadLettersOf(group)}:parked`,
  parkedDeadLetters: (category: string, group: string, id: string) =>
    `{${category}}:group:${deadLettersOf(group)}:parked:${id}`,
  /** Dead letters that shall be redriven: `aggregate:<id>` or `letter:<id>`, by when, in ms. */
  redrive: (category: string, group: string) => `{${category}}:group:${deadLettersOf(group)}:redrive`,
  discarded: (category: string, group: string) => `{${category}}:discarded:${deadLettersOf(group)}`,
  dead: (category: string, group: string) => `{${category}}:dead:${deadLettersOf(group)}`,
};

/** An aggregate always hashes to the same partition (CRC-32 of the UTF-8 id). */
export const partitionOf = (aggregateId: string, partitions: number): number =>
  crc32(aggregateId) % partitions;
