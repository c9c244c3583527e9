/** Payment methods of an order: which of them was tried, and that each comes after a decline of the one before. */
import type { Books } from './books.ts';

/** `number`: of the one that was given last, from 1. */
export type Methods = { number: number; isDeclined: boolean; faults: string[] };
export const firstMethod = (): Methods => ({ number: 1, isDeclined: false, faults: [] });

export function declined(methods: Methods, number: number): void {
  if (number !== methods.number || methods.isDeclined)
    methods.faults.push(`number ${number} is declined, number ${methods.number} was given`);
  methods.isDeclined = true;
}

export function given(methods: Methods, number: number): void {
  if (number !== methods.number + 1) methods.faults.push(`number ${number} follows number ${methods.number}`);
  if (!methods.isDeclined) methods.faults.push(`number ${number} is given, the one before was not declined`);
  Object.assign(methods, { number, isDeclined: false });
}

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
