/** Why money was given back. */
import type { Books } from './books.ts';

type Found = Iterable<[where: string, what: string]>;

export const refundRules = {
  /** What was asked for, by an order within what it says, or done at the provider; and all of them are what was given back. */
  'every cent of a refund has a reason': function* ({ orders, payments }: Books, before: number): Found {
    for (const [id, { orderId, given, asked, refunded, at }] of payments) {
      if (at >= before) continue;
      const reasons = orders.get(orderId)?.reasons ?? new Map<string, number>();
      for (const [refundId, { amount, reason, by }] of given) {
        const most = reasons.get(refundId) ?? asked.get(refundId) ?? (by === 'provider' ? amount : 0);
        if (amount > most || reason === '')
          yield [`payment ${id}`, `refund ${refundId} of ${amount}: ${most} were asked for`];
      }
      const sum = [...given.values()].reduce((all, { amount }) => all + amount, 0);
      // Older events do not say which refund they are about.
      if (given.size > 0 && sum !== refunded)
        yield [`payment ${id}`, `its refunds come to ${sum}, ${refunded} are said to be given back`];
    }
  },
};
