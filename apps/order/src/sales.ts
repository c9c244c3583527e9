/** Sales per product and day: sums over the orders. */
import type { ReadModels, Totals } from '@quickmart/projections';
import { type Api, createRoute, json, listQuery, needs, pageOf, readList } from '@quickmart/service';
import { day, type Order, type Sale, salePage } from './api.ts';
import { countsOf, worthOfUnits } from './quantities.ts';
import { type SaleRow, sales } from './schema.ts';
import type { Progress } from './state.ts';

type Sold = { lines: Order['lines']; placedAt: number; progress: Progress };

/** What is cancelled was no sale, whenever it is cancelled; what comes back later was sold. */
export const salesPerDay: Totals<Sold, typeof sales> = {
  table: sales,
  sum: ['units', 'amount'],
  of: ({ lines, placedAt, progress }) => {
    if (progress.stage === 'cancelled') return [];
    const on = new Date(placedAt).toISOString().slice(0, 'yyyy-mm-dd'.length);
    const currency = lines[0]?.total.currency ?? '';
    return [...countsOf({ lines, ...progress }).values()].map((count) => {
      const { productId, sku, ordered, cancelled, paid } = count;
      const gone = progress.cancellations
        .flatMap((one) => one.lines.filter((line) => line.productId === productId))
        .reduce((sum, line) => sum + worthOfUnits(count, line), 0);
      const id = `${on}/${productId}/${currency}`;
      return { id, day: on, productId, sku, currency, units: ordered - cancelled, amount: paid - gone };
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
  access: needs('orders:read'),
  tags: ['Sales'],
  summary: 'What was sold, per product and day; cancelled orders do not count',
  request: {
    query: listQuery(['day'], { from: day.optional(), to: day.optional() }),
  },
  responses: { 200: json(salePage, 'One page') },
});

export function salesRoutes(api: Api, { readModels }: { readModels: ReadModels }): void {
  api.openapi(salesRoute, (c) => {
    const { from, to, ...query } = c.req.valid('query');
    const { sort, ...page } = pageOf(query);
    const of = async (rows: readonly SaleRow[]) => rows.map(saleView);
    return readList(c, readModels, sales, of, async () => ({
      ...page,
      // The id begins with the day: its own index answers for both.
      sort: { column: 'id', direction: sort.direction },
      where: [
        // Of a product whose orders were all cancelled nothing was sold.
        { column: 'units', op: 'gt', value: 0 },
        from === undefined ? undefined : { column: 'id', op: 'gte', value: from },
        to === undefined ? undefined : { column: 'id', op: 'lt', value: `${to}~` },
      ],
    }));
  });
}
