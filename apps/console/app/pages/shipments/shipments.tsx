/** What the warehouse works through: what is to be picked, what is packed, what is on its way, and how it ended. */
import { type components, ok } from '@quickmart/client';
import { Filters, Pick } from '../../filters.tsx';
import { type Column, List, pageSize } from '../../list.tsx';
import { Link, type Place } from '../../router.tsx';
import { may, shop } from '../../session.ts';
import { momentOf, shortId } from '../../show.ts';
import { Card, Page, Status } from '../../ui.tsx';
import { Deliver, Dispatch, Pack } from './doings.tsx';

type Schemas = components['schemas'];
type PickList = Schemas['PickList'];
type Shipment = Schemas['DeliveryShipment'];

const steps = [
  ['packed', 'packed'],
  ['in-transit', 'on the way'],
  ['delivered', 'delivered'],
  ['lost', 'lost'],
  ['returned', 'came back'],
  ['unpacked', 'unpacked'],
] as const;

async function pickLists(search: string, cursor: string) {
  const query = {
    limit: pageSize,
    sort: 'createdAt' as const,
    ...(search ? { number: [search.toUpperCase()] } : { status: ['to-pick' as const] }),
    ...(cursor && { cursor }),
  };
  return await ok(shop().GET('/api/pick-lists', { params: { query } }));
}

/** With a tracking number, wherever it is; else those of a step. */
async function shipments(status: Shipment['status'], tracking: string, cursor: string) {
  const wanted = tracking ? { tracking } : { status: [status] };
  const query = { limit: pageSize, ...wanted, ...(cursor && { cursor }) };
  return await ok(shop().GET('/api/shipments', { params: { query } }));
}

const itemsOf = (lines: readonly { sku: string; quantity: number }[]): string =>
  lines.map(({ sku, quantity }) => `${quantity} × ${sku}`).join(', ');
const leftOf = ({ lines }: PickList) =>
  lines.filter(({ left }) => left > 0).map(({ sku, left }) => ({ sku, quantity: left }));

const toPick: readonly Column<PickList>[] = [
  {
    label: 'Order',
    width: 11,
    cell: ({ id, number }) => <Link to={`/orders/${id}`}>{number ?? shortId(id)}</Link>,
  },
  { label: 'To pick', isWide: true, cell: (list) => itemsOf(leftOf(list)) },
  { label: 'State', width: 6, cell: ({ status }) => <Status of={status} /> },
  { label: 'Since', width: 9, isWide: true, cell: ({ createdAt }) => momentOf(createdAt) },
];
const packing: Column<PickList> = {
  label: 'Next',
  width: 6,
  cell: (list) => list.status === 'to-pick' && <Pack list={list} />,
};

const sent: readonly Column<Shipment>[] = [
  { label: 'Shipment', width: 8, cell: ({ id }) => <Link to={`/shipments/${id}`}>{shortId(id)}</Link> },
  { label: 'Items', isWide: true, cell: ({ lines }) => itemsOf(lines) },
  {
    label: 'Carrier',
    width: 12,
    isWide: true,
    cell: ({ carrier, tracking }) => [carrier, tracking].filter(Boolean).join(' '),
  },
  { label: 'State', width: 7, cell: ({ status }) => <Status of={status} /> },
  { label: 'Changed', width: 9, isWide: true, cell: ({ updatedAt }) => momentOf(updatedAt) },
];
const sending: Column<Shipment> = {
  label: 'Next',
  width: 8,
  cell: (shipment) => <Next shipment={shipment} />,
};

const Next = ({ shipment }: { shipment: Shipment }) =>
  shipment.status === 'packed' ? (
    <Dispatch shipment={shipment} isPlain />
  ) : (
    shipment.status === 'in-transit' && <Deliver shipment={shipment} isPlain />
  );

export function Shipments({ place: { query } }: { place: Place }) {
  const [step] = steps.find(([value]) => value === query.get('step')) ?? [];
  const search = query.get('search') ?? '';
  const mayChange = may('deliveries:write');
  return (
    <Page title="Shipments">
      <Card>
        <Filters query={query} search={step === undefined ? 'Number of an order' : 'Tracking number'}>
          <Pick name="step" label="Step" any="to pick" options={steps} query={query} />
        </Filters>
        {step === undefined ? (
          <List
            label="Orders to pick"
            queryKey={['pick-lists', search]}
            load={(cursor) => pickLists(search, cursor)}
            columns={mayChange ? [...toPick, packing] : toPick}
            keyOf={({ id }) => id}
            empty={search ? 'No order has this number.' : 'Nothing is to be picked.'}
            isAbout={({ category }) => category === 'delivery'}
          />
        ) : (
          <List
            key={step}
            label="Shipments"
            queryKey={['shipments', step, search]}
            load={(cursor) => shipments(step, search, cursor)}
            columns={mayChange ? [...sent, sending] : sent}
            keyOf={({ id }) => id}
            empty={search ? 'No shipment has this tracking number.' : 'There are none.'}
            isAbout={({ category }) => category === 'delivery'}
          />
        )}
      </Card>
    </Page>
  );
}
