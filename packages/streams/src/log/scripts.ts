/**
 * The Lua scripts, as commands of an ioredis client. `defineCommand` sends EVALSHA and falls back to EVAL, so
 * a FLUSHALL, a failover or a new cluster node needs no reload step.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Cluster, Redis } from 'ioredis';

export type RedisClient = Redis | Cluster;
export type Argument = string | number | Buffer;
type Script = (keyCount: number, ...keysAndArguments: Argument[]) => Promise<unknown>;
const files = {
  quickmartAppend: 'append.lua',
  quickmartLoad: 'load.lua',
  quickmartCreate: 'create.lua',
  quickmartRaiseEpoch: 'raise-epoch.lua',
  quickmartLease: 'lease.lua',
  quickmartLeave: 'leave.lua',
  quickmartGeneration: 'generation.lua',
  quickmartRead: 'read.lua',
  quickmartStrays: 'strays.lua',
  quickmartAck: 'ack.lua',
  quickmartCount: 'count.lua',
  quickmartSuspect: 'suspect.lua',
  quickmartRewind: 'rewind.lua',
  quickmartDeadLetter: ['dead-letter-queue.lua', 'dead-letter.lua'],
  quickmartAddDeadLetter: ['dead-letter-queue.lua', 'add-dead-letter.lua'],
  quickmartWanted: 'wanted.lua',
  quickmartRedrive: 'redrive.lua',
  quickmartDiscard: 'discard.lua',
  quickmartDue: 'due.lua',
  quickmartFired: 'fired.lua',
  quickmartBehind: 'behind.lua',
  quickmartRange: 'range.lua',
  quickmartAround: 'around.lua',
  quickmartRights: 'rights.lua',
};
export type Scripts = Record<keyof typeof files, Script>;

const textOf = (file: string) => readFileSync(new URL(`lua/${file}`, import.meta.url), 'utf8');
const sources = Object.entries(files).map(([name, parts]) => ({
  name,
  lua: [parts].flat().map(textOf).join(''),
}));

/** The append script for a pipeline, which would need a right to SCRIPT for it where it is a command. */
export const appendScript = (({ lua }) => ({ lua, sha: createHash('sha1').update(lua).digest('hex') }))(
  sources.find(({ name }) => name === 'quickmartAppend')!,
);

const calls = /redis\.p?call\('([A-Z]+)'(?:, '([A-Z]+)')?/g;
const withSubcommands = new Set(['XGROUP', 'XINFO']);

/** What the scripts call, e.g. `HGET`, `XGROUP SETID`: a user of Redis needs the right to each of them. */
export const commandsOfScripts = (): string[] =>
  sources.flatMap(({ lua }) =>
    [...lua.matchAll(calls)].map(([, command = '', second]) =>
      second !== undefined && withSubcommands.has(command) ? `${command} ${second}` : command,
    ),
  );

/** The client with the scripts on it; defining them twice does no harm. */
export function withScripts<Client extends RedisClient>(redis: Client): Client & Scripts {
  for (const { name, lua } of sources) redis.defineCommand(name, { lua });
  return redis as Client & Scripts;
}

/**
 * What is sent until the end of this turn of the event loop goes out in one write: system calls are a good part of what
 * many small commands cost this process. A cluster has a connection per node, which stay as they are.
 */
export function inOneWrite(redis: RedisClient): void {
  const stream = 'stream' in redis ? redis.stream : undefined;
  if (!stream || stream.writableCorked > 0) return;
  stream.cork();
  process.nextTick(() => stream.uncork());
}
