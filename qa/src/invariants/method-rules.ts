/** Payment methods of an order: each is tried, and comes after a decline of the one before. */
import type { Books } from './books.ts';

type Found = Iterable<[where: string, what: string]>;

export const methodRules = {
  'a payment method is tried after the one before was declined': function* ({
    orders,
    payments,
  }: Books): Found {
    for (const [id, { methods }] of orders) for (const fault of methods.faults) yield [`order ${id}`, fault];
    for (const [id, { methods }] of payments)
      for (const fault of methods.faults) yield [`payment ${id}`, fault];
  },

  'every payment method that an order was given is tried': function* (
    { orders, payments }: Books,
    before: number,
  ): Found {
    for (const [id, { methods, paymentId, types, at }] of orders) {
      const payment = payments.get(paymentId ?? '');
      // What ends at the same moment may end without it.
      if (!payment || types.includes('OrderCancelledEvent') || at >= before || payment.at >= before) continue;
      if (methods.number !== payment.methods.number)
        yield [
          `order ${id}`,
          `${methods.number} payment methods were given, ${payment.methods.number} tried`,
        ];
    }
  },
};
