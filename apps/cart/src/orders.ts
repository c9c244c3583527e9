/**
 * The order service, as a checkout asks it: called where it is in this process, else over HTTP, with the caller's own token.
 * An order is asked for under the key of the checkout: a repeat gets the first answer, and places nothing.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import type { HttpBindings } from '@hono/node-server';
import type { Neighbours, ProblemError } from '@quickmart/service';
import { limits } from './limits.ts';

/** What `POST /api/orders` takes. */
export type NewOrder = {
  customerId: string;
  lines: readonly { sku: string; quantity: number }[];
  coupons: readonly string[];
  addresses?: object;
  email?: string;
  shippingMethod?: string;
  locale?: string;
  metadata: Readonly<Record<string, string>>;
  paymentMethod?: string;
};
export type Order = { id: string; status: string; version: number };
export type Problem = { code: string; detail?: string; errors?: ProblemError[] };

/** `refused`: there is no order. `unknown`: there may be one. */
export type Outcome =
  | { outcome: 'placed'; order: Order }
  | { outcome: 'refused'; status: number; problem: Problem }
  | { outcome: 'unknown'; reason: string };

/** Of the request that is answered. */
export type On = { headers: Record<string, string>; env: HttpBindings };

export class Orders {
  readonly #neighbours: Neighbours;
  readonly #url: string;

  constructor({ neighbours, settings }: { neighbours: Neighbours; settings: { orderUrl: string } }) {
    this.#neighbours = neighbours;
    this.#url = settings.orderUrl;
  }

  /** Waits for another request under the same key. Never rejects. */
  async place(key: string, order: NewOrder, on: On): Promise<Outcome> {
    const headers = { 'Content-Type': 'application/json', 'Idempotency-Key': key, ...on.headers };
    const deadline = performance.now() + limits.checkoutMs;
    for (;;) {
      const outcome = await this.#ask(
        '/api/orders',
        { method: 'POST', headers, body: JSON.stringify(order) },
        on,
      );
      const isBusy = outcome.outcome === 'refused' && outcome.problem.code === 'request-in-progress';
      if (!isBusy) return outcome;
      if (performance.now() > deadline) return { outcome: 'unknown', reason: 'the order is being placed' };
      await sleep(limits.checkoutPollMs);
    }
  }

  async read(id: string, on: On): Promise<Outcome> {
    return await this.#ask(`/api/orders/${id}`, { headers: on.headers }, on);
  }

  async #ask(path: string, request: RequestInit, { env }: On): Promise<Outcome> {
    const signal = AbortSignal.timeout(limits.checkoutMs);
    const asked = new Request(this.#url + path, { ...request, signal });
    const neighbour = this.#neighbours.get('order');
    try {
      return await outcomeOf(neighbour ? await neighbour(asked, env) : await fetch(asked));
    } catch (error) {
      return { outcome: 'unknown', reason: `the order service does not answer: ${(error as Error).message}` };
    }
  }
}

async function outcomeOf(answer: Response): Promise<Outcome> {
  const body = (await answer.json()) as Order & Problem;
  const { status } = answer;
  if (answer.ok) return { outcome: 'placed', order: body };
  // Whether a request that failed has placed an order is not known; one that came too soon is sent again.
  if (status >= 500 || status === 429) return { outcome: 'unknown', reason: body.detail ?? body.code };
  return { outcome: 'refused', status, problem: body };
}
