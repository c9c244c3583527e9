/** Events as swim-lanes: a column for each service, time runs down. An event shows its data, and what caused it. */
import type { components } from '@quickmart/client';
import { useState } from 'react';
import { Link } from '../router.tsx';
import { may } from '../session.ts';
import { spanOf, timeOf, wordsOf } from '../show.ts';
import { Json, Scroll } from '../ui.tsx';

type Entry = components['schemas']['TimelineEntry'];

export function Lanes({ events }: { events: readonly Entry[] }) {
  const [open, setOpen] = useState<string>();
  const lanes = [...new Set(events.map(({ category }) => category))];
  const began = events[0] === undefined ? 0 : Date.parse(events[0].at);
  const byId = new Map(events.map((event) => [event.eventId, event]));
  return (
    <Scroll label="Events by service">
      <table className={`lanes lanes-${lanes.length}`}>
        <thead>
          <tr>
            <th scope="col">Time</th>
            {lanes.map((lane) => (
              <th key={lane} scope="col">
                {lane}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {events.map((event, nth) => (
            <tr key={event.eventId}>
              <td className="when">
                {timeOf(event.at)}
                {nth > 0 && <small>+{spanOf(Math.max(0, Date.parse(event.at) - began))}</small>}
              </td>
              {lanes.map((lane) => (
                <td key={lane} className="lane" data-lane={lane}>
                  {lane === event.category && (
                    <Step
                      event={event}
                      cause={byId.get(event.meta.causationId ?? '')}
                      isOpen={open === event.eventId}
                      onOpen={() => setOpen(open === event.eventId ? undefined : event.eventId)}
                    />
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}

type StepProps = { event: Entry; cause: Entry | undefined; isOpen: boolean; onOpen: () => void };

function Step({ event, cause, isOpen, onOpen }: StepProps) {
  const tone = /Failed|Rejected|Cancelled|Attention|Expired/.test(event.eventType) ? 'bad' : '';
  return (
    <div className={`step ${tone}`}>
      <button type="button" aria-expanded={isOpen} onClick={onOpen}>
        {wordsOf(event.eventType)}
      </button>
      {isOpen && (
        <div className="detail">
          <p>
            {event.position}
            {cause && <> · because of “{wordsOf(cause.eventType).toLowerCase()}”</>}
            {event.meta.actor && <> · by {event.meta.actor}</>}
            {may('operate') && (
              <>
                {' · '}
                <Link to={`/streams?find=${event.eventId}`}>causes and effects</Link>
              </>
            )}
          </p>
          <Json of={event.data} />
        </div>
      )}
    </div>
  );
}
