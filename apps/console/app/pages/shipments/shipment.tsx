/** One shipment: what is in it, where it is, and what can be done with it. */
import { ok } from '@quickmart/client';
import { useQuery } from '@tanstack/react-query';
import { History } from '../../history.tsx';
import { useRefreshOn } from '../../live.ts';
import { Link } from '../../router.tsx';
import { may, shop } from '../../session.ts';
import { momentOf } from '../../show.ts';
import { Card, Empty, Facts, Page, Status, Waiting } from '../../ui.tsx';
import { CameBack, Deliver, Dispatch, Lost, Unpack } from './doings.tsx';

export function ShipmentPage({ id }: { id: string }) {
  const key = ['shipment', id];
  useRefreshOn(key, ({ aggregateId }) => aggregateId === id);
  const params = { path: { id } };
  const { data, error } = useQuery({
    queryKey: key,
    queryFn: () => ok(shop().GET('/api/shipments/{id}', { params })),
  });
  return (
    <Page title="Shipment" aside={data && <Status of={data.status} />} back={['/shipments', 'Shipments']}>
      <Waiting of={{ data, error }} />
      {data && (
        <div className="columns">
          <Card title="What it is">
            <Facts
              of={[
                ['Order', may('orders:read') && <Link to={`/orders/${data.orderId}`}>Its order</Link>],
                ['Items', data.lines.map(({ sku, quantity }) => `${quantity} × ${sku}`).join(', ')],
                ['Carrier', data.carrier],
                ['Tracking', data.tracking],
                ['Packed', momentOf(data.createdAt)],
                ['Handed over', data.handedOverAt && momentOf(data.handedOverAt)],
                ['Ended', data.endedAt && momentOf(data.endedAt)],
                ['On the shelf', data.status === 'returned' && (data.restock ? 'yes' : 'no')],
              ]}
            />
            {may('deliveries:write') && data.status === 'packed' && (
              <div className="buttons">
                <Dispatch shipment={data} />
                <Unpack shipment={data} />
              </div>
            )}
            {may('deliveries:write') && data.status === 'in-transit' && (
              <div className="buttons">
                <Deliver shipment={data} />
                <CameBack shipment={data} />
                <Lost shipment={data} />
              </div>
            )}
          </Card>
          <Card title="What the carrier has told">
            {data.news.length === 0 && <Empty>Nothing yet.</Empty>}
            <ul className="feed">
              {data.news.map(({ news, place, at }) => (
                <li key={`${at} ${news}`} className="feed-line">
                  <time dateTime={at}>{momentOf(at)}</time>
                  {[news.replaceAll('-', ' '), place].filter(Boolean).join(', ')}
                </li>
              ))}
            </ul>
          </Card>
        </div>
      )}
      <History
        queryKey={key}
        load={() =>
          ok(shop().GET('/api/shipments/{id}/history', { params: { ...params, query: { limit: 100 } } }))
        }
      />
    </Page>
  );
}
