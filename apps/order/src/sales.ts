/** Sales per product and day: sums that the orders of all partitions add to. */
import type { OrderEvents } from '@quickmart/contracts/order';
import { day, type Sale, salePage } from '@quickmart/contracts/sales';
import { type ReadModels, sums } from '@quickmart/projections';
import { type Api, createRoute, json, listQuery, pageOf, waitForSent } from '@quickmart/service';
import { type SaleRow, sales } from './schema.ts';

export const salesPerDay = sums<OrderEvents, typeof sales>({
  name: 'sales',
  category: 'order',
  table: sales,
  sum: ['units', 'amount'],
  add: {
    OrderPlacedEvent: ({ lines }, { at }) =>
      lines.map(({ productId, sku, quantity, lineTotal: { amount, currency } }) => {
        const on = new Date(at).toISOString().slice(0, 'yyyy-mm-dd'.length);
        const id = `${on}/${productId}/${currency}`;
        return { id, day: on, productId, sku, currency, units: quantity, amount };
      }),
  },
});

const saleView = ({ id: _, amount, currency, ...row }: SaleRow): Sale => ({
  ...row,
  amount: { amount, currency },
});

const salesRoute = createRoute({
  ...{ method: 'get', path: '/api/sales', operationId: 'listSales', tags: ['Sales'] },
  summary: 'What was ordered, per product and day',
  request: {
    query: listQuery(['day'], { from: day.optional(), to: day.optional() }),
  },
  responses: { 200: json(salePage, 'One page') },
});

export function salesRoutes(api: Api, { readModels }: { readModels: ReadModels }): void {
  api.openapi(salesRoute, async (c) => {
    const { from, to, ...query } = c.req.valid('query');
    const { sort, ...page } = pageOf(query);
    if (!(await waitForSent(c, readModels))) c.header('Read-Model-Stale', 'true');
    const { rows, ...rest } = await readModels.list(sales, {
      ...page,
      // The id begins with the day: its own index answers for both.
      sort: { column: 'id', direction: sort.direction },
      where: [
        from === undefined ? undefined : { column: 'id', op: 'gte', value: from },
        to === undefined ? undefined : { column: 'id', op: 'lt', value: `${to}~` },
      ],
    });
    return c.json({ data: rows.map(saleView), ...rest }, 200);
  });
}
