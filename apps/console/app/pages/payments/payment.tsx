/** One payment: what it has come to, its refunds and disputes, and every call to the provider. */
import { type components, ok } from '@quickmart/client';
import { useQuery } from '@tanstack/react-query';
import { useRefreshOn } from '../../live.ts';
import { Link } from '../../router.tsx';
import { may, shop } from '../../session.ts';
import { momentOf, money } from '../../show.ts';
import { Card, Empty, Facts, Page, Problem, Scroll, Status, Waiting } from '../../ui.tsx';
import { Refund } from './refund.tsx';

type Payment = components['schemas']['Payment'];

export function PaymentPage({ id }: { id: string }) {
  const key = ['payment', id];
  useRefreshOn(key, ({ aggregateId }) => aggregateId === id);
  const params = { path: { id } };
  const { data, error } = useQuery({
    queryKey: key,
    queryFn: () => ok(shop().GET('/api/payments/{id}', { params })),
  });
  return (
    <Page title="Payment" aside={data && <Status of={data.status} />} back={['/payments', 'Payments']}>
      <Waiting of={{ data, error }} />
      {data && <Parts payment={data} />}
      <Attempts id={id} />
    </Page>
  );
}

const Parts = ({ payment }: { payment: Payment }) => (
  <div className="columns">
    <Card title="What it is">
      <Facts
        of={[
          ['Order', may('orders:read') && <Link to={`/orders/${payment.orderId}`}>Its order</Link>],
          ['Amount', money(payment.amount)],
          ['Captured', money(payment.captured)],
          ['Refunded', money(payment.refunded)],
          ['Can be refunded', money(payment.refundable)],
          ['Provider', [payment.provider, payment.providerRef].filter(Boolean).join(' ')],
          ['Why', payment.reason],
        ]}
      />
      {may('payments:write') && payment.refundable.amount > 0 && (
        <div className="buttons">
          <Refund paymentId={payment.id} />
        </div>
      )}
    </Card>
    <Card title="Given back">
      {payment.refunds.length === 0 && <Empty>Nothing.</Empty>}
      <ul className="rows">
        {payment.refunds.map(({ id, amount, status, reason, by }) => (
          <li key={id}>
            <span>{reason ?? 'no reason'}</span>
            <Status of={status} />
            <span className="number">{money(amount)}</span>
            <span className="number">by the {by}</span>
          </li>
        ))}
      </ul>
      {payment.disputes.length > 0 && <h3>Disputes</h3>}
      <ul className="rows">
        {payment.disputes.map(({ id, amount, status, reason }) => (
          <li key={id}>
            <span>{reason}</span>
            <Status of={status} />
            <span className="number">{money(amount)}</span>
            <span />
          </li>
        ))}
      </ul>
    </Card>
  </div>
);

function Attempts({ id }: { id: string }) {
  const { data, error } = useQuery({
    queryKey: ['payment', id, 'attempts'],
    queryFn: () => ok(shop().GET('/api/payments/{id}/attempts', { params: { path: { id } } })),
  });
  return (
    <Card title="Calls to the provider">
      {error && <Problem error={error} />}
      {data?.data.length === 0 && <Empty>None yet.</Empty>}
      {data && data.data.length > 0 && (
        <Scroll label="Calls">
          <table className="lines">
            <thead>
              <tr>
                <th scope="col">Call</th>
                <th scope="col" className="number">
                  Amount
                </th>
                <th scope="col">Outcome</th>
                <th scope="col" className="wide">
                  Why
                </th>
                <th scope="col">When</th>
              </tr>
            </thead>
            <tbody>
              {data.data.map(({ number, step, amount, outcome, reason, startedAt }) => (
                <tr key={number}>
                  <td>{step}</td>
                  <td className="number">{money(amount)}</td>
                  <td>
                    <Status of={outcome ?? 'pending'} />
                  </td>
                  <td className="wide">{reason}</td>
                  <td>{momentOf(startedAt)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      )}
    </Card>
  );
}
