/**
 * Orders over HTTP: placed, followed until they are final, cancelled. Every POST has a key made of the run, the file's
 * content and the invoice, so that doing any of it again, also after a crash of this tool, has no second effect.
 */
import { createHash } from 'node:crypto';
import type { Order } from '../../../apps/order/src/api.ts';
import { type Answer, describe, problemCode } from '../http.ts';
import type { ClientOf } from '../openapi/client.ts';
import { until } from '../until.ts';
import { customerIdOf, type Invoice } from './parse.ts';
import type { Holding } from './reconcile.ts';

export type Outcome =
  | { kind: 'confirmed' }
  | { kind: 'shortage' }
  /** Cancelled for its C invoice. */
  | { kind: 'taken-back' }
  /** Cancelled for another reason, e.g. by somebody else. */
  | { kind: 'cancelled'; reason: string }
  /** The service did not take it. */
  | { kind: 'refused'; code: string; detail: string }
  | { kind: 'unknown'; detail: string };

export type PlacedOrder = { invoice: Invoice; orderId: string | undefined; outcome: Outcome };
export type OrderSteps = {
  run: string;
  orders: ClientOf<'order'>;
  inventories: ClientOf<'inventory'>;
  timeoutMs: number;
  signal: AbortSignal;
};

type OrderState = Pick<Order, 'id' | 'status' | 'reason' | 'shortages'>;
/** The version an order has when it is decided: placed is 1. Asked for, the service holds the GET until it is there. */
const DECIDED_VERSION = 2;

export function idempotencyKey(run: string, invoice: Invoice, action: 'place' | 'cancel'): string {
  return keyOf(run, invoice.file.digest, invoice.number, action);
}

/** Short, and made of characters that a header takes, whatever the parts are. */
export function keyOf(...parts: readonly string[]): string {
  return `retail-${createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32)}`;
}

export async function placeOrder(invoice: Invoice, steps: OrderSteps): Promise<PlacedOrder> {
  const answer = await steps.orders.POST('/api/orders', {
    body: { customerId: customerIdOf(invoice), lines: invoice.lines },
    headers: { 'Idempotency-Key': idempotencyKey(steps.run, invoice, 'place') },
  });
  if (!answer.data) return { invoice, orderId: undefined, outcome: refusal(answer) };
  const { id } = answer.data;
  return { invoice, orderId: id, outcome: await follow(id, steps) };
}

/**
 * Takes a placed order back for its C invoice, and waits until its units are free again, so that the orders after it
 * find them. An order that a shortage ended, or nobody took, needs none.
 */
export async function cancelOrder(
  placed: PlacedOrder,
  cancellation: Invoice,
  steps: OrderSteps,
): Promise<PlacedOrder> {
  if (placed.orderId === undefined || placed.outcome.kind === 'shortage') return placed;
  const reason = `taken back by invoice ${cancellation.number}`;
  const { orderId } = placed;
  const answer = await steps.orders.POST('/api/orders/{id}/cancel', {
    params: { path: { id: orderId } },
    body: { reason },
    headers: { 'Idempotency-Key': idempotencyKey(steps.run, cancellation, 'cancel') },
  });
  if (!answer.data) {
    return { ...placed, outcome: { kind: 'unknown', detail: `${reason}: ${describe(answer)}` } };
  }
  // Where they are not freed in time, the comparison of the stock will say so.
  await until(steps.timeoutMs, () => freed(orderId, steps), steps.signal);
  return { ...placed, outcome: { kind: 'taken-back' } };
}

export function holdingOf({ kind }: Outcome): Holding {
  if (kind === 'unknown') return 'unknown';
  return kind === 'confirmed' ? 'holds' : 'released';
}

async function freed(orderId: string, { inventories }: OrderSteps): Promise<true | undefined> {
  const params = { path: { orderId } };
  const { data } = await inventories.GET('/api/reservations/{orderId}', { params });
  return data?.status === 'released' || data?.status === 'rejected' ? true : undefined;
}

async function follow(id: string, { orders, timeoutMs, signal }: OrderSteps): Promise<Outcome> {
  let last = 'nothing';
  const ask = async () => {
    const params = { path: { id }, query: { minVersion: DECIDED_VERSION } };
    const answer = await orders.GET('/api/orders/{id}', { params });
    last = answer.data?.status ?? describe(answer);
    return answer.data && outcomeOf(answer.data);
  };
  const outcome = await until(timeoutMs, ask, signal);
  return (
    outcome ?? { kind: 'unknown', detail: `order ${id} is not final after ${timeoutMs / 1000} s: ${last}` }
  );
}

function outcomeOf({ id, status, reason, shortages }: OrderState): Outcome | undefined {
  if (status === 'pending') return undefined;
  if (status === 'confirmed') return { kind: 'confirmed' };
  if (status !== 'cancelled')
    return { kind: 'unknown', detail: `order ${id} is ${status}: somebody else acts on it` };
  if (shortages && shortages.length > 0) return { kind: 'shortage' };
  return { kind: 'cancelled', reason: reason ?? 'no reason given' };
}

/** A 4xx is a decision, nothing was set aside. After a 5xx it may have been. */
function refusal(answer: Answer): Outcome {
  if (answer.response.status >= 500)
    return { kind: 'unknown', detail: `the order was answered ${describe(answer)}` };
  return { kind: 'refused', code: problemCode(answer), detail: describe(answer) };
}
