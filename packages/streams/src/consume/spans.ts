/** What the spans of consumers have in common. */
import { conventions } from '../conventions.ts';
import type { StoredEvent } from '../log/event.ts';

type Consumed = { category: string; group: string; operation: 'react' | 'project' | 'fire' };

/** The attributes of whatever a group takes. */
export const consumed = ({ category, group, operation }: Consumed) => ({
  [conventions.messagingSystem]: 'redis',
  [conventions.operationName]: operation,
  [conventions.operationType]: 'process',
  [conventions.destination]: category,
  [conventions.group]: group,
});

/** The attributes of the event that it is about. */
export const aboutEvent = ({ eventType, eventId, aggregateId, partition }: StoredEvent) => ({
  [conventions.eventType]: eventType,
  [conventions.messageId]: eventId,
  [conventions.aggregateId]: aggregateId,
  [conventions.partition]: `${partition}`,
});
