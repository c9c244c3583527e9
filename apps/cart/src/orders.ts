/** The order service, as a checkout asks it. An order is asked for under the key of the checkout: a repeat gets the first answer. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { OnDecline } from '@quickmart/contracts/order/placing';
import type { Money } from '@quickmart/contracts/shapes';
import { Neighbour, type NeighbourAnswer, type Neighbours, type On } from '@quickmart/service';
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
  onDecline?: OnDecline;
  total?: Money;
};
export type Order = { id: string; status: string; version: number };

export class Orders {
  readonly #service: Neighbour;

  constructor({ neighbours, settings }: { neighbours: Neighbours; settings: { orderUrl: string } }) {
    const timeoutMs = limits.checkoutMs;
    this.#service = new Neighbour({ name: 'order', url: settings.orderUrl, neighbours, timeoutMs });
  }

  /** Waits for another request under the same key. Never rejects. */
  async place(key: string, order: NewOrder, on: On): Promise<NeighbourAnswer<Order>> {
    const deadline = performance.now() + limits.checkoutMs;
    for (;;) {
      const outcome = await this.#service.ask<Order>('POST', '/api/orders', on, { key, body: order });
      const isBusy = outcome.outcome === 'refused' && outcome.problem.code === 'request-in-progress';
      if (!isBusy) return outcome;
      if (performance.now() > deadline) return { outcome: 'unknown', reason: 'the order is being placed' };
      await sleep(limits.checkoutPollMs);
    }
  }

  async read(id: string, on: On): Promise<NeighbourAnswer<Order>> {
    return await this.#service.ask('GET', `/api/orders/${id}`, on);
  }
}
