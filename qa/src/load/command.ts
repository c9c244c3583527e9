/** `pnpm qa load`: orders, or carts that become orders, at a fixed rate, and how long they took. */
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
import { type CartsResult, fillStock, runCarts } from './carts.ts';
import {
  createProducts,
  type Latency,
  type LoadResult,
  type OrderBody,
  runLoad,
  syntheticOrder,
} from './run.ts';

const usual = ['product', 'order'] as const;
/** Asked for carts, too. */
const names = [...usual, ...(['inventory', 'cart'] as const)] as const;
type Options = Record<(typeof names)[number], string> & {
  carts: boolean;
  rate: number;
  seconds: number;
  products: number;
  seed?: number;
};
type Clients = Record<(typeof names)[number], ShopClient>;
/** `skus`: of all products that are ordered. */
type Source = { skus: string[]; next: (nth: number) => OrderBody };

const budgetMs = 30_000;
const help = `
Writes products and orders of its own into the system: not for production. An order is due at its time whether or not
those before it were answered, and its latency counts from then; what fails and may pass is tried again, and counts.

With --carts each order is a cart first: made, filled line by line, looked at, and checked out. The latency is that of all of
it; below it stands that of each request. The stock of the products is filled up before, as a cart says where it does not suffice.

Exit codes: 0 every order was taken, 1 some were not

Examples
  pnpm qa load --rate 50 --seconds 30
  pnpm qa load --rate 200 --products 5                    # few products: hot stock
  pnpm qa load --carts --rate 20 --seconds 30             # buyers, from the first line to the checkout
  pnpm qa load data/2010-12-01.csv --rate 20 --json       # the orders of a file, again and again`;

export const loadCommand = (): Command =>
  new Command('load')
    .description('place orders at a fixed rate, synthetic or of a retail file; latency percentiles')
    .argument('[file.csv]', 'orders in the Online Retail format')
    .option('--product <url>', 'the product service', url, serviceUrl('product'))
    .option('--inventory <url>', 'the inventory service', url, serviceUrl('inventory'))
    .option('--order <url>', 'the order service', url, serviceUrl('order'))
    .option('--cart <url>', 'the cart service', url, serviceUrl('cart'))
    .option('--carts', 'each order is a cart first', false)
    .option('--rate <n>', 'orders per second', whole(1, 10_000), 20)
    .option('--seconds <n>', 'for how long', whole(1, 86_400), 10)
    .option('--products <n>', 'synthetic: how many products', whole(1, 10_000), 50)
    .option('--seed <n>', 'synthetic: the same orders again', whole(0, 2 ** 31))
    .option('--json', 'the result as JSON on stdout', false)
    .addHelpText('after', help)
    .action(load);

async function load(path: string | undefined, options: Options & { json: boolean }): Promise<void> {
  const used = options.carts ? names : usual;
  for (const name of used) await assertAlive(name, options[name], { budgetMs });
  const clientOf = (name: (typeof names)[number]) => [
    name,
    persistentClient(name, options[name], { budgetMs }),
  ];
  const clients = Object.fromEntries(names.map(clientOf)) as Clients;
  const progress = openProgress(process.stderr);
  const { skus, next } =
    path === undefined ? await synthetic(clients, options) : await fromFile(path, clients);
  if (options.carts) await fillStock(clients, skus);
  const count = options.rate * options.seconds;
  progress.start(options.carts ? 'carts' : 'orders', count);
  const pace = { rate: options.rate, count, tick: progress.tick };
  const running = options.carts ? runCarts(clients, next, pace) : runLoad(clients.order, next, pace);
  const result = await running.finally(progress.stop);
  print(options, result, textOf(result));
  process.exitCode = result.answered['201'] === count ? 0 : 1;
}

async function synthetic({ product }: Clients, { products, seed }: Options): Promise<Source> {
  const chance = random(seed);
  process.stderr.write(`seed ${chance.seed}\n`);
  const skus = await createProducts(product, products);
  return { skus, next: () => syntheticOrder(skus, chance) };
}

async function fromFile(path: string, { product }: Clients): Promise<Source> {
  const { invoices, products } = ledgerOf(readFiles([path]));
  const orders = invoices
    .filter(({ isCancellation }) => !isCancellation)
    .map((invoice) => ({ customerId: customerIdOf(invoice), lines: invoice.lines }));
  if (orders.length === 0) throw new UsageFailure(`${path} has no orders`);
  await importProducts(products, { product, run: randomUUID() });
  return { skus: products.map(({ sku }) => sku), next: (nth) => orders[nth % orders.length]! };
}

function textOf({ orders, answered, latencyMs, ordersPerSecond, ...more }: LoadResult | CartsResult): string {
  const outcomes = Object.entries(answered).map(([outcome, count]) => `${count} × ${outcome}`);
  const all = `${orders} orders, ${ordersPerSecond}/s: ${outcomes.join(', ')}\n${latencyText('latency', latencyMs)}`;
  const steps = 'steps' in more ? Object.entries(more.steps) : [];
  return [all, ...steps.map(([step, latency]) => latencyText(`  ${step}`, latency))].join('\n');
}

const latencyText = (of: string, { p50, p95, p99, max }: Latency): string =>
  `${of} p50 ${p50} ms, p95 ${p95} ms, p99 ${p99} ms, max ${max} ms`;
