/** What was ordered by whoever is here. A new order is looked at until it is confirmed, or cancelled. */
import { type components, ok } from '@quickmart/client';
import type { FC } from 'hono/jsx';
import { useEffect, useState } from 'hono/jsx/dom';
import { amount, CardField, Form, Totals, useLoaded, Waiting, when } from '../ui.tsx';
import { shop } from '../visitor.ts';

type Order = components['schemas']['Order'];
const lookAgainMs = 500;

const Status: FC<{ of: Order }> = ({ of: { status } }) => <span class={`status ${status}`}>{status}</span>;

const mine = () => ok(shop().GET('/api/orders', { params: { query: { sort: '-placedAt', limit: 50 } } }));

export const Orders: FC<{ who: boolean }> = ({ who }) => {
  const { value, error } = useLoaded(async () => (who ? await mine() : { data: [] }), who);
  if (value === undefined) return <Waiting error={error} />;
  return (
    <>
      <h1>My orders</h1>
      {value.data.length === 0 && <p class="quiet">You have not ordered anything yet.</p>}
      <ul class="orders">
        {value.data.map((order) => (
          <li key={order.id}>
            <a href={`#/orders/${order.id}`}>
              <span class="name">{order.number}</span> <Status of={order} />
              <span class="quiet">{when(order.placedAt)}</span>
              <span class="price">{amount(order.total)}</span>
            </a>
          </li>
        ))}
      </ul>
    </>
  );
};

export const OrderPage: FC<{ id: string }> = ({ id }) => {
  const [look, setLook] = useState(0);
  const { value: order, error } = useLoaded(
    () => ok(shop().GET('/api/orders/{id}', { params: { path: { id } } })),
    `${id} ${look}`,
  );
  const declined = order?.payment?.declined;
  // What is typed stays, while nobody waits for anything but the buyer.
  const isPending = order?.status === 'pending' && declined === undefined;
  useEffect(() => {
    if (!isPending) return;
    const timer = setTimeout(() => setLook(look + 1), lookAgainMs);
    return () => clearTimeout(timer);
  }, [isPending, look]);
  if (order === undefined) return <Waiting error={error} />;
  const pay = async ({ paymentMethod = '' }: Record<string, string>) => {
    await ok(shop().POST('/api/orders/{id}/payment', { params: { path: { id } }, body: { paymentMethod } }));
    setLook(look + 1);
  };
  return (
    <article class="narrow">
      <h1>
        Order {order.number} <Status of={order} />
      </h1>
      <p class="quiet">
        {when(order.placedAt)} · {order.email}
      </p>
      {declined && (
        <>
          <p class="note">
            Your card was declined ({declined.code}). You can pay by another one until {when(declined.until)}.
          </p>
          <Form label="Pay" send={pay}>
            <CardField />
          </Form>
        </>
      )}
      {order.reason && <p class="note">{order.reason}</p>}
      <ul class="lines">
        {order.lines.map(({ sku, name, quantity, lineTotal }) => (
          <li key={sku}>
            <span>{quantity} ×</span>
            <span class="name">{name}</span>
            <span class="price">{amount(lineTotal)}</span>
          </li>
        ))}
      </ul>
      <Totals price={order} />
      <a href="#/orders">All my orders</a>
    </article>
  );
};
