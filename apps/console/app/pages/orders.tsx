/** The orders: searched by number, e-mail address, SKU or id, and by status. What is searched for stands in the address. */
import { type components, ok } from '@quickmart/client';
import { Filters, Pick } from '../filters.tsx';
import { type Column, List, pageSize } from '../list.tsx';
import { Link, type Place } from '../router.tsx';
import { may, shop } from '../session.ts';
import { isId, momentOf, money, shortId } from '../show.ts';
import { Card, Page, Status } from '../ui.tsx';

type Order = components['schemas']['Order'];

/** One that is missing does not compile. */
const statuses: Record<Order['status'], true> = {
  pending: true,
  confirmed: true,
  shipped: true,
  completed: true,
  cancelled: true,
  returned: true,
  attention: true,
};
const isStatus = (text: string): text is Order['status'] => text in statuses;
type Filter = { number?: string[]; id?: string[]; customerId?: string; sku?: string[] };

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
  const query = {
    ...filter,
    limit: pageSize,
    ...(isStatus(status) && { status: [status] }),
    ...(cursor && { cursor }),
  };
  return await ok(shop().GET('/api/orders', { params: { query } }));
}

const columns: readonly Column<Order>[] = [
  {
    label: 'Order',
    width: 11,
    cell: ({ id, number }) => <Link to={`/orders/${id}`}>{number ?? shortId(id)}</Link>,
  },
  { label: 'Status', width: 8, cell: ({ status }) => <Status of={status} /> },
  { label: 'Customer', isWide: true, cell: ({ email, customerId }) => email ?? customerId ?? 'erased' },
  {
    label: 'Items',
    width: 5,
    isNumber: true,
    isWide: true,
    cell: ({ lines }) => lines.reduce((sum, { quantity }) => sum + quantity, 0),
  },
  { label: 'Total', width: 9, isNumber: true, cell: ({ total }) => money(total) },
  { label: 'Placed', width: 9, isWide: true, cell: ({ placedAt }) => momentOf(placedAt) },
];

export function Orders({ place: { query } }: { place: Place }) {
  const [search, status] = [query.get('search') ?? '', query.get('status') ?? ''];
  const hint = may('users:read') ? 'Number, e-mail address, SKU or id' : 'Number, SKU or id';
  return (
    <Page title="Orders">
      <Card>
        <Filters query={query} search={hint}>
          <Pick name="status" label="Status" any="any status" options={Object.keys(statuses)} query={query} />
        </Filters>
        <List
          label="Orders"
          queryKey={['orders', search, status]}
          load={(cursor) => page(search, status, cursor)}
          columns={columns}
          keyOf={({ id }) => id}
          empty={search || status ? 'No order is like this.' : 'There are no orders yet.'}
          isAbout={({ category }) => category === 'order'}
        />
      </Card>
    </Page>
  );
}
