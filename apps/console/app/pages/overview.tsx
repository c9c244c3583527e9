/** Is the shop well? How many orders come, what they are worth, and what waits for somebody. */
import { ok } from '@quickmart/client';
import { useQuery } from '@tanstack/react-query';
import { linesOf } from '../every.ts';
import { useRefreshOn } from '../live.ts';
import { Link } from '../router.tsx';
import { may, shop } from '../session.ts';
import { minuteOf, money, timeOf } from '../show.ts';
import { Card, Empty, Loading, Page, Problem, Status } from '../ui.tsx';
import { Bars } from './bars.tsx';
import { faultOf, useConsumers } from './consumers.tsx';
import { isNearLimit, useRedis } from './redis.tsx';

const minutes = 60;
/** Of the last hour. Of a busier one, the latest are counted. */
const ordersMax = 2_000;
const waiting = ['pending', 'confirmed', 'shipped', 'attention'] as const;
const meaning = {
  pending: 'wait for stock and payment',
  confirmed: 'wait to be shipped',
  shipped: 'are on their way',
  attention: 'need somebody',
};

/** `others`: the pages that this account may see. Who may not see orders is led to them. */
export function Overview({ others }: { others: readonly { path: string; label: string }[] }) {
  if (!may('orders:read'))
    return (
      <Page title="Overview">
        <ul className="tiles">
          {others.map(({ path, label }) => (
            <li key={path}>
              <Link to={`/${path}`}>
                <strong>{label}</strong>
              </Link>
            </li>
          ))}
        </ul>
      </Page>
    );
  return (
    <Page title="Overview">
      <Alarms />
      <LastHour />
      <Waiting />
      <Newest />
    </Page>
  );
}

/** What an operator has to see to, before everything else. */
function Alarms() {
  const { data } = useConsumers(may('operate'));
  const redis = useRedis(may('operate'));
  if (data === undefined) return null;
  const faults = Map.groupBy(linesOf(data), faultOf);
  const alarms = [...faults].filter(([fault]) => fault !== undefined && fault !== 'behind');
  const full = redis.data?.filter(isNearLimit) ?? [];
  if (alarms.length === 0 && data.down.length === 0 && full.length === 0) return null;
  return (
    <p className="problem" role="status">
      <strong>Something needs an operator</strong>
      {data.down.length > 0 && <span>not reached: {data.down.join(', ')}</span>}
      {alarms.map(([fault, groups]) => (
        <span key={fault}>
          {fault}: {[...new Set(groups.map(({ group }) => group))].join(', ')}
        </span>
      ))}
      {full.map(({ server }) => (
        <span key={server}>
          Redis is nearly full: <Link to="/redis">{server}</Link>
        </span>
      ))}
      <Link to="/consumers">Look at the consumers</Link>
    </p>
  );
}

/** The orders of the last hour, page by page, the newest first. */
async function lastHour() {
  const placedFrom = new Date(Date.now() - minutes * 60_000).toISOString();
  const all = [];
  for (let cursor: string | undefined; ; ) {
    const query = { placedFrom, limit: 100, ...(cursor && { cursor }) };
    const page = await ok(shop().GET('/api/orders', { params: { query } }));
    all.push(...page.data);
    if (page.nextCursor === null || all.length >= ordersMax) return all;
    cursor = page.nextCursor;
  }
}

function LastHour() {
  useRefreshOn(['last-hour'], ({ eventType }) => /^Order(Placed|Cancelled)Event$/.test(eventType));
  const { data, error } = useQuery({ queryKey: ['last-hour'], queryFn: lastHour, refetchInterval: 60_000 });
  if (error) return <Problem error={error} />;
  if (data === undefined) return <Loading />;
  const now = Date.now();
  const counts = Array.from({ length: minutes }, () => 0);
  const amounts = new Map<string, number>();
  let cancelled = 0;
  for (const { placedAt, total, status } of data) {
    const ago = Math.min(minutes - 1, Math.max(0, Math.floor((now - Date.parse(placedAt)) / 60_000)));
    counts[minutes - 1 - ago]!++;
    if (status === 'cancelled') cancelled++;
    else amounts.set(total.currency, (amounts.get(total.currency) ?? 0) + total.amount);
  }
  const worth = [...amounts].map(([currency, amount]) => money({ amount, currency })).join(' + ');
  return (
    <Card title="Orders per minute" aside={<Link to="/orders">All orders</Link>}>
      <div className="figures">
        <div>
          <strong>{data.length}</strong>{' '}
          {data.length < ordersMax ? 'orders in the last hour' : 'latest orders of the last hour'}
        </div>
        <div>
          <strong>{worth || '0'}</strong>{' '}
          {cancelled > 0 ? `in all, without ${cancelled} cancelled` : 'in all'}
        </div>
      </div>
      <Bars
        values={counts}
        label={`Orders per minute of the last hour: ${data.length} in all, ${Math.max(...counts)} in the busiest minute`}
        from={minuteOf(now - minutes * 60_000)}
        to="now"
      />
    </Card>
  );
}

async function counts() {
  const all = waiting.map(async (status) => {
    const query = { status: [status], limit: 1, includeTotal: 'true' as const };
    const { total = 0 } = await ok(shop().GET('/api/orders', { params: { query } }));
    return [status, total] as const;
  });
  return await Promise.all(all);
}

function Waiting() {
  useRefreshOn(['waiting'], ({ category }) => category === 'order');
  const { data, error } = useQuery({ queryKey: ['waiting'], queryFn: counts });
  if (error) return <Problem error={error} />;
  return (
    <ul className="tiles">
      {data?.map(([status, count]) => (
        <li key={status} className={status === 'attention' && count > 0 ? 'alarm' : ''}>
          <Link to={`/orders?status=${status}`}>
            <strong>{count}</strong>
            <span>{meaning[status]}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}

function Newest() {
  useRefreshOn(['newest'], ({ category }) => category === 'order');
  const query = { limit: 8 };
  const { data } = useQuery({
    queryKey: ['newest'],
    queryFn: () => ok(shop().GET('/api/orders', { params: { query } })),
  });
  if (data === undefined) return null;
  return (
    <Card title="Newest orders">
      {data.data.length === 0 && (
        <Empty>There are no orders yet: the first one appears here by itself.</Empty>
      )}
      <ul className="rows">
        {data.data.map((order) => (
          <li key={order.id}>
            <Link to={`/orders/${order.id}`}>{order.number ?? order.id}</Link>
            <Status of={order.status} />
            <span className="number">{money(order.total)}</span>
            <time dateTime={order.placedAt}>{timeOf(order.placedAt)}</time>
          </li>
        ))}
      </ul>
    </Card>
  );
}
