/** What happened to one thing, newest first: what, when, by whom, and all of it on demand. */
import type { components } from '@quickmart/client';
import { useQuery } from '@tanstack/react-query';
import { momentOf, shortId, wordsOf } from './show.ts';
import { Card, Json, Waiting } from './ui.tsx';

type Entry = components['schemas']['HistoryEntry'];

export function History({
  queryKey,
  load,
}: {
  queryKey: readonly unknown[];
  load: () => Promise<{ data: readonly Entry[] }>;
}) {
  const { data, error } = useQuery({ queryKey: [...queryKey, 'history'], queryFn: load });
  return (
    <Card title="What happened">
      <Waiting of={{ data, error }} />
      <ul className="feed">
        {data?.data.toReversed().map(({ eventId, eventType, at, data, meta }) => (
          <li key={eventId}>
            <details>
              <summary>
                {wordsOf(eventType)}
                <time dateTime={at}>{momentOf(at)}</time>
                {meta.actor && <span className="actor">by {actorOf(meta.actor)}</span>}
              </summary>
              <Json of={data} />
            </details>
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** `user:019a…` → `user …` with the end of the id. */
const actorOf = (actor: string): string => {
  const [kind = '', id] = actor.split(':');
  return id === undefined ? kind : `${kind} ${id.length > 20 ? shortId(id) : id}`;
};
