/** Events of the log as the commands show them. */
import type { Logged } from '@quickmart/streams';

/** For `--json`: times as text. */
export const jsonOf = (event: Logged): object =>
  'unreadable' in event ? event : { ...event, at: new Date(event.at).toISOString() };

const dataShown = 160;

export function lineOf(event: Logged): string {
  if ('unreadable' in event) return `${event.position.padEnd(22)} cannot be read: ${event.unreadable}`;
  const { position, eventType, aggregateId, version, at, data } = event;
  return `${clock(at)} ${position.padEnd(20)} ${eventType.padEnd(30)} ${aggregateId} v${version} ${shortened(data)}`;
}

/** `09:11:14.849`, UTC. */
export const clock = (at: number): string => new Date(at).toISOString().slice(11, -1);

export function shortened(value: unknown, length = dataShown): string {
  const text = JSON.stringify(value) ?? 'none';
  return text.length > length ? `${text.slice(0, length - 1)}…` : text;
}
