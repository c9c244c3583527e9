/** Events, each below the one that caused it; one shows what it holds. */
import { useState } from 'react';
import { type FoundEvent, type Node, orderOf, placeOfAggregate } from '../found.ts';
import { Link } from '../router.tsx';
import { momentOf, spanOf, timeOf, wordsOf } from '../show.ts';
import { Json } from '../ui.tsx';

export function EventTree({ nodes, current }: { nodes: readonly Node[]; current?: string }) {
  return (
    <ol className="tree">
      {nodes.map((node) => (
        <Branch key={node.event.eventId} of={node} current={current} cause={undefined} />
      ))}
    </ol>
  );
}

type BranchProps = { of: Node; current: string | undefined; cause: FoundEvent | undefined };

function Branch({ of: { event, led }, current, cause }: BranchProps) {
  const [isOpen, setOpen] = useState(false);
  const late = cause === undefined ? undefined : Date.parse(event.at) - Date.parse(cause.at);
  return (
    <li>
      <div className="branch" aria-current={event.eventId === current ? 'true' : undefined}>
        <button type="button" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {wordsOf(event.eventType)}
        </button>
        <span className="tag">{event.category}</span>
        <time dateTime={event.at} title={momentOf(event.at)}>
          {late === undefined ? timeOf(event.at) : `+${spanOf(Math.max(0, late))}`}
        </time>
        {event.problem && <span className="status bad">unreadable</span>}
      </div>
      {isOpen && (
        <div className="leaf">
          <EventFacts event={event} />
          <Json of={event.data} />
        </div>
      )}
      {led.length > 0 && (
        <ol>
          {led.map((node) => (
            <Branch key={node.event.eventId} of={node} current={current} cause={event} />
          ))}
        </ol>
      )}
    </li>
  );
}

export function EventFacts({ event }: { event: FoundEvent }) {
  const { position, eventId, eventType, schema, aggregateId, version, at, problem, meta } = event;
  const order = orderOf(event);
  return (
    <>
      {problem && (
        <p className="problem">
          <strong>{event.service} cannot read this event</strong>
          <span>{problem}</span>
        </p>
      )}
      <dl>
        <Fact name="Type">
          {eventType}, version {schema}
        </Fact>
        <Fact name="Position">
          <Found by={position} />
        </Fact>
        <Fact name="Written">
          {momentOf(at)}, {timeOf(at)}
          {meta.actor && ` by ${meta.actor}`}
        </Fact>
        <Fact name="Aggregate">
          <Found by={aggregateId} />
          <small>
            <Link to={placeOfAggregate(event)}>its state at version {version}</Link>
          </small>
        </Fact>
        {order && (
          <Fact name="Order">
            <Link to={`/orders/${order}`}>{order}</Link>
          </Fact>
        )}
        <Fact name="Event">
          <Found by={eventId} />
        </Fact>
        {meta.causationId && (
          <Fact name="Caused by">
            <Found by={meta.causationId} />
          </Fact>
        )}
        {meta.correlationId && (
          <Fact name="Request">
            <Found by={meta.correlationId} />
          </Fact>
        )}
      </dl>
    </>
  );
}

const Fact = ({ name, children }: { name: string; children: React.ReactNode }) => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
);

const Found = ({ by }: { by: string }) => <Link to={`/streams?find=${encodeURIComponent(by)}`}>{by}</Link>;
