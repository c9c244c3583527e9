/** The orders: searched by number, e-mail address, SKU or id, and by status. What is searched for stands in the address. */
import { ok } from '@quickmart/client';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { FormEvent } from 'react';
import { useRefreshOn } from '../live.ts';
import { goQuery, Link, type Place } from '../router.tsx';
import { may, shop } from '../session.ts';
import { momentOf, money, shortId } from '../show.ts';
import { Card, Empty, Loading, Page, Problem, Scroll, Status } from '../ui.tsx';

const statuses = [
  'pending',
  'confirmed',
  'shipped',
  'completed',
  'cancelled',
  'returned',
  'attention',
] as const;
type Filter = { number?: string[]; id?: string[]; customerId?: string; sku?: string[] };

const isId = (text: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);

/** What a text is, its form tells. Undefined: it is an e-mail address that nobody has. */
async function filterOf(search: string): Promise<Filter | undefined> {
  if (search === '') return {};
  if (isId(search)) return { id: [search] };
  if (!search.includes('@'))
    return /^QM-/i.test(search) ? { number: [search.toUpperCase()] } : { sku: [search] };
  const found = await ok(shop().GET('/api/users', { params: { query: { email: search } } }));
  const user = found.data[0];
  return user && { customerId: user.id };
}

async function page(search: string, status: string, cursor: string) {
  const filter = await filterOf(search);
  if (filter === undefined) return { data: [], nextCursor: null };
  const chosen = statuses.find((one) => one === status);
  const query = { ...filter, limit: 50, ...(chosen && { status: [chosen] }), ...(cursor && { cursor }) };
  return await ok(shop().GET('/api/orders', { params: { query } }));
}

export function Orders({ place: { query } }: { place: Place }) {
  const [search, status] = [query.get('search') ?? '', query.get('status') ?? ''];
  const key = ['orders', search, status];
  useRefreshOn(['orders'], ({ category }) => category === 'order');
  const found = useInfiniteQuery({
    queryKey: key,
    queryFn: ({ pageParam }) => page(search, status, pageParam),
    initialPageParam: '',
    getNextPageParam: (last) => last.nextCursor ?? undefined,
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    goQuery({ search: String(new FormData(event.currentTarget).get('search')).trim(), status });
  };
  const orders = found.data?.pages.flatMap(({ data }) => data) ?? [];
  const hint = may('users:read') ? 'Number, e-mail address, SKU or id' : 'Number, SKU or id';
  return (
    <Page title="Orders">
      <Card>
        <search>
          <form className="search" onSubmit={submit}>
            <input
              key={search}
              type="search"
              name="search"
              defaultValue={search}
              placeholder={hint}
              aria-label={hint}
            />
            <select
              aria-label="Status"
              value={status}
              onChange={(event) => goQuery({ search, status: event.target.value })}
            >
              <option value="">any status</option>
              {statuses.map((one) => (
                <option key={one}>{one}</option>
              ))}
            </select>
            <button type="submit" className="primary">
              Search
            </button>
          </form>
        </search>
        {found.error && <Problem error={found.error} />}
        {found.isPending && !found.error && <Loading />}
        {found.isSuccess && orders.length === 0 && (
          <Empty>{search || status ? 'No order is like this.' : 'There are no orders yet.'}</Empty>
        )}
        {orders.length > 0 && (
          <Scroll label="Orders">
            <table className="lines">
              <thead>
                <tr>
                  <th scope="col">Order</th>
                  <th scope="col">Status</th>
                  <th scope="col" className="wide">
                    Customer
                  </th>
                  <th scope="col" className="number wide">
                    Items
                  </th>
                  <th scope="col" className="number">
                    Total
                  </th>
                  <th scope="col" className="wide">
                    Placed
                  </th>
                </tr>
              </thead>
              <tbody>
                {orders.map((order) => (
                  <tr key={order.id}>
                    <td>
                      <Link to={`/orders/${order.id}`}>{order.number ?? shortId(order.id)}</Link>
                    </td>
                    <td>
                      <Status of={order.status} />
                    </td>
                    <td className="clip wide">{order.email ?? order.customerId ?? 'erased'}</td>
                    <td className="number wide">
                      {order.lines.reduce((sum, { quantity }) => sum + quantity, 0)}
                    </td>
                    <td className="number">{money(order.total)}</td>
                    <td className="wide">{momentOf(order.placedAt)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </Scroll>
        )}
        {found.hasNextPage && (
          <button
            type="button"
            disabled={found.isFetchingNextPage}
            onClick={() => void found.fetchNextPage()}
          >
            More
          </button>
        )}
      </Card>
    </Page>
  );
}
