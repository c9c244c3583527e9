/**
 * The ledger, traded over HTTP: products in, then every invoice as an order, followed until it is final.
 *
 * Orders run side by side. A C invoice that takes an order back is a fence: it acts when every order before it is final,
 * and the orders after it wait until its units are free. Other C invoices have no effect, so nobody waits for them.
 */
import type { ShopClient } from '@quickmart/client';
import { until } from '@quickmart/streams/testing';
import pLimit from 'p-limit';
import { importResult } from '../../../apps/product/src/import/api.ts';
import { Failure, ifLate } from '../failure.ts';
import { describe, problemCode } from '../http.ts';
import { customerIdOf, type Invoice, type Product } from './ledger.ts';
import { type Asked, faultOf } from './prices.ts';

/** `run`: what is sent again under the same name has no second effect. */
export type Shop = {
  product: ShopClient;
  inventory: ShopClient;
  order: ShopClient;
  run: string;
  timeoutMs: number;
  /** With taxes and shipping. */
  prices?: Asked | undefined;
};
/** `taken-back`: by a C invoice; `cancelled`: by something else; `refused`: the order service did not take it. */
export const kinds = ['confirmed', 'shortage', 'taken-back', 'cancelled', 'refused', 'unknown'] as const;
export type Outcome = { kind: (typeof kinds)[number]; detail: string };
/** `wrongTotal`: why its total is not the sum of its parts. */
export type Placed = Outcome & { invoice: Invoice; orderId?: string; wrongTotal?: string | undefined };

/** The same for the same request of a run. */
const keyOf = (...parts: string[]) => ({ 'Idempotency-Key': ['retail', ...parts].join('-') });

/** How many products are new; the others are there already. */
export async function importProducts(
  products: readonly Product[],
  { product, run }: Pick<Shop, 'product' | 'run'>,
): Promise<number> {
  const lines = products.map(({ sku, name, pence }) =>
    JSON.stringify({ sku, name, price: { amount: pence, currency: 'GBP' } }),
  );
  const answer = await product.POST('/api/products/import', {
    body: lines.join('\n'),
    bodySerializer: (text) => text,
    parseAs: 'text',
    headers: { 'Content-Type': 'application/x-ndjson', ...keyOf(run, 'import') },
  });
  if (answer.data === undefined) throw new Failure(`the import of the catalog failed: ${describe(answer)}`);
  // The last line is a summary.
  const texts = answer.data.split('\n').filter(Boolean).slice(0, -1);
  const results = texts.map((text) => importResult.parse(JSON.parse(text)));
  const refused = results.find(({ status, code }) => status === 'refused' && code !== 'sku-taken');
  if (refused)
    throw new Failure(
      `the import refused ${products[refused.line - 1]?.sku}: ${refused.code} ${refused.detail}`,
    );
  return results.filter(({ status }) => status === 'created').length;
}

export async function trade(
  invoices: readonly Invoice[],
  shop: Shop,
  { concurrency, tick }: { concurrency: number; tick: () => void },
): Promise<Placed[]> {
  const atOnce = pLimit(concurrency);
  const placed = new Map<Invoice, Placed>();
  let waiting: Promise<void>[] = [];
  for (const invoice of invoices) {
    const { isCancellation, takesBack } = invoice;
    if (!isCancellation)
      waiting.push(atOnce(async () => void placed.set(invoice, await place(invoice, shop).finally(tick))));
    if (takesBack === undefined) continue;
    await Promise.all(waiting);
    waiting = [];
    placed.set(takesBack, await cancel(placed.get(takesBack)!, invoice, shop));
  }
  await Promise.all(waiting);
  return [...placed.values()];
}

async function place(invoice: Invoice, { order, run, timeoutMs, prices }: Shop): Promise<Placed> {
  const answer = await order.POST('/api/orders', {
    body: { customerId: customerIdOf(invoice), lines: invoice.lines, ...prices?.body },
    headers: { ...keyOf(run, invoice.file.digest, invoice.number), ...prices?.headers },
  });
  // A 4xx is a decision, nothing was set aside. After a 5xx it may have been.
  const kind = answer.response.status < 500 ? 'refused' : 'unknown';
  if (!answer.data) return { invoice, kind, detail: `${problemCode(answer)}: ${describe(answer)}` };
  const { id } = answer.data;
  const wrongTotal = prices && faultOf(answer.data);
  let last = 'nothing';
  const decided = async () => {
    // Placed is version 1: the service holds the request until there is more.
    const params = { path: { id }, query: { minVersion: 2 } };
    const { data, ...more } = await order.GET('/api/orders/{id}', { params });
    last = data?.status ?? describe(more);
    return data && data.status !== 'pending' && data;
  };
  const final = await until(`order ${id} is final`, decided, timeoutMs).catch(ifLate);
  const outcome: Outcome = final ? outcomeOf(final) : { kind: 'unknown', detail: `order ${id} is ${last}` };
  return { invoice, orderId: id, wrongTotal, ...outcome };
}

type Final = { id: string; status: string; reason?: string | null; shortages?: readonly object[] };

function outcomeOf({ id, status, reason, shortages = [] }: Final): Outcome {
  if (status === 'confirmed') return { kind: 'confirmed', detail: id };
  if (status !== 'cancelled')
    return { kind: 'unknown', detail: `order ${id} is ${status}: somebody else acts on it` };
  return { kind: shortages.length > 0 ? 'shortage' : 'cancelled', detail: reason ?? 'no reason given' };
}

/** Until its units are free again. An order that a shortage ended, or nobody took, has none. */
async function cancel(placed: Placed, by: Invoice, { order, inventory, ...shop }: Shop): Promise<Placed> {
  const { orderId, kind } = placed;
  if (orderId === undefined || kind === 'shortage') return placed;
  const reason = `taken back by invoice ${by.number}`;
  const answer = await order.POST('/api/orders/{id}/cancel', {
    params: { path: { id: orderId } },
    body: { reason },
    headers: keyOf(shop.run, by.file.digest, by.number),
  });
  if (!answer.data) return { ...placed, kind: 'unknown', detail: `${reason}: ${describe(answer)}` };
  const freed = async () => {
    const { data } = await inventory.GET('/api/reservations/{orderId}', { params: { path: { orderId } } });
    return data?.status === 'released' || data?.status === 'rejected';
  };
  // Where they are not freed in time, the books do not agree.
  await until('its units are free', freed, shop.timeoutMs).catch(ifLate);
  return { ...placed, kind: 'taken-back', detail: reason };
}
