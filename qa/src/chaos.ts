/** `pnpm qa chaos`: a private copy of the system under load, whose parts are killed and paused; then it is verified. */
import { setTimeout as sleep } from 'node:timers/promises';
import { keys } from '@quickmart/streams';
import { until } from '@quickmart/streams/testing';
import { Command } from 'commander';
import { persistentClient } from './http.ts';
import { createProducts, type LoadResult, runLoad, syntheticOrder } from './load/run.ts';
import { isCaughtUp, statuses } from './look/groups.ts';
import { serviceNames } from './names.ts';
import { amount, whole } from './options.ts';
import { type Service, type System, startSystem } from './processes.ts';
import { openProgress } from './progress.ts';
import { type Random, random } from './random.ts';
import { connect, print, targetOf } from './target.ts';
import { type Report, textOf, verify } from './verify/command.ts';

type Options = { seed?: number; minutes: number; rate: number; split: boolean; json: boolean };
type Strike = { atMs: number; what: string };
export type ChaosResult = {
  seed: number;
  strikes: Strike[];
  load: LoadResult;
  /** Orders that were acknowledged, and are not in the log. */
  lost: string[];
  report: Report;
};

const [budgetMs, handledMs] = [60_000, 60_000];
const help = `
Starts services of its own, with a Redis and databases of their own; nothing else is touched. Meanwhile orders are placed at
--rate. One part at a time, a service or Redis, is killed (kill -9) and started again, or paused; Redis writes its
append-only file at every write, so nothing that was acknowledged may be gone. The seed decides what is struck,
when and for how long, and what is ordered; how fast the machine gets on in between does not depend on it.

Exit codes: 0 nothing found, nothing lost and every order was taken, 1 otherwise

Examples
  pnpm qa chaos --minutes 1
  pnpm qa chaos --seed 8841 --minutes 10 --rate 50`;

export const chaosCommand = (): Command =>
  new Command('chaos')
    .description('kill and pause the parts of a private copy under load, then verify it')
    .option('--seed <n>', 'the same strikes and orders again', whole(0, 2 ** 31))
    .option('--minutes <n>', 'for how long; 0.5 is half a minute', amount(0.05, 1440), 1)
    .option('--rate <n>', 'orders per second', whole(1, 1000), 20)
    .option('--split', 'a process per service, as in production; else one for all of them', false)
    .option('--json', 'the result as JSON on stdout', false)
    .addHelpText('after', help)
    .action(async (options: Options) => {
      const result = await chaos(options);
      const { seed, strikes, load, lost, report } = result;
      const again = `pnpm qa chaos --seed ${seed} --minutes ${options.minutes} --rate ${options.rate}${options.split ? ' --split' : ''}`;
      const answered = JSON.stringify(load.answered);
      const said = `${strikes.length} strikes, ${load.orders} orders, ${answered}, ${lost.length} of them lost`;
      const text = [textOf(report), said, `again: ${again}`].join('\n');
      print(options, { ...result, again }, text);
      process.exitCode = report.ok && lost.length === 0 && load.answered['201'] === load.orders ? 0 : 1;
    });

async function chaos(options: Options): Promise<ChaosResult> {
  const { seed, minutes, rate } = options;
  const chance = random(seed);
  process.stderr.write(`seed ${chance.seed}\n`);
  const progress = openProgress(process.stderr);
  const system = await startSystem({ env: { LOG_LEVEL: 'error' }, apart: options.split ? serviceNames : [] });
  try {
    const order = persistentClient('order', system.order.url, { budgetMs });
    const product = persistentClient('product', system.product.url, { budgetMs });
    const skus = await createProducts(product, 20);
    const count = Math.ceil(rate * minutes * 60);
    progress.start('orders', count);
    const orders = Array.from({ length: count }, () => syntheticOrder(skus, chance));
    const acknowledged: string[] = [];
    const over = new AbortController();
    const pace = { rate, count, tick: progress.tick, taken: (id: string) => void acknowledged.push(id) };
    const [load, strikes] = await Promise.all([
      runLoad(order, (nth) => orders[nth]!, pace).finally(() => over.abort()),
      strike(system, random(chance.seed + 1), over.signal),
    ]);
    return { seed: chance.seed, strikes, load, ...(await verdict(system, acknowledged)) };
  } finally {
    progress.stop();
    process.stderr.write(
      system
        .defects()
        .map((line) => `${line}\n`)
        .join(''),
    );
    await system.stop();
  }
}

/** One part at a time, every few seconds; all of them run when it ends. */
async function strike(system: System, chance: Random, signal: AbortSignal): Promise<Strike[]> {
  const strikes: Strike[] = [];
  const parts = partsOf(system);
  const began = performance.now();
  while (!signal.aborted) {
    await sleep(chance.between(500, 3000), undefined, { signal }).catch(() => {});
    if (signal.aborted) break;
    const [name, part] = chance.pick(parts);
    const downMs = chance.between(0, 2000);
    const isKill = chance.between(0, 1) === 1;
    strikes.push({
      atMs: Math.round(performance.now() - began),
      what: `${isKill ? 'killed' : 'paused'} ${name}`,
    });
    if (isKill) {
      await part.kill();
      await sleep(downMs);
      await part.start();
    } else await part.pause(downMs);
  }
  return strikes;
}

type Part = Pick<Service, 'kill' | 'start' | 'pause'>;

function partsOf({ redis, services }: System): [name: string, part: Part][] {
  const { kill, restart: start, pause } = redis;
  const server: Part = { kill, start, pause };
  return [...services.map((service): [string, Part] => [service.name, service]), ['redis', server]];
}

/** When everything is handled. */
async function verdict({ redis: { url }, data }: System, acknowledged: readonly string[]) {
  const redis = await connect(url);
  try {
    const target = targetOf(redis, data);
    await until('every event is handled', async () => isCaughtUp(target, await statuses(target)), handledMs);
    const lost: string[] = [];
    for (const id of acknowledged) if ((await redis.exists(keys.index('order', id))) === 0) lost.push(id);
    return { lost, report: await verify(undefined, target) };
  } finally {
    redis.disconnect();
  }
}
