/**
 * The AsyncAPI 3 document: the events that a service writes into its log, and those that it reads from the logs. Made from
 * the declarations of the events, with every version that a log may have.
 */
import type { AnyEvent } from '@quickmart/contracts/event';
import { schemaOf } from '@quickmart/contracts/json-schema';

type Events = Readonly<Record<string, readonly AnyEvent[]>>;
/** By category. */
export type EventFlow = { sends: Events; receives: Events };

export type AsyncApiInfo = { title: string; version: string; description: string };

export function asyncApiDocument(info: AsyncApiInfo, { sends, receives }: EventFlow): object {
  const categories = [...new Set([...Object.keys(sends), ...Object.keys(receives)])].sort();
  const inChannel = (category: string) =>
    new Set([...(sends[category] ?? []), ...(receives[category] ?? [])]);
  const all = categories.flatMap((category) => [...inChannel(category)]);
  return {
    asyncapi: '3.0.0',
    info: { ...info, license: { name: 'MIT', url: 'https://opensource.org/license/mit' } },
    defaultContentType: 'application/json',
    channels: Object.fromEntries(
      categories.map((category) => [category, channelOf(category, [...inChannel(category)])]),
    ),
    operations: { ...operationsOf('send', sends), ...operationsOf('receive', receives) },
    components: {
      messages: Object.fromEntries(all.flatMap(messagesOf)),
      schemas: { EventFields: eventFields },
    },
  };
}

const versionsOf = ({ eventType, versions }: AnyEvent) =>
  versions.map(({ shape }, index) => ({ key: `${eventType}.${index + 1}`, shape, version: index + 1 }));

const channelOf = (category: string, events: readonly AnyEvent[]) => ({
  address: category,
  description: `Redis Streams \`{${category}}:events:0\`, \`:1\`, …: all events of one aggregate are in one of them, in order`,
  messages: Object.fromEntries(
    events.flatMap(versionsOf).map(({ key }) => [key, { $ref: `#/components/messages/${key}` }]),
  ),
});

/** What is sent is always the newest version; what is read may be any. */
const operationsOf = (action: 'send' | 'receive', events: Events) =>
  Object.fromEntries(
    Object.entries(events).map(([category, list]) => {
      const keys = list.flatMap((event) => versionsOf(event).slice(action === 'send' ? -1 : 0));
      const messages = keys.map(({ key }) => ({ $ref: `#/channels/${category}/messages/${key}` }));
      return [`${action}-${category}`, { action, channel: { $ref: `#/channels/${category}` }, messages }];
    }),
  );

const messagesOf = (event: AnyEvent) =>
  versionsOf(event).map(({ key, shape, version }) => [
    key,
    {
      name: event.eventType,
      title: `${event.eventType}, version ${version}`,
      headers: { $ref: '#/components/schemas/EventFields' },
      payload: schemaOf(shape),
    },
  ]);

/** The fields of a stream entry beside `data`, which is the payload as JSON text. */
const eventFields = {
  type: 'object',
  description: 'The fields of the stream entry. The payload is the JSON text of its field `data`',
  properties: {
    eventId: { type: 'string', format: 'uuid' },
    eventType: { type: 'string' },
    schema: { type: 'integer', minimum: 1, description: 'The version of the event' },
    aggregateId: { type: 'string' },
    version: { type: 'integer', minimum: 1, description: 'Of the aggregate: 1, 2, 3… without gaps' },
    at: { type: 'integer', description: 'UTC, in milliseconds since 1970' },
    meta: { type: 'string', description: 'JSON: correlationId, causationId, actor, traceparent' },
  },
  required: ['eventId', 'eventType', 'schema', 'aggregateId', 'version', 'at', 'meta'],
};
