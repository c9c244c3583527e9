/**
 * The replay: catalog in, wait for stock, invoices out as orders, then compare the stock.
 *
 * Order of things: orders run beside each other, as many as `concurrency` allows. A C invoice that takes an order back
 * is a fence: it acts when every order before it in the files is final, and the orders after it wait until its units are free.
 * Other C invoices change nothing, so nobody waits for them.
 */
import pLimit from 'p-limit';
import type { ClientOf } from '../openapi/client.ts';
import type { Progress } from '../progress.ts';
import { until } from '../until.ts';
import { matchCancellations } from './cancellations.ts';
import { type Imported, importCatalog } from './catalog.ts';
import { recallStock, rememberStock } from './journal.ts';
import { cancelOrder, holdingOf, type OrderSteps, type PlacedOrder, placeOrder } from './orders.ts';
import type { Invoice, Ledger } from './parse.ts';
import { type Reconciliation, reconcile, type Stock } from './reconcile.ts';
import { readStock, waitForStock } from './stock.ts';

export type RunOptions = {
  run: string;
  stateDir: string;
  /** What this run is of; a resumed run must be of the same. */
  input: string;
  concurrency: number;
  timeoutMs: number;
};
export type Services = {
  product: ClientOf<'product'>;
  inventory: ClientOf<'inventory'>;
  order: ClientOf<'order'>;
  /** Rejects where one of them does not answer. */
  alive(): Promise<void>;
};
export type RunResult = { imported: Imported; orders: PlacedOrder[]; reconciliation: Reconciliation };

type Context = RunOptions & {
  services: Services;
  progress: Progress;
  limit: <T>(run: () => Promise<T>) => Promise<T>;
  signal: AbortSignal;
};

/** Differences that stay the same for so long will not go away: longer than any consumer takes to take over. */
const SETTLED_AFTER_MS = 20_000;

export async function runRetail(
  ledger: Ledger,
  options: RunOptions,
  services: Services,
  progress: Progress,
  abort: AbortController,
): Promise<RunResult> {
  const limit = pLimit(options.concurrency);
  const context: Context = {
    ...options,
    services,
    progress,
    signal: abort.signal,
    limit: (run) => limit(run),
  };
  try {
    const recalled = await recallStock(options.stateDir, options.run, options.input);
    await services.alive();
    const imported = await bringIn(ledger, context);
    const before = recalled ?? (await stockBefore(imported, context));
    const orders = await replay(ledger, context);
    const reconciliation = await compare(before, orders, imported.productIds, context);
    return { imported, orders, reconciliation };
  } catch (error) {
    limit.clearQueue();
    abort.abort(error);
    throw error;
  } finally {
    progress.stop();
  }
}

function bringIn({ products }: Ledger, context: Context): Promise<Imported> {
  const { progress, services } = context;
  progress.start('catalog', products.length);
  return importCatalog(products, { ...context, products: services.product, tick: progress.tick });
}

async function stockBefore({ productIds }: Imported, context: Context): Promise<Map<string, Stock>> {
  const { stateDir, run, input, progress } = context;
  progress.start('stock', productIds.size);
  const stock = await waitForStock(productIds, stockSteps(context));
  await rememberStock(stateDir, run, input, stock);
  return stock;
}

async function replay({ invoices }: Ledger, context: Context): Promise<PlacedOrder[]> {
  const { order: orders, inventory: inventories } = context.services;
  const steps: OrderSteps = { ...context, orders, inventories };
  const matches = matchCancellations(invoices);
  const placed = new Map<Invoice, PlacedOrder>();
  context.progress.start('orders', invoices.filter(({ kind }) => kind === 'sale').length);
  let batch: Invoice[] = [];
  const flush = async () => {
    const run = async (invoice: Invoice) => {
      placed.set(invoice, await placeOrder(invoice, steps));
      context.progress.tick();
    };
    await Promise.all(batch.map((invoice) => context.limit(() => run(invoice))));
    batch = [];
  };
  for (const invoice of invoices) {
    const match = matches.get(invoice);
    if (match === undefined) batch.push(invoice);
    if (match?.kind !== 'whole') continue;
    await flush();
    const order = placed.get(match.order);
    if (order) placed.set(match.order, await cancelOrder(order, invoice, steps));
  }
  await flush();
  return invoices.flatMap((invoice) => placed.get(invoice) ?? []);
}

/** Reads the stock until it is as it must be, or will not change any more: the read model follows the orders. */
async function compare(
  before: ReadonlyMap<string, Stock>,
  orders: readonly PlacedOrder[],
  productIds: ReadonlyMap<string, string>,
  context: Context,
): Promise<Reconciliation> {
  const settled = orders.map(({ invoice, outcome }) => ({
    lines: invoice.lines,
    holding: holdingOf(outcome),
  }));
  context.progress.start('stock check', productIds.size);
  const after = await readStock(productIds, stockSteps(context));
  let result = reconcile(before, settled, after);
  let unchangedSince = performance.now();
  await until(context.timeoutMs, async () => {
    if (result.differences.length === 0) return true;
    if (performance.now() - unchangedSince > SETTLED_AFTER_MS) return true;
    const previous = result;
    const doubtful = new Map(
      [...productIds].filter(([sku]) => previous.differences.some((one) => one.sku === sku)),
    );
    for (const [sku, stock] of await readStock(doubtful, quiet(context))) after.set(sku, stock);
    result = reconcile(before, settled, after);
    const same = JSON.stringify(result.differences) === JSON.stringify(previous.differences);
    if (!same) unchangedSince = performance.now();
    return undefined;
  });
  return result;
}

function stockSteps({ services, limit, timeoutMs, progress }: Context) {
  return { inventories: services.inventory, limit, timeoutMs, tick: progress.tick };
}

function quiet(context: Context) {
  const { inventories, limit, timeoutMs } = stockSteps(context);
  return { inventories, limit, timeoutMs, tick: () => {} };
}
