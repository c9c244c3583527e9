/** `pnpm qa retail`: its options, its help, and the way through the other files of this folder. */
import { randomUUID } from 'node:crypto';
import { Command, InvalidArgumentError } from 'commander';
import { Failure, SilentServiceFailure } from '../failure.ts';
import { assertAlive, persistentClient } from '../http.ts';
import { url, whole } from '../options.ts';
import { openProgress } from '../progress.ts';
import { print, serviceUrl } from '../target.ts';
import { type Ledger, ledgerOf } from './ledger.ts';
import { setRules } from './prices.ts';
import { reportOf, type Traded, textOf } from './report.ts';
import { readFiles, reasons } from './rows.ts';
import { compareStock, stockOf } from './stock.ts';
import { importProducts, type Shop, trade } from './trade.ts';

const names = ['product', 'inventory', 'order'] as const;
type Options = Record<(typeof names)[number], string> & {
  concurrency: number;
  limit?: number;
  timeout: number;
  run?: string;
  prices: boolean;
  pricing: string;
  json: boolean;
  dryRun: boolean;
};

const help = `
What it does
  Imports a product for every SKU that is sold (a product that exists already is fine), waits until each has stock,
  places every invoice as one order, waits until each is confirmed or cancelled, then compares the stock of every
  product with its orders. Nobody else may trade these products meanwhile.

  A sale without a customer took its units off the shelf all the same, and the longest invoices are such sales; so it
  is sold to a guest of its own, customer guest-<invoice>.
  A product costs the first positive price that the files have for it, in pence. SKUs are case-sensitive.

  A C invoice cancels the same customer's latest earlier order with just its units of every SKU. It acts when every
  order before it is final, and the orders after it wait until its units are free again. One that matches no order has no
  effect.

Lines are refused for the first of these reasons that applies
${reasons.map(([reason, words]) => `  ${reason.padEnd(22)} ${words}`).join('\n')}

With --prices each order goes to an address in Great Britain: 20 % VAT on top of all prices, and shipping of £3.99,
  free from £50 on. The run writes both rules, and checks that every total is the sum of its parts.

A service may be killed and started again in the middle: requests are repeated for --timeout seconds, and an
Idempotency-Key made of run, file content and invoice keeps that from having a second effect. When this tool itself
was stopped, repeat the command with --run <id>, which it prints first.

Exit codes
  0 everything as it must be   1 stock differs, a total is wrong, or an order was refused or is of unknown outcome
  2 bad usage or a file that cannot be read   3 a service does not answer

Examples
  pnpm qa retail data/2010-12-01.csv --dry-run
  pnpm qa retail data/*.csv --concurrency 32
  pnpm qa retail data/2010-12-01.csv --limit 20 --json > report.json
  pnpm qa retail data/2010-12-01.csv --run 5d3c2a1b      # go on with a run that was stopped`;

export const retailCommand = (): Command =>
  new Command('retail')
    .description('replay Online Retail files as orders and reconcile the stock')
    .argument('<file.csv...>', 'files in the Online Retail format, in the order to replay them')
    .option('--product <url>', 'the product service', url, serviceUrl('product'))
    .option('--inventory <url>', 'the inventory service', url, serviceUrl('inventory'))
    .option('--order <url>', 'the order service', url, serviceUrl('order'))
    .option('--concurrency <n>', 'requests and orders under way at once', whole(1, 1000), 16)
    .option('--limit <n>', 'the first n invoices only', whole(1, Number.MAX_SAFE_INTEGER))
    .option('--timeout <s>', 'how long a request is repeated, and an order may take', whole(1, 86_400), 60)
    .option('--prices', 'with taxes and shipping; every total is checked', false)
    .option('--pricing <url>', 'the pricing service, for --prices', url, serviceUrl('pricing'))
    .option('--run <id>', 'name of this run; the same again resumes it', runId)
    .option('--json', 'the report as JSON on stdout', false)
    .option('--dry-run', 'read the files and report, send nothing', false)
    .addHelpText('after', help)
    .action(retail);

async function retail(paths: string[], options: Options): Promise<void> {
  const ledger = ledgerOf(readFiles(paths), options.limit);
  const run = options.run ?? randomUUID().slice(0, 8);
  const report = reportOf(ledger, run, options.dryRun ? undefined : await traded(ledger, run, options));
  print(options, report, textOf(report));
  process.exitCode = report.ok ? 0 : 1;
}

async function traded({ invoices, products }: Ledger, run: string, options: Options): Promise<Traded> {
  const over = new AbortController();
  const progress = openProgress(process.stderr);
  process.stderr.write(`run ${run}: --run ${run} resumes it\n`);
  const timeoutMs = options.timeout * 1000;
  const onRetry = (service: string, cause: string) => progress.note(`${service}: ${cause}`);
  const http = { budgetMs: timeoutMs, signal: over.signal, onRetry };
  const shop: Shop = {
    // An import takes as long as it takes.
    product: persistentClient('product', options.product, { ...http, attemptMs: timeoutMs }),
    inventory: persistentClient('inventory', options.inventory, http),
    order: persistentClient('order', options.order, http),
    run,
    timeoutMs,
  };
  try {
    for (const name of names) await assertAlive(name, options[name], http);
    progress.start('catalog', products.length);
    const created = await importProducts(products, shop);
    progress.start('stock', products.length);
    const skus = products.map(({ sku }) => sku);
    const before = await stockOf(skus, shop);
    if (options.prices) shop.prices = await setRules(persistentClient('pricing', options.pricing, http));
    progress.start('orders', invoices.filter(({ isCancellation }) => !isCancellation).length);
    const placed = await trade(invoices, shop, { concurrency: options.concurrency, tick: progress.tick });
    progress.start('stock check', products.length);
    return { created, placed, stock: await compareStock(before, shop) };
  } catch (error) {
    over.abort();
    if (error instanceof SilentServiceFailure) throw error.resumable(run);
    throw error instanceof Failure ? error : new Failure('an answer was not understood', { cause: error });
  } finally {
    progress.stop();
  }
}

function runId(text: string): string {
  if (/^[A-Za-z0-9_-]{1,64}$/.test(text)) return text;
  throw new InvalidArgumentError('letters, digits, dash, underscore');
}
