/**
 * Kills a process that projects, again and again, and looks whether the rows are the fold of the log:
 *
 *   node packages/projections/test/kills.ts [--times 200] [--seed 1] [--builds 4]
 *
 * The process under test is this file, too: a consumer group on a private Redis and a SQLite database. Before each of
 * its SQL statements and Redis commands, from its first batch on, it counts, and at a number that was drawn for it kills itself with SIGKILL:
 * in the middle of a batch, before and after the commit, between commit and acknowledgement, between a dead letter and
 * its checkpoint. Meanwhile more events are appended, some of which cannot be applied.
 */
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { StatementSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { isDeepStrictEqual, parseArgs } from 'node:util';
import { aggregate, consumerGroup, DeadLetters, EventStore, groupStatus } from '@quickmart/streams';
import { connectTo, launch, startRedis } from '@quickmart/streams/testing';
import { openReadModels } from '../src/index.ts';
import { limits } from '../src/limits.ts';
import { idOf, type MugEvents, mugLabels, mugList, mugOf, saleOf, shopSales } from './mugs.ts';
import { silent } from './open.ts';
import { labels, mugs, sales } from './schema.ts';

/** Every few runs another build comes, with tables of its own, or one that was there before. */
const projectionsOf = (revision: number) =>
  [mugList, shopSales, mugLabels].map((one) => ({ ...one, revision }));
const open = (url: string, revision: number) =>
  openReadModels({ url, projections: projectionsOf(revision), logger: silent, timing });
/** So long a build waits where the one before was killed; and what nobody uses goes while others are killed. */
const timing = { heartbeatMs: 50, goneMs: 400, keepMs: 400, stalledMs: 150 };
const codec = { decode: (_: string, __: number, data: unknown) => data };
const group = 'mugs-read-models';
const numbers = Array.from({ length: 30 }, (_, index) => index + 1);
/** About what a run takes, counted from its first batch. */
const stepsMax = 60;
/** This mug is painted with what cannot be applied. */
const poisoned = 7;

export type Outcome = { kills: number; events: number; wrong: string[] };

/**
 * Returns what was wrong in the end: nothing. `revisions`: of how many builds there are processes; with one of them they
 * are killed while they project, else also while they build, and what was left by one is gone on with by another.
 */
export async function kills(times: number, seed: number, revisions = 1): Promise<Outcome> {
  const random = generator(seed);
  const folder = mkdtempSync(join(tmpdir(), 'quickmart-kills-'));
  const server = await startRedis();
  try {
    const store = new EventStore({ redis: server.connect(), codec });
    const url = `file:${join(folder, 'rows.sqlite')}`;
    const env = { ...process.env, REDIS_PORT: String(server.port), DATABASE_URL: url };
    let killed = 0;
    if (revisions === 1) await run({ ...env, REVISION: '1', KILL_AT: '0' });
    for (let round = 0; killed < times; round++) {
      await more(store, round, random);
      const REVISION = String(1 + (Math.floor(round / 3) % revisions));
      if (await run({ ...env, REVISION, KILL_AT: String(1 + Math.floor(random() * stepsMax)) })) killed++;
    }
    await run({ ...env, REVISION: '1', KILL_AT: '0' });
    const { head } = await groupStatus(store.log, 'mug', group);
    return { kills: killed, events: head, wrong: await compared(store, url, revisions === 1) };
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true });
  }
}

