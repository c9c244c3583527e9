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

/** Calls `then` when an event comes that `isAbout` says yes to; many at once count as one. */
export function useOnEvents(isAbout: (event: ShopEvent) => boolean, then: () => void): void {
  const [latest] = useState(() => ({ isAbout, then }));
  Object.assign(latest, { isAbout, then });
  useEffect(() => {
    let late: ReturnType<typeof setTimeout> | undefined;
    const onEvent = (event?: ShopEvent) => {
      if (event === undefined || !latest.isAbout(event) || late !== undefined) return;
      late = setTimeout(() => {
        late = undefined;
        latest.then();
      }, 250);
    };
    listeners.add(onEvent);
    return () => {
      clearTimeout(late);
      listeners.delete(onEvent);
    };
  }, [latest]);
}

/** Reads anew what is shown when an event comes that it is about. */
export function useRefreshOn(key: readonly unknown[], isAbout: (event: ShopEvent) => boolean): void {
  const queries = useQueryClient();
  useOnEvents(isAbout, () => void queries.invalidateQueries({ queryKey: key }));
}
