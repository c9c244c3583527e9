/** `pnpm qa load`: orders at a fixed rate, and how long they took. */
import { randomUUID } from 'node:crypto';
import type { ShopClient } from '@quickmart/client';
import { Command } from 'commander';
import { UsageFailure } from '../failure.ts';
import { assertAlive, persistentClient } from '../http.ts';
import { url, whole } from '../options.ts';
import { openProgress } from '../progress.ts';
import { random } from '../random.ts';
import { customerIdOf, ledgerOf } from '../retail/ledger.ts';
import { readFiles } from '../retail/rows.ts';
import { importProducts } from '../retail/trade.ts';
import { print, serviceUrl } from '../target.ts';
import { createProducts, type LoadResult, type OrderBody, runLoad, syntheticOrder } from './run.ts';

type Options = {
  product: string;
  order: string;
  rate: number;
  seconds: number;
  products: number;
  seed?: number;
};
type Clients = { product: ShopClient; order: ShopClient };

const budgetMs = 30_000;
const help = `
Writes products and orders of its own into the system: not for production. An order is due at its time whether or not
those before it were answered, and its latency counts from then; what fails and may pass is tried again, and counts.

Exit codes: 0 every order was taken, 1 some were not

Examples
  pnpm qa load --rate 50 --seconds 30
  pnpm qa load --rate 200 --products 5                    # few products: hot stock
  pnpm qa load data/2010-12-01.csv --rate 20 --json       # the orders of a file, again and again`;

export const loadCommand = (): Command =>
  new Command('load')
    .description('place orders at a fixed rate, synthetic or of a retail file; latency percentiles')
    .argument('[file.csv]', 'orders in the Online Retail format')
    .option('--product <url>', 'the product service', url, serviceUrl('product'))
    .option('--order <url>', 'the order service', url, serviceUrl('order'))
    .option('--rate <n>', 'orders per second', whole(1, 10_000), 20)
    .option('--seconds <n>', 'for how long', whole(1, 86_400), 10)
    .option('--products <n>', 'synthetic: how many products', whole(1, 10_000), 50)
    .option('--seed <n>', 'synthetic: the same orders again', whole(0, 2 ** 31))
    .option('--json', 'the result as JSON on stdout', false)
    .addHelpText('after', help)
    .action(load);

async function load(path: string | undefined, options: Options & { json: boolean }): Promise<void> {
  for (const name of ['product', 'order'] as const) await assertAlive(name, options[name], { budgetMs });
  const clients: Clients = {
    product: persistentClient('product', options.product, { budgetMs }),
    order: persistentClient('order', options.order, { budgetMs }),
  };
  const progress = openProgress(process.stderr);
  const next = path === undefined ? await synthetic(clients, options) : await fromFile(path, clients);
  const count = options.rate * options.seconds;
  progress.start('orders', count);
  const result = await runLoad(clients.order, next, { rate: options.rate, count, tick: progress.tick });
  progress.stop();
  print(options, result, textOf(result));
  process.exitCode = result.answered['201'] === count ? 0 : 1;
}

async function synthetic({ product }: Clients, { products, seed }: Options): Promise<() => OrderBody> {
  const chance = random(seed);
  process.stderr.write(`seed ${chance.seed}\n`);
  const skus = await createProducts(product, products);
  return () => syntheticOrder(skus, chance);
}

async function fromFile(path: string, { product }: Clients): Promise<(nth: number) => OrderBody> {
  const { invoices, products } = ledgerOf(readFiles([path]));
  const orders = invoices
    .filter(({ cancels }) => cancels === undefined)
    .map((invoice) => ({ customerId: customerIdOf(invoice), lines: invoice.lines }));
  if (orders.length === 0) throw new UsageFailure(`${path} has no orders`);
  await importProducts(products, { product, run: randomUUID() });
  return (nth) => orders[nth % orders.length]!;
}

function textOf({ orders, answered, latencyMs, ordersPerSecond }: LoadResult): string {
  const outcomes = Object.entries(answered).map(([outcome, count]) => `${count} × ${outcome}`);
  const { p50, p95, p99, max } = latencyMs;
  return `${orders} orders, ${ordersPerSecond}/s: ${outcomes.join(', ')}\nlatency p50 ${p50} ms, p95 ${p95} ms, p99 ${p99} ms, max ${max} ms`;
}
