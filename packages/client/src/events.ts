/**
 * What happens in the shop, as it happens: `GET /events` as an iterator. A connection that breaks is made anew and goes on
 * after the last event that was given out: none is missing, and none comes twice.
 *
 * @example
 * for await (const event of eventsOf({ baseUrl, session, order })) show(event.eventType);
 */
import { authorized, type ClientOptions, send, tokensOf } from './client.ts';
import { held, type Send } from './held.ts';
import { ProblemError } from './problem.ts';
import { mayPass, persistent, sleep } from './retries.ts';
import { type Message, messagesOf } from './server-sent.ts';

export type ShopEvent = {
  category: string;
  aggregateId: string;
  /** Of the order that it belongs to, where there is one. */
  orderId?: string;
  /** `order.3@1-42` */
  position: string;
  eventId: string;
  eventType: string;
  version: number;
  at: string;
  /** For staff. */
  schema?: number;
  data?: unknown;
  meta?: { correlationId: string; causationId?: string; actor?: string };
};

export type EventsOptions = Omit<ClientOptions, 'retry'> & {
  order?: string | undefined;
  customer?: string | undefined;
  types?: readonly string[];
  categories?: readonly string[];
  /** Goes on after what was read before the program ended: `onId` told it. */
  lastEventId?: string | undefined;
  onId?: (id: string) => void;
  /** Told when a stream is there, and when it is not: to show whether what is shown is live. */
  onLive?: (isLive: boolean) => void;
  /** The stream could not go on where it was: read anew what you show. */
  onReset?: (categories: readonly string[]) => void;
  signal?: AbortSignal;
};

const pauseMs = { first: 100, max: 5_000 };
/** The server says every 15 s that it is there. */
const silenceMs = 40_000;

/** Ends with the signal. @throws ProblemError where the server refuses, and what a callback throws */
export async function* eventsOf(options: EventsOptions): AsyncGenerator<ShopEvent, void, undefined> {
  const { baseUrl, fetch = send, onId, onReset, onLive, signal } = options;
  const tokens = options.tokens ?? tokensOf({ ...options, fetch: persistent(fetch) });
  const ask = held(tokens ? authorized(fetch, tokens) : fetch);
  const address = `${baseUrl}/events${queryOf(options)}`;
  let lastEventId = options.lastEventId;
  for (let failures = 0; !signal?.aborted; ) {
    for await (const { id, event, data } of stream(ask, address, lastEventId, signal)) {
      if (failures !== -1) onLive?.(true);
      failures = -1;
      if (id !== lastEventId) onId?.(id);
      lastEventId = id;
      if (event === 'reset') onReset?.((JSON.parse(data) as { categories: string[] }).categories);
      else if (event === 'message' && data !== '') yield JSON.parse(data) as ShopEvent;
    }
    onLive?.(false);
    failures++;
    await sleep(Math.min(pauseMs.first * 2 ** failures, pauseMs.max) * (0.5 + Math.random() / 2), signal);
  }
}

/** The messages of one connection. They end where it breaks or is silent, and where it is refused for now. @throws ProblemError */
async function* stream(
  ask: Send,
  address: string,
  lastEventId: string | undefined,
  signal: AbortSignal | undefined,
): AsyncGenerator<Message, void, undefined> {
  const silence = new AbortController();
  const ended = AbortSignal.any([silence.signal, ...(signal ? [signal] : [])]);
  const headers = { Accept: 'text/event-stream', ...(lastEventId && { 'Last-Event-ID': lastEventId }) };
  let late = setTimeout(() => silence.abort(), silenceMs);
  try {
    const answer = await ask(new Request(address, { headers, signal: ended, cache: 'no-store' }));
    if (!answer.ok) {
      if (await mayPass(answer)) return;
      throw new ProblemError(answer.status, await answer.json().catch(() => undefined));
    }
    for await (const message of messagesOf(answer.body!, lastEventId ?? '')) {
      clearTimeout(late);
      late = setTimeout(() => silence.abort(), silenceMs);
      yield message;
    }
  } catch (error) {
    if (error instanceof ProblemError) throw error;
  } finally {
    clearTimeout(late);
    silence.abort();
  }
}

function queryOf({ order, customer, types, categories }: EventsOptions): string {
  const query = new URLSearchParams();
  if (order) query.set('order', order);
  if (customer) query.set('customer', customer);
  if (types?.length) query.set('type', types.join(','));
  if (categories?.length) query.set('category', categories.join(','));
  return query.size > 0 ? `?${query}` : '';
}
