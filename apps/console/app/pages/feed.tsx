/** What happens in all services, as it happens. */
import { useState } from 'react';
import { useLive } from '../live.ts';
import { goQuery, Link } from '../router.tsx';
import { may } from '../session.ts';
import { timeOf, wordsOf } from '../show.ts';
import { Card, Empty, Json } from '../ui.tsx';

export function Feed({ query }: { query: URLSearchParams }) {
  const { events, isLive } = useLive();
  const [open, setOpen] = useState<string>();
  const [category, text] = [query.get('category') ?? '', query.get('text') ?? ''];
  const categories = [
    ...new Set([...events.map((one) => one.category), ...(category ? [category] : [])]),
  ].sort();
  const shown = events
    .filter(
      (one) =>
        (category === '' || one.category === category) &&
        (text === '' || JSON.stringify(one).toLowerCase().includes(text.toLowerCase())),
    )
    .sort((one, other) => other.at.localeCompare(one.at));
  const waiting = isLive ? 'Nothing has happened since you came.' : 'Waits for the stream of events.';
  return (
    <Card title="What happens now">
      <div className="search">
        <input
          type="search"
          aria-label="Only events with this in them"
          placeholder="Only events with this in them"
          value={text}
          onChange={({ target }) => goQuery({ category, text: target.value })}
        />
        <select
          aria-label="Category"
          value={category}
          onChange={({ target }) => goQuery({ category: target.value, text })}
        >
          <option value="">all categories</option>
          {categories.map((one) => (
            <option key={one}>{one}</option>
          ))}
        </select>
      </div>
      {shown.length === 0 && <Empty>{events.length === 0 ? waiting : 'No event is like this.'}</Empty>}
      <ol className="feed" aria-live="off">
        {shown.map((event) => (
          <li key={event.eventId}>
            <div className="feed-line">
              <time dateTime={event.at}>{timeOf(event.at)}</time>
              <span className="tag">{event.category}</span>
              <button
                type="button"
                aria-expanded={open === event.eventId}
                onClick={() => setOpen(open === event.eventId ? undefined : event.eventId)}
              >
                {wordsOf(event.eventType)}
              </button>
              <OrderLink category={event.category} id={event.aggregateId} orderId={event.orderId} />
            </div>
            {open === event.eventId && (
              <>
                {may('operate') && <Link to={`/streams?find=${event.eventId}`}>Causes and effects</Link>}
                <Json of={event} />
              </>
            )}
          </li>
        ))}
      </ol>
    </Card>
  );
}

function OrderLink({ category, id, orderId }: { category: string; id: string; orderId: string | undefined }) {
  const order = orderId ?? (category === 'order' && id.length === 36 ? id : undefined);
  return order === undefined ? null : <Link to={`/orders/${order}`}>its order</Link>;
}
