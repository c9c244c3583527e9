/** The payments: their state, and the disputes that customers have opened with their bank. */
import { type components, ok } from '@quickmart/client';
import { Filters, Pick } from '../../filters.tsx';
import { type Column, List, pageSize } from '../../list.tsx';
import { Link, type Place } from '../../router.tsx';
import { shop } from '../../session.ts';
import { isId, momentOf, money, shortId } from '../../show.ts';
import { Card, Page, Status } from '../../ui.tsx';

type Payment = components['schemas']['Payment'];

const statuses = [
  'pending',
  'action-required',
  'authorized',
  'captured',
  'refunded',
  'failed',
  'voided',
] as const;
const disputes = [
  ['open', 'an open dispute'],
  ['won', 'a dispute that was won'],
  ['lost', 'a dispute that was lost'],
] as const;

/** An id is that of a payment, or of an order: both are looked for. */
async function page(query: URLSearchParams, cursor: string) {
  const search = query.get('search') ?? '';
  const [dispute] = disputes.find(([value]) => value === query.get('dispute')) ?? [];
  const status = statuses.find((one) => one === query.get('status'));
  const filters = {
    limit: pageSize,
    ...(status && { status: [status] }),
    ...(dispute && { dispute: [dispute] }),
    ...(cursor && { cursor }),
  };
  if (search === '') return await ok(shop().GET('/api/payments', { params: { query: filters } }));
  if (!isId(search))
    return await ok(shop().GET('/api/payments', { params: { query: { ...filters, customerId: search } } }));
  const ofOrder = { ...filters, orderId: [search] };
  const found = await ok(shop().GET('/api/payments', { params: { query: ofOrder } }));
  if (found.data.length > 0) return found;
  return await ok(shop().GET('/api/payments', { params: { query: { ...filters, id: [search] } } }));
}

const columns: readonly Column<Payment>[] = [
  { label: 'Payment', width: 8, cell: ({ id }) => <Link to={`/payments/${id}`}>{shortId(id)}</Link> },
  { label: 'Status', width: 8, cell: ({ status }) => <Status of={status} /> },
  { label: 'Why', isWide: true, cell: ({ reason }) => reason },
  {
    label: 'Dispute',
    width: 6,
    isWide: true,
    cell: ({ disputes }) => disputes.length > 0 && <Status of={disputes.at(-1)!.status} />,
  },
  { label: 'Amount', width: 9, isNumber: true, cell: ({ amount }) => money(amount) },
  {
    label: 'Refunded',
    width: 9,
    isNumber: true,
    isWide: true,
    cell: ({ refunded }) => refunded.amount > 0 && money(refunded),
  },
  { label: 'Since', width: 9, isWide: true, cell: ({ createdAt }) => momentOf(createdAt) },
];

export const Payments = ({ place: { query } }: { place: Place }) => (
  <Page title="Payments">
    <Card>
      <Filters query={query} search="Id of an order, a payment or a customer">
        <Pick name="status" label="Status" any="any status" options={statuses} query={query} />
        <Pick name="dispute" label="Dispute" any="with or without dispute" options={disputes} query={query} />
      </Filters>
      <List
        label="Payments"
        queryKey={['payments', query.toString()]}
        load={(cursor) => page(query, cursor)}
        columns={columns}
        keyOf={({ id }) => id}
        empty={query.size > 0 ? 'No payment is like this.' : 'There are no payments yet.'}
        isAbout={({ category }) => category === 'payment'}
      />
    </Card>
  </Page>
);
