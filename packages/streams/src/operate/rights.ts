/**
 * What the user of a connection may do in Redis, and what it would have to. The rule for an operator is {@link aclRule};
 * docs/redis.md has it, too.
 */
import { mastersOf, nodeOf } from '../log/connect/nodes.ts';
import { orOutage } from '../log/errors.ts';
import { keys } from '../log/keys.ts';
import { commandsOfScripts, type RedisClient, withScripts } from '../log/scripts.ts';

/** Beside what the scripts call: commands of the TypeScript here, of the client, and of the services. */
const commands = [
  ...[
    'PING',
    'INFO',
    'TIME',
    'MULTI',
    'EXEC',
    'EXISTS',
    'GET',
    'SET',
    'DEL',
    'HGET',
    'HGETALL',
    'HINCRBY',
    'LRANGE',
    'LINDEX',
    'LLEN',
  ],
  ...[
    'SMEMBERS',
    'ZRANGE',
    'ZRANGEBYSCORE',
    'ZCOUNT',
    'ZADD',
    'ZREM',
    'XRANGE',
    'XREVRANGE',
    'XLEN',
    'XREAD',
    'XPENDING',
  ],
  ...['XGROUP CREATE', 'XINFO GROUPS', 'MEMORY USAGE'],
];
/** Of those, the ones that are about no key. */
const keyless = new Set(['PING', 'INFO', 'TIME', 'MULTI', 'EXEC']);

/** The words of `ACL SETUSER` behind the password: these keys, and all that can be done to them. */
export const aclRule = (categories: readonly string[]): string =>
  [
    ...['resetkeys', ...categories.map(keysOf), 'resetchannels'],
    ...[
      '-@all',
      '+@read',
      '+@write',
      '+@connection',
      '+@transaction',
      '-@dangerous',
      '+eval',
      '+evalsha',
      '+time',
      '+info',
      '+cluster|slots',
      '+cluster|info',
    ],
  ].join(' ');

const keysOf = (category: string): string => `~{${category}}:*`;

/**
 * The words for `ACL SETUSER` that are missing for work on these categories, e.g. `+time ~{order}:*`; empty: nothing is.
 * Redis is asked what it would refuse, nothing is tried.
 */
export async function missingRights(redis: RedisClient, categories: readonly string[]): Promise<string[]> {
  const all = [...new Set([...commands, ...commandsOfScripts()])];
  const ofKeys = all.filter((command) => !keyless.has(command));
  const missing = new Set<string>();
  // Each master of a cluster has users of its own.
  for (const node of mastersOf(redis))
    for (const refusal of await refused(node, [...keyless])) missing.add(plus(refusal));
  for (const category of categories) {
    const head = keys.head(category);
    const byCommand = new Map(ofKeys.map((command) => [probe(command, head), command]));
    const refusals = await refused(nodeOf(redis, head), [...byCommand.keys()]);
    if (refusals.length === ofKeys.length) missing.add(keysOf(category));
    else for (const refusal of refusals) missing.add(plus(byCommand.get(refusal) ?? refusal));
  }
  return [...missing];
}

/** Where the key of a command is not its first argument, Redis has to find it. */
const probe = (command: string, key: string): string => {
  if (command === 'XREAD') return `XREAD STREAMS ${key} 0`;
  if (command === 'XREADGROUP') return `XREADGROUP GROUP g c STREAMS ${key} >`;
  return `${command} ${key}`;
};

/** `XGROUP CREATE` → `+xgroup|create` */
const plus = (command: string): string => `+${command.toLowerCase().replace(' ', '|')}`;

async function refused(redis: RedisClient, probes: readonly string[]): Promise<string[]> {
  try {
    return (await withScripts(redis).quickmartRights(0, ...probes)) as string[];
  } catch (error) {
    if ((error as Error).message.startsWith('NOPERM')) return ['EVAL', 'EVALSHA'];
    return await orOutage(Promise.reject(error));
  }
}
