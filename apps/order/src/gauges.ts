/** How many orders wait, and for how long: those that have not ended, by the index on their status. */
import type { Base } from '@quickmart/service';
import { clock } from '@quickmart/streams';
import { orderList } from './read-models.ts';

const waiting = ['pending', 'confirmed', 'shipped', 'attention'] as const;
type Waiting = (typeof waiting)[number];

export function orderGauges({ readModels }: Pick<Base<Record<never, never>>, 'readModels'>) {
  const { table } = orderList;
  const of = (status: Waiting, value: number) => ({ labels: { status }, value });
  return {
    quickmart_orders: {
      help: 'Orders that have not ended, by status',
      labels: ['status'],
      read: async () => {
        const counts = await readModels.countBy(table, 'status', [
          { column: 'status', op: 'in', value: waiting },
        ]);
        return waiting.map((status) => of(status, counts.get(status) ?? 0));
      },
    },
    quickmart_orders_oldest_seconds: {
      help: 'Since the oldest order of a status was placed, in seconds; 0: there is none',
      labels: ['status'],
      read: async () => await Promise.all(waiting.map(async (status) => of(status, await oldest(status)))),
    },
  };

  async function oldest(status: Waiting): Promise<number> {
    const { rows } = await readModels.list(table, {
      where: [{ column: 'status', op: 'eq', value: status }],
      sort: { column: 'placedAt', direction: 'asc' },
      limit: 1,
    });
    const [first] = rows;
    return first === undefined ? 0 : Math.max(0, clock.now() - first.placedAt) / 1000;
  }
}
