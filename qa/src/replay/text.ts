/** The summaries of a replay, for people. */
import { table } from '../table.ts';
import type { IntoOutcome } from './into.ts';
import type { Counts } from './read.ts';
import type { Appended, ServiceOutcome } from './service.ts';

const shownMax = 100;

export function textOfCounts({ unreadable, byType }: Counts): string {
  const rows = Object.entries(byType).sort(([, a], [, b]) => b - a);
  const bad = unreadable.map(({ position, reason }) => `${position} cannot be read: ${reason}`);
  return [table(['type', 'events'], rows), ...bad].join('\n');
}

export function textOfService({ service, handled, dead, timersLeft, appended }: ServiceOutcome): string {
  const lineOf = ({ position, eventType = 'unreadable', aggregateId = '' }: Appended) =>
    `  ${position} ${eventType} ${aggregateId}`;
  const more = appended.length - shownMax;
  return [
    `${service} has handled ${handled} events`,
    ...dead.map(({ category, group, count }) => `${count} dead letters of ${category}/${group}`),
    ...(timersLeft > 0 ? [`${timersLeft} timers are due and fail`] : []),
    `${appended.length} events appended that the recording does not have`,
    ...appended.slice(0, shownMax).map(lineOf),
    ...(more > 0 ? [`  … and ${more} more (--json has all)`] : []),
    'what was done already is left alone; --compare says whether it would be done otherwise today',
  ].join('\n');
}

export function textOfInto({ written, categories, claims, timers }: IntoOutcome): string {
  const rows = categories.map(({ category, events, from = '', to = '' }) => [category, events, from, to]);
  const said = written
    ? `written, with ${claims} unique values and ${timers} timers`
    : 'would be written; --yes does it';
  return [table(['category', 'events', 'from', 'to'], rows), said].join('\n');
}
