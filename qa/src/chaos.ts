/** `pnpm qa chaos`: a private copy of the system under load, whose processes are killed and paused; then it is verified. */
import { setTimeout as sleep } from 'node:timers/promises';
import { Command } from 'commander';
import { Failure } from './failure.ts';
import { HttpClient } from './http.ts';
import { createProducts, type LoadResult, runLoad, syntheticOrder } from './load/run.ts';
import { statuses } from './look/groups.ts';
import { whole } from './options.ts';
import { type PrivateSystem, type ServiceName, serviceNames, startPrivateSystem } from './processes.ts';
import { openProgress } from './progress.ts';
import { type Random, random } from './random.ts';
import { connect, targetOf } from './target.ts';
import { until } from './until.ts';
import { type Report, textOf, verify } from './verify/command.ts';

type Options = { seed?: number; minutes: number; rate: number; json: boolean };
type Strike = { atMs: number; what: string };
export type ChaosResult = { seed: number; strikes: Strike[]; load: LoadResult; report: Report };

const [budgetMs, settleMs] = [60_000, 60_000];
const help = `
Starts services of its own, with a Redis and databases of their own; nothing else is touched. Meanwhile orders are placed at
--rate. The seed decides who is killed or paused, when and for how long, and what is ordered; what the machine makes of
it in between is not part of the seed.

Exit codes: 0 nothing found and every order was taken, 1 otherwise

Examples
  pnpm qa chaos --minutes 1
  pnpm qa chaos --seed 8841 --minutes 10 --rate 50`;

export const chaosCommand = (): Command =>
  new Command('chaos')
    .description('kill and pause the parts of a private copy under load, then verify it')
    .option('--seed <n>', 'the same strikes and orders again', whole(0, 2 ** 31))
    .option('--minutes <n>', 'for how long', Number, 1)
    .option('--rate <n>', 'orders per second', whole(1, 1000), 20)
    .option('--json', 'the result as JSON on stdout', false)
    .addHelpText('after', help)
    .action(async (options: Options) => {
      const result = await chaos(options);
      const { seed, strikes, load, report } = result;
      const again = `pnpm qa chaos --seed ${seed} --minutes ${options.minutes} --rate ${options.rate}`;
      const said = `${strikes.length} strikes, ${load.orders} orders, ${JSON.stringify(load.answered)}`;
      const text = [textOf(report), said, `again: ${again}`].join('\n');
      process.stdout.write(`${options.json ? JSON.stringify({ ...result, again }, null, 2) : text}\n`);
      process.exitCode = report.ok && load.answered['201'] === load.orders ? 0 : 1;
    });

async function chaos({ seed, minutes, rate }: Options): Promise<ChaosResult> {
  const chance = random(seed);
  process.stderr.write(`seed ${chance.seed}\n`);
  const progress = openProgress(process.stderr);
  const system = await startPrivateSystem();
  try {
    const [product, order] = (['product', 'order'] as const).map(
      (name) => new HttpClient(name, system.url(name), { budgetMs }),
    ) as [HttpClient, HttpClient];
    const skus = await createProducts(product, 20);
    const count = Math.ceil(rate * minutes * 60);
    progress.start('orders', count);
    const over = new AbortController();
    const strikes = strike(system, random(chance.seed + 1), over.signal);
    const orders = Array.from({ length: count }, () => syntheticOrder(skus, chance));
    const load = await runLoad(order, (nth) => orders[nth]!, { rate, count, tick: progress.tick });
    over.abort();
    return { seed: chance.seed, strikes: await strikes, load, report: await settledReport(system) };
  } finally {
    progress.stop();
    await system.stop();
  }
}

/** One service at a time, every few seconds; all of them run when it ends. */
async function strike(system: PrivateSystem, chance: Random, signal: AbortSignal): Promise<Strike[]> {
  const strikes: Strike[] = [];
  const began = performance.now();
  while (!signal.aborted) {
    await sleep(chance.between(500, 3000), undefined, { signal }).catch(() => {});
    if (signal.aborted) break;
    const name = chance.pick<ServiceName>(serviceNames);
    const downMs = chance.between(0, 2000);
    const isKill = chance.between(0, 1) === 1;
    strikes.push({
      atMs: Math.round(performance.now() - began),
      what: `${isKill ? 'killed' : 'paused'} ${name}`,
    });
    if (isKill) {
      await system.kill(name);
      await sleep(downMs);
      await system.start(name);
    } else await system.pause(name, downMs);
  }
  return strikes;
}

async function settledReport({ redisUrl, dir }: PrivateSystem): Promise<Report> {
  const redis = await connect(redisUrl);
  try {
    const target = targetOf(redis, dir);
    const isSettled = async () => ((await statuses(target)).every(({ lag }) => lag === 0) ? true : undefined);
    if (!(await until(settleMs, isSettled)))
      throw new Failure(`events are not settled after ${settleMs / 1000} s`);
    return await verify(undefined, target);
  } finally {
    redis.disconnect();
  }
}
