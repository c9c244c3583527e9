/** What a check has found, and what to do about it. */
import { OutageError, type RedisClient } from '@quickmart/streams';

/** An entry cannot be put back into the middle of a stream: ids only grow. */
const noWayBack =
  'Redis takes no entry back in the middle of a stream: restore Redis from a backup, or `pnpm qa record` a copy that still ' +
  'has it and `pnpm qa import` that into an empty Redis';

const advice = {
  hole: `an entry is gone. ${noWayBack}`,
  head:
    'where entries after the last one were lost (a failover, an old backup): `pnpm qa heal`; where only the head was ' +
    'changed: HSET its pos back to that of the last entry. Nothing may be appended before',
  foreign:
    'somebody wrote into the stream past the append script. Delete the entry (XDEL); where the partition takes no events, ' +
    '`pnpm qa heal <category>` goes on after it',
  double:
    'a position is given once: somebody wrote past the append script; XDEL the entry that no index names',
  unreadable:
    'no code here can read it: deploy the version that can, or find out who wrote it (`pnpm qa show`)',
  partition: 'an aggregate is in one partition only: somebody wrote past the append script; restore Redis',
  version:
    'the versions of an aggregate count 1, 2, 3 …: an entry is gone or was written by hand; restore Redis',
  index:
    'the index of an aggregate was changed by hand: restore its keys from a backup, it takes no append until then',
  claim: 'a unique value belongs to nobody: delete its key, and the value is free again',
  group: 'the group is past what it can have read: the log was replaced or cut; restore Redis',
  pending: `an event was deleted before the group handled it, and becomes a dead letter. ${noWayBack}`,
  dead: '`pnpm qa dead list` shows why; mend the cause, then `pnpm qa dead redrive`, or `discard` with a reason',
  behind:
    'the service works on it, or does not run: `pnpm qa lag --watch`; verify again when it has caught up',
  database:
    'its rows were not checked. Where the service has another database: name it, e.g. ORDER_DATABASE_URL. One that is gone, ' +
    'broken or older is mended by the service itself: stop it, delete the SQLite file where there is one, start it again; ' +
    'it is built anew from the log',
  checkpoint: 'the read model is not of this log: `pnpm qa rebuild`',
  row: 'the read model is not what its events say: `pnpm qa rebuild` it; if it comes back, the projection has a defect',
  invariant: '`pnpm qa trace` shows how it came to be; this is a defect, or somebody wrote past the services',
  unchecked: 'nothing is known about it: mend what stands in the way, then verify again',
} as const;

export type Kind = keyof typeof advice;
export type Finding = { kind: Kind; where: string; what: string };

export const adviceFor = (kind: Kind): string => advice[kind];

export class Findings {
  readonly list: Finding[] = [];

  add(kind: Kind, where: string, what: string): void {
    this.list.push({ kind, where, what });
  }

  /**
   * A part that cannot be checked is a finding, and the others are checked all the same. Only where Redis itself is gone
   * nothing more can be said.
   */
  async part<Result>(
    where: string,
    redis: RedisClient,
    check: () => Promise<Result>,
  ): Promise<Result | undefined> {
    try {
      return await check();
    } catch (error) {
      if (error instanceof OutageError && !(await isAlive(redis))) throw error;
      this.add('unchecked', where, reasonOf(error));
      return undefined;
    }
  }
}

const isAlive = (redis: RedisClient): Promise<boolean> =>
  redis.ping().then(
    () => true,
    () => false,
  );

export const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
