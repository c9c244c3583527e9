/** Sales per product and day: sums over the orders. */
import type { ReadModels, Totals } from '@quickmart/projections';
import { type Api, createRoute, json, listQuery, pageOf, waitForSent } from '@quickmart/service';
import { day, type Sale, salePage } from './api.ts';
import { type OrderRow, type SaleRow, sales } from './schema.ts';

/** An order that is cancelled was no sale, whenever it is cancelled; what comes back later was sold. */
export const salesPerDay: Totals<OrderRow, typeof sales> = {
  table: sales,
  sum: ['units', 'amount'],
  of: ({ lines, placedAt, progress }) => {
    if (progress?.stage === 'cancelled') return [];
    const on = new Date(placedAt).toISOString().slice(0, 'yyyy-mm-dd'.length);
    return lines.map(({ productId, sku, quantity, lineTotal: { amount, currency } }) => {
      const id = `${on}/${productId}/${currency}`;
      return { id, day: on, productId, sku, currency, units: quantity, amount };
    });
  },
};

const saleView = ({ id: _, amount, currency, ...row }: SaleRow): Sale => ({
  ...row,
  amount: { amount, currency },
});

const salesRoute = createRoute({
  method: 'get',
  path: '/api/sales',
  operationId: 'listSales',
  tags: ['Sales'],
  summary: 'What was sold, per product and day; cancelled orders do not count',
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
        // Of a product whose orders were all cancelled nothing was sold.
        { column: 'units', op: 'gt', value: 0 },
        from === undefined ? undefined : { column: 'id', op: 'gte', value: from },
        to === undefined ? undefined : { column: 'id', op: 'lt', value: `${to}~` },
      ],
    });
    return c.json({ data: rows.map(saleView), ...rest }, 200);
  });
}
