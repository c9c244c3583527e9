/** What happens, as it happens: one stream for the whole page, whoever looks at it. */
import { eventsOf, type ShopEvent } from '@quickmart/client';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { useSession } from './session.ts';

const keptMax = 500;
type Seen = { events: readonly ShopEvent[]; isLive: boolean };
let seen: Seen = { events: [], isLive: false };
const listeners = new Set<(event?: ShopEvent) => void>();

function tell(next: Seen, event?: ShopEvent): void {
  seen = next;
  for (const listener of listeners) listener(event);
}

/** Runs while somebody is logged in. */
export function useStream(): void {
  const session = useSession();
  const queries = useQueryClient();
  useEffect(() => {
    if (session === undefined) return;
    const ends = new AbortController();
    const read = async () => {
      const events = eventsOf({
        baseUrl: location.origin,
        tokens: session.tokens,
        signal: ends.signal,
        onLive: (isLive) => tell({ ...seen, isLive }),
        onReset: () => void queries.invalidateQueries(),
      });
      for await (const event of events)
        tell({ ...seen, events: [event, ...seen.events].slice(0, keptMax) }, event);
    };
    // Who may follow nothing sees the pages all the same.
    read().catch(() => tell({ ...seen, isLive: false }));
    return () => {
      ends.abort();
      tell({ events: [], isLive: false });
    };
  }, [session, queries]);
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};
export const useLive = (): Seen => useSyncExternalStore(subscribe, () => seen);

/** Reads anew what is shown when an event comes that it is about; many at once count as one. */
export function useRefreshOn(key: readonly unknown[], isAbout: (event: ShopEvent) => boolean): void {
  const queries = useQueryClient();
  const [about] = useState(() => ({ isAbout }));
  about.isAbout = isAbout;
  const text = JSON.stringify(key);
  useEffect(() => {
    let late: ReturnType<typeof setTimeout> | undefined;
    const onEvent = (event?: ShopEvent) => {
      if (event === undefined || !about.isAbout(event) || late !== undefined) return;
      late = setTimeout(() => {
        late = undefined;
        void queries.invalidateQueries({ queryKey: JSON.parse(text) as unknown[] });
      }, 250);
    };
    listeners.add(onEvent);
    return () => {
      clearTimeout(late);
      listeners.delete(onEvent);
    };
  }, [queries, text, about]);
}
