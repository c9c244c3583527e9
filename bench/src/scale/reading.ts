/** What a running system has used up so far: CPU of each process, and what Redis and the databases hold. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { keysWith, type RedisClient, readHead } from '@quickmart/streams';
import type { Running } from '../processes.ts';
import { redisCpuMs } from '../redis-cpu.ts';

export type Reading = {
  /** ms, by process; `redis` is one of them. */
  cpuMs: Record<string, number>;
  /** Events, by category. */
  events: Record<string, number>;
  aofBytes: number;
  netIn: number;
  netOut: number;
  commands: number;
  /** Of all databases together. */
  sqlBytes: number;
  sqlRows: number;
};

export type Memory = {
  /** By category: what stays. */
  memory: Record<string, number>;
  /** Of all of them: what goes after a day, the replies under idempotency keys. */
  memoryOfADay: number;
};

/** Keys whose memory is asked for at a time. */
const keysAtOnce = 500;

export async function readingOf(
  { cpuMs, data }: Pick<Running, 'cpuMs' | 'data'>,
  redis: RedisClient,
  categories: readonly string[],
): Promise<Reading> {
  const info = await redis.info();
  const of = (name: string) => Number(new RegExp(`^${name}:([\\d.]+)`, 'm').exec(info)?.[1]);
  const heads = await Promise.all(categories.map((name) => readHead(redis, name)));
  const events = categories.map((name, n) => [name, heads[n]?.pos ?? 0] as const);
  return {
    cpuMs: { ...cpuMs(), redis: await redisCpuMs(redis) },
    events: Object.fromEntries(events),
    aofBytes: of('aof_current_size'),
    netIn: of('total_net_input_bytes'),
    netOut: of('total_net_output_bytes'),
    commands: of('total_commands_processed'),
    ...sqlOf(data),
  };
}

/** It looks at every key, which costs Redis more than many orders: before what is measured, or after it. */
export async function memoryIn(redis: RedisClient, categories: readonly string[]): Promise<Memory> {
  const memory: Record<string, number> = {};
  let memoryOfADay = 0;
  for (const name of categories) {
    const day = await memoryOf(redis, `{${name}}:done:`);
    memory[name] = (await memoryOf(redis, `{${name}}:`)) - day;
    memoryOfADay += day;
  }
  return { memory, memoryOfADay };
}

/** Of the keys that begin like this. */
async function memoryOf(redis: RedisClient, prefix: string): Promise<number> {
  let bytes = 0;
  for await (const page of keysWith(redis, prefix))
    for (let at = 0; at < page.length; at += keysAtOnce) {
      // All of it: a sample would take a stream's first nodes for the rest.
      const asked = page.slice(at, at + keysAtOnce).map((key) => redis.memory('USAGE', key, 'SAMPLES', 0));
      for (const used of await Promise.all(asked)) bytes += Number(used ?? 0);
    }
  return bytes;
}

function sqlOf(folder: string): Pick<Reading, 'sqlBytes' | 'sqlRows'> {
  const sum = { sqlBytes: 0, sqlRows: 0 };
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.sqlite'))) {
    const database = new DatabaseSync(join(folder, file), { readOnly: true });
    const one = (statement: string) => Number(Object.values(database.prepare(statement).get() ?? {})[0]);
    sum.sqlBytes += one('pragma page_count') * one('pragma page_size');
    const tables = database.prepare("select name from sqlite_master where type = 'table'").all();
    for (const { name } of tables) sum.sqlRows += one(`select count(*) from "${name}"`);
    database.close();
  }
  return sum;
}
