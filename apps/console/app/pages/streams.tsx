/** The whole log: any event found by whatever is known of it, with what caused it and what it has led to. */
import { Filters } from '../filters.tsx';
import { type Found, isPartial, treeOf, useFound } from '../found.ts';
import { goQuery, Link, type Place } from '../router.tsx';
import { may } from '../session.ts';
import { momentOf, wordsOf } from '../show.ts';
import { Card, Empty, Json, Loading, Page, Waiting } from '../ui.tsx';
import { EventFacts, EventTree } from './event-tree.tsx';
import { Feed } from './feed.tsx';
import './streams.css';

export function Streams({ place: { query } }: { place: Place }) {
  const find = may('operate') ? (query.get('find') ?? '') : '';
  return (
    <Page title="Streams">
      {may('operate') && (
        <Filters query={query} name="find" search="Position, event id, aggregate id or correlation id">
          {find !== '' && (
            <button type="button" onClick={() => goQuery({})}>
              Follow live
            </button>
          )}
        </Filters>
      )}
      {find === '' ? <Feed query={query} /> : <Results find={find} />}
    </Page>
  );
}

const titles = {
  position: 'The event at this position',
  event: 'The event with this id',
  aggregate: 'The events of this aggregate',
  correlation: 'What this request has led to',
};

function Results({ find }: { find: string }) {
  const { data, error } = useFound(find);
  if (error || data === undefined) return <Waiting of={{ data, error }} />;
  const isOne = data.by === 'position' || data.by === 'event';
  return (
    <>
      <Notes found={data} />
      {data.total === 0 && (
        <Card>
          <Empty>{isPartial(data) ? 'Nothing is found yet.' : 'Nothing in the log is called this.'}</Empty>
        </Card>
      )}
      {isOne ? (
        data.events.map((event) => (
          <div key={event.eventId} className="columns">
            <Card title={wordsOf(event.eventType)} aside={<span className="tag">{event.category}</span>}>
              <EventFacts event={event} />
              <Json of={event.data} />
            </Card>
            <Request of={event.meta.correlationId} current={event.eventId} />
          </div>
        ))
      ) : (
        <Several found={data} />
      )}
    </>
  );
}

function Several({ found: { by, events, total } }: { found: Found }) {
  if (by === undefined) return null;
  const nodes = by === 'correlation' ? treeOf(events) : events.map((event) => ({ event, led: [] }));
  return (
    <Card title={titles[by]} aside={<span className="tag">{total} events</span>}>
      <EventTree nodes={nodes} />
    </Card>
  );
}

/** The whole request that an event is part of. */
function Request({ of, current }: { of: string | undefined; current: string }) {
  const { data } = useFound(of ?? '', 'correlation');
  if (of === undefined) return null;
  return (
    <Card
      title="Causes and effects"
      aside={<Link to={`/streams?find=${encodeURIComponent(of)}`}>The request</Link>}
    >
      {data === undefined ? <Loading /> : <EventTree nodes={treeOf(data.events)} current={current} />}
      {data && <Notes found={data} />}
    </Card>
  );
}

/** What one has to know to trust the result. */
function Notes({ found }: { found: Found }) {
  const { events, total, unreadable, down, indexed } = found;
  return (
    <>
      {isPartial(found) && (
        <p className="note" role="status">
          The log is being read for this search: {indexed.events.toLocaleString()} of{' '}
          {indexed.of.toLocaleString()} events. More may be found.
        </p>
      )}
      {total > events.length && events.length > 0 && (
        <p className="note">
          {events.length} of {total.toLocaleString()} events are shown, the last of{' '}
          {momentOf(events.at(-1)!.at)}.
        </p>
      )}
      {down.length > 0 && <p className="problem">Not reached, so not searched: {down.join(', ')}</p>}
      {unreadable.map(({ position, problem }) => (
        <p key={position} className="problem">
          {position}: {problem}
        </p>
      ))}
    </>
  );
}
