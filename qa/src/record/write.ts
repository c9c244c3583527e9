/** Writes the lines of a recording as keys, as the append script leaves them. */
import { keys, type LogEntry } from '@quickmart/streams';
import type { ChainableCommander } from 'ioredis';
import { Failure } from '../failure.ts';
import type { Claim, Header, Timer } from './format.ts';
import { digestOf } from './read.ts';

/** Throws where the file was changed. */
export async function assertWhole(path: string, { digest }: Header): Promise<void> {
  if ((await digestOf(path)) !== digest)
    throw new Failure(`${path} is not as it was recorded: its digest is another one`);
}

export function addEntry(
  to: ChainableCommander,
  { category, partition, entry: [id, fields] }: LogEntry,
): void {
  const [aggregateId = '', version = ''] = [fields[7], fields[9]];
  to.xadd(keys.events(category, partition), id, ...fields);
  to.rpush(keys.index(category, aggregateId), id);
  to.hset(keys.aggregate(category, aggregateId), 'version', version);
}

export const addClaim = (to: ChainableCommander, { category, claim, owner }: Claim) =>
  to.set(`${keys.claim(category, '', '').slice(0, -1)}${claim}`, owner);

export function addTimer(to: ChainableCommander, { category, timer, dueAt, body }: Timer): void {
  to.zadd(keys.timers(category), dueAt, timer);
  to.hset(keys.timerBodies(category), timer, body);
}

/** Throws the first error that is among the answers. */
export function assertDone(answers: [error: Error | null, answer: unknown][] | null): void {
  for (const [error] of answers ?? []) if (error) throw error;
}