/** A step of Park and Miller's generator. */
function generator(seed: number): () => number {
  let state = seed % 2_147_483_647 || 1;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

const mug = aggregate<null, MugEvents>({ category: 'mug', initial: null, evolve: {} as never });

async function more(store: EventStore, kill: number, random: () => number): Promise<void> {
  const command = { at: Date.UTC(2026, 0, 1), meta: { correlationId: 'test' } };
  const say = (number: number, eventType: string, data: unknown) =>
    store.decide(mug, idOf(number), () => [{ eventType, schema: 1, data }] as never, command);
  if (kill === 0) for (const number of numbers) await say(number, 'MugMadeEvent', {});
  if (kill === 5) await say(poisoned, 'MugPaintedEvent', { name: 'bad' });
  await Promise.all(
    Array.from({ length: 20 }, async () => {
      const number = 1 + Math.floor(random() * numbers.length);
      await say(number, 'MugPaintedEvent', { name: `Mug ${kill}` });
      await say(number, 'MugSoldEvent', { sales: [saleOf('Köln', 1 + (kill % 3)), saleOf(`${number}`, 1)] });
    }),
  );
}

/** Until it has killed itself, which is true, or until all is applied. */
async function run(env: NodeJS.ProcessEnv): Promise<boolean> {
  const child = launch(process.execPath, [fileURLToPath(import.meta.url), '--child'], {
    env,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const [code, signal] = await once(child, 'exit');
  if (code !== 0 && signal !== 'SIGKILL') throw new Error(`the consumer ended with ${code ?? signal}`);
  return signal === 'SIGKILL';
}

async function child(): Promise<void> {
  const redis = await connectTo({ kind: 'standalone', port: Number(process.env.REDIS_PORT) });
  const store = new EventStore({ redis, codec });
  limits.rebuildBatch = 40;
  const readModels = await open(process.env.DATABASE_URL ?? '', Number(process.env.REVISION));
  dieAt(Number(process.env.KILL_AT), Object.getPrototypeOf(redis));
  const consumers = consumerGroup('mugs', { store, logger: silent }).project('mug', readModels.projector);
  consumers.start();
  const isDone = async () => {
    const { lag, partitions } = await groupStatus(store.log, 'mug', group + readModels.groupSuffix);
    return lag === 0 && partitions.every(({ owner }) => owner !== undefined);
  };
  while (!(await isDone())) await new Promise((resolve) => setTimeout(resolve, 20));
  await consumers.stop();
  await readModels.close();
  await redis.quit();
}

/** Dies before its step with this number, counted from the first transaction on; 0: never. */
function dieAt(number: number, redis: Methods): void {
  let [step, begun] = [0, false];
  const count = (on: unknown) => {
    begun ||= on instanceof StatementSync && on.sourceSQL.startsWith('begin');
    if (begun && ++step === number) process.kill(process.pid, 'SIGKILL');
  };
  for (const name of ['run', 'all', 'get']) wrap(StatementSync.prototype as never, name, count);
  wrap(redis, 'sendCommand', count);
}

type Methods = Record<string, (...args: unknown[]) => unknown>;

function wrap(on: Methods, name: string, before: (on: unknown) => void): void {
  const original = on[name]!;
  on[name] = function wrapped(this: unknown, ...args: unknown[]) {
    before(this);
    return original.apply(this, args);
  };
}

/** The rows of the database against a fold of the log that is written down here once more, by hand. */
async function compared(store: EventStore, url: string, hasAllLetters: boolean): Promise<string[]> {
  const readModels = await open(url, 1);
  const expected = {
    mugs: new Map<string, unknown>(),
    sales: new Map<string, number>(),
    labels: new Map<string, unknown>(),
  };
  let letters = 0;
  for (const number of numbers) {
    const history = await store.history('mug', idOf(number), { afterVersion: 0, limit: 10_000 });
    let [row, isParked] = [mugOf(number), false];
    for (const { eventType, version, data } of history) {
      const { name, sales } = data as { name?: string; sales?: { shop: string; units: number }[] };
      isParked ||= name === 'bad';
      if (isParked) letters++;
      if (eventType === 'MugMadeEvent') expected.labels.set(idOf(number), `Mug ${number}`);
      if (name !== undefined) expected.labels.set(idOf(number), name);
      if (name !== undefined && !isParked) row = { ...row, name, version };
      for (const { shop, units } of sales ?? [])
        expected.sales.set(shop, (expected.sales.get(shop) ?? 0) + units);
    }
    expected.mugs.set(idOf(number), row);
  }
  const wrong: string[] = [];
  const check = (what: string, found: unknown, wanted: unknown) => {
    if (!isDeepStrictEqual(found, wanted))
      wrong.push(`${what}: ${JSON.stringify(found)} and not ${JSON.stringify(wanted)}`);
  };
  for (const [id, row] of expected.mugs) check(`mug ${id}`, await readModels.get(mugs, id), row);
  for (const [id, name] of expected.labels)
    check(`label ${id}`, (await readModels.get(labels, id))?.name, name);
  for (const [shop, units] of expected.sales)
    check(`sales ${shop}`, await readModels.get(sales, shop), saleOf(shop, units));
  // A build writes that of the first event; the later ones of its aggregate are left out.
  const found = await new DeadLetters(store.log, 'mug', group).list({ limit: 10_000 });
  if (hasAllLetters) check('dead letters', found.length, letters);
  else check('whether there are dead letters', found.length > 0, letters > 0);
  check('dead letters, each once', new Set(found.map(({ position }) => position)).size, found.length);
  await readModels.close();
  return wrong;
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      times: { type: 'string', default: '200' },
      seed: { type: 'string' },
      builds: { type: 'string', default: '1' },
      child: { type: 'boolean' },
    },
  });
  if (values.child) return await child();
  const seed = Number(values.seed ?? Date.now() % 1_000_000);
  console.log(`seed ${seed}`);
  const { kills: killed, events, wrong } = await kills(Number(values.times), seed, Number(values.builds));
  console.log(`${killed} kills, ${events} events, ${wrong.length} rows wrong`);
  for (const line of wrong) console.log(line);
  if (wrong.length > 0) process.exitCode = 1;
}

if (import.meta.main) await main();
