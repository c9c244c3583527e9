/**
 * The Lua scripts, as commands of an ioredis client. `defineCommand` sends EVALSHA and falls back to EVAL, so
 * a FLUSHALL, a failover or a new cluster node needs no reload step.
 */
import { readFileSync } from 'node:fs';
import type { Cluster, Redis, RedisOptions } from 'ioredis';

export type RedisClient = Redis | Cluster;
export type Argument = string | number | Buffer;
type Script = (keyCount: number, ...keysAndArguments: Argument[]) => Promise<unknown>;
export type Scripts = Record<
  'quickmartAppend' | 'quickmartLoad' | 'quickmartCreate' | 'quickmartDeadLetter',
  Script
>;

const source = (file: string) => readFileSync(new URL(file, import.meta.url), 'utf8');
const sources = {
  quickmartAppend: source('append.lua'),
  quickmartLoad: source('load.lua'),
  quickmartCreate: source('create.lua'),
  quickmartDeadLetter: source('dead-letter.lua'),
};

/** The client with the scripts on it; defining them twice does no harm. */
export function withScripts<Client extends RedisClient>(redis: Client): Client & Scripts {
  for (const [name, lua] of Object.entries(sources)) redis.defineCommand(name, { lua });
  return redis as Client & Scripts;
}

/** A connection of its own for reads that block, without the time limit of ordinary commands. */
export function blockingClient(redis: RedisClient): RedisClient {
  const options: Omit<RedisOptions, 'replyMapping'> = {};
  Object.assign(options, { commandTimeout: undefined });
  const client = redis.isCluster
    ? (redis as Cluster).duplicate([], { redisOptions: options })
    : (redis as Redis).duplicate(options);
  client.on('error', () => {}); // every command that fails says so to its caller
  return client;
}
