/** What goes into a lab: requests as a client sends them, and events as they come from anywhere. */
import { randomUUIDv7 } from 'node:crypto';
import { clock, type NewEvent } from '@quickmart/streams';
import type { Lab } from './lab.ts';

export type Sent = { status: number; body: unknown };
export type Request = { method: string; path: string; body?: unknown; headers?: Record<string, string> };

/** Through the whole API of the service, without a socket. */
export async function request(
  lab: Lab,
  service: string,
  { method, path, body, headers }: Request,
): Promise<Sent> {
  const api = lab.services.get(service)?.api;
  if (api === undefined) throw new Error(`there is no service ${service}`);
  const response = await api.request(path, {
    method,
    headers: { ...(body !== undefined && { 'Content-Type': 'application/json' }), ...headers },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  const isJson = response.headers.get('content-type')?.includes('json');
  return { status: response.status, body: isJson ? JSON.parse(text) : text };
}

export type Appended = NewEvent & {
  at?: number;
  eventId?: string;
  correlationId?: string;
  causationId?: string;
};

/**
 * Appends one event to an aggregate as it is, past all decisions: also what no decision would make, late, twice or
 * unreadable.
 */
export async function append(
  lab: Pick<Lab, 'store'>,
  category: string,
  id: string,
  event: Appended,
): Promise<void> {
  const { eventType, schema, data, at = clock.now(), eventId = randomUUIDv7(), causationId } = event;
  const meta = { correlationId: event.correlationId ?? eventId, ...(causationId && { causationId }) };
  const fact = { eventType, schema, data, at, eventId, meta };
  const texts = { dataText: JSON.stringify(data), metaText: JSON.stringify(meta) };
  for (;;) {
    const head = await lab.store.log.head(category, id);
    const aggregates = [{ id, expectedVersion: head?.version ?? 0, events: [{ ...fact, ...texts }] }];
    const { kind } = await lab.store.log.append({ category, aggregates });
    if (kind === 'ok') return;
    if (kind !== 'conflict') throw new Error(`the event was not appended: ${kind}`);
  }
}
