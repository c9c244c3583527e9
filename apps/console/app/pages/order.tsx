/** One order: what it is, what can be done with it, and what happened to it in each service. */
import { type components, ok } from '@quickmart/client';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Items } from '../items.tsx';
import { useRefreshOn } from '../live.ts';
import { Link } from '../router.tsx';
import { may, shop } from '../session.ts';
import { isId, momentOf, money } from '../show.ts';
import { Action, Card, Check, Choice, Facts, Field, Page, Problem, Status, Waiting } from '../ui.tsx';
import { Lanes } from './lanes.tsx';
import { Refund } from './payments/refund.tsx';
import { Waits } from './waits.tsx';

type Order = components['schemas']['Order'];

/** Nothing is waited for any more. */
const ended = new Set(['completed', 'cancelled', 'returned']);

export function OrderPage({ id }: { id: string }) {
  useRefreshOn(['order', id], (event) => event.aggregateId === id || event.orderId === id);
  const params = { path: { id } };
  const order = useQuery({
    queryKey: ['order', id],
    queryFn: () => ok(shop().GET('/api/orders/{id}', { params })),
  });
  const timeline = useQuery({
    queryKey: ['order', id, 'timeline'],
    queryFn: () => ok(shop().GET('/api/orders/{id}/timeline', { params })),
  });
  const { data } = order;
  return (
    <Page
      title={data ? `Order ${data.number ?? data.id}` : 'Order'}
      aside={data && <Status of={data.status} />}
      back={['/orders', 'Orders']}
    >
      <Waiting of={order} />
      {data && <Summary order={data} />}
      {data && may('operate') && !ended.has(data.status) && <Waits id={id} />}
      {timeline.error && <Problem error={timeline.error} />}
      {timeline.data && (
        <Card title="What happened">
          <Lanes events={timeline.data.data} />
        </Card>
      )}
    </Page>
  );
}

const waits: Record<string, string> = {
  pending: 'Waits for its stock and for its payment.',
  confirmed: 'Paid and reserved. Waits to be shipped.',
  shipped: 'On its way. Waits to be delivered.',
};

const shipmentOf = ({ carrier, tracking, status }: components['schemas']['Shipment']): string =>
  [carrier, tracking, status].filter(Boolean).join(' ');

const paymentOf = ({ status, captured, refunded }: NonNullable<Order['payment']>): string =>
  `${status}: ${money(captured)} captured, ${money(refunded)} given back`;

const shortageOf = ({ sku, requested, available }: NonNullable<Order['shortages']>[number]): string =>
  `${sku}: ${requested} ordered, ${available} available`;

/** A customer with an account has a page. */
function customerOf({ email, customerId }: Order): ReactNode {
  const name = email ?? customerId ?? 'erased';
  const hasPage = customerId !== null && isId(customerId) && may('users:read');
  return hasPage ? <Link to={`/customers/${customerId}`}>{name}</Link> : name;
}

function Summary({ order }: { order: Order }) {
  const { payment, shipments = [], attention, reason, shortages = [] } = order;
  const facts: readonly (readonly [string, ReactNode])[] = [
    ['Placed', momentOf(order.placedAt)],
    ['Customer', customerOf(order)],
    ['Total', money(order.total)],
    [
      'Payment',
      payment &&
        (may('payments:read') ? (
          <Link to={`/payments/${payment.id}`}>{paymentOf(payment)}</Link>
        ) : (
          paymentOf(payment)
        )),
    ],
    ['Shipments', shipments.map(shipmentOf).join('; ')],
    ['Reason', reason],
    ['Not in stock', shortages.map(shortageOf).join('; ')],
    ['Needs attention', attention?.reason],
  ];
  return (
    <div className="columns">
      <Card title="Order">
        {waits[order.status] && <p>{waits[order.status]}</p>}
        <Facts of={facts} />
        <div className="buttons">
          {may('orders:write') && <Actions order={order} />}
          {may('payments:write') && payment && payment.captured.amount > payment.refunded.amount && (
            <Refund paymentId={payment.id} lines={order.lines} />
          )}
        </div>
      </Card>
      <Card title="Items">
        <Items label="Items" of={order.lines} />
      </Card>
    </div>
  );
}

const codes = ['customer-request', 'out-of-stock', 'undeliverable', 'fraud', 'other'] as const;
const isCode = (text: string | undefined): text is (typeof codes)[number] =>
  codes.some((one) => one === text);

/** What the order allows now; the API decides. */
function Actions({ order: { id, status } }: { order: Order }) {
  const queries = useQueryClient();
  const params = { path: { id } };
  const after = async (work: Promise<unknown>) => {
    await work;
    await queries.invalidateQueries({ queryKey: ['order', id] });
  };
  return (
    <>
      {status === 'confirmed' && (
        <Action
          label="Ship"
          title="Ship this order"
          text="The stock leaves the inventory, and the money is captured."
          run={({ carrier = '', tracking = '' }) =>
            after(ok(shop().POST('/api/orders/{id}/ship', { params, body: { carrier, tracking } })))
          }
        >
          <Field label="Carrier" name="carrier" value="DHL" required />
          <Field label="Tracking number" name="tracking" required />
        </Action>
      )}
      {status === 'shipped' && (
        <Action
          label="Delivered"
          title="The order has arrived"
          text="It is completed, once its money is captured."
          run={() => after(ok(shop().POST('/api/orders/{id}/deliver', { params, body: {} })))}
        />
      )}
      {status === 'completed' && (
        <Action
          label="Take back"
          title="Take the whole order back"
          text="What was paid is given back."
          isDangerous
          run={(body: { restock: boolean }) =>
            after(ok(shop().POST('/api/orders/{id}/return', { params, body })))
          }
        >
          <Check label="The goods are on the shelf again" name="restock" />
        </Action>
      )}
      {status === 'attention' && (
        <>
          <Action
            label="Try the payment again"
            title="Try the payment again"
            text="The capture, void or refund that failed is asked for once more. Mend the cause first."
            run={() => after(ok(shop().POST('/api/orders/{id}/retry-payment', { params })))}
          />
          <Action
            label="Resolve"
            title="Somebody has seen to it"
            text="The order goes on as it is."
            run={({ note = '' }) =>
              after(ok(shop().POST('/api/orders/{id}/resolve-attention', { params, body: { note } })))
            }
          >
            <Field label="What was done" name="note" required />
          </Action>
        </>
      )}
      {(status === 'pending' || status === 'confirmed') && (
        <Action
          label="Cancel order"
          title="Cancel this order"
          text="Its stock is released, and its money is given back."
          isDangerous
          run={({ code, note = '' }) =>
            after(
              ok(
                shop().POST('/api/orders/{id}/cancel', {
                  params,
                  body: { ...(isCode(code) && { code }), ...(note && { note }) },
                }),
              ),
            )
          }
        >
          <Choice label="Why" name="code" options={codes} />
          <Field label="In words" name="note" />
        </Action>
      )}
    </>
  );
}
