/** What of the prices of orders and the uses of coupons does not add up. */
import type { Books } from './books.ts';

type Found = Iterable<[where: string, what: string]>;

export const priceRules = {
  'total = Σ parts': function* ({ orders }: Books): Found {
    for (const [id, { priceFault }] of orders)
      if (priceFault !== undefined) yield [`order ${id}`, priceFault];
  },

  'uses of a coupon = live orders that carry it': function* (
    { orders, counts }: Books,
    before: number,
  ): Found {
    const counted = new Map<string, number>();
    for (const { code, per, orders: ids, at } of counts.values())
      for (const id of ids) {
        counted.set(`${code} ${per} ${id}`, at);
        const order = orders.get(id);
        if (at < before && !(order && isLive(order.types) && order.codes.includes(code)))
          yield [
            `order ${id}`,
            `its use of ${code} is counted, and it is ${order ? 'cancelled' : 'missing'}`,
          ];
      }
    for (const [id, { codes, types, at }] of orders)
      for (const code of isLive(types) && at < before ? codes : [])
        for (const per of ['code', 'customer'])
          if (!counted.has(`${code} ${per} ${id}`))
            yield [`order ${id}`, `it carries ${code}, which is not counted per ${per}`];
  },

  'a customer has one first order, and it is not cancelled': function* (
    { orders, firsts }: Books,
    before: number,
  ): Found {
    const taken = new Set([...firsts.values()].flatMap((first) => [...first.orders]));
    for (const { most, orders: ids } of firsts.values())
      if (most > 1) yield [`order ${[...ids][0]}`, `${most} orders were the first of their customer at once`];
    for (const [id, { isFirst, types, at }] of orders)
      if (at < before && taken.has(id) !== (isFirst && isLive(types)))
        yield [
          `order ${id}`,
          taken.has(id) ? 'it is cancelled, and counted as the first' : 'it is not counted',
        ];
  },

  'uses of a coupon ≤ its limits': function* ({ orders, counts, limits }: Books): Found {
    for (const { code, per, most, orders: ids } of counts.values()) {
      const { usesMax = null, usesPerCustomerMax = null } = limits.get(code) ?? {};
      const limit = per === 'code' ? usesMax : usesPerCustomerMax;
      if (limit !== null && most > limit) yield [`coupon ${code}`, `it was used ${most} times of ${limit}`];
      const customers = new Set([...ids].map((id) => orders.get(id)?.customer));
      if (per === 'customer' && customers.size > 1)
        yield [`coupon ${code}`, `${customers.size} customers are counted as one`];
    }
  },
};

const isLive = (types: readonly string[]) => !types.includes('OrderCancelledEvent');
