/** What a comparison has found, for people. */
import type { Compared } from './compare.ts';

const shownMax = 50;

export function textOfCompared({
  services,
  strangers,
  aggregates,
  rows,
  failed,
  unknownCalls,
}: Compared): string {
  const lines = [
    ...listed(
      aggregates.map(({ category, aggregateId, version, recorded, today, fields }) => [
        `${category} ${aggregateId}, from version ${version}`,
        ...(fields.length > 0
          ? fields.map((field) => `  ${recorded[0]} ${field}`)
          : [
              `  recorded ${recorded.join(', ') || 'nothing'}`,
              `  today    ${today.join(', ') || 'nothing'}`,
            ]),
      ]),
    ),
    ...listed(
      rows.map(({ service, table, key, fields }) => [
        `${service} ${table} ${key}`,
        ...fields.map((field) => `  ${field}`),
      ]),
    ),
    ...listed(
      failed.map(({ group, eventType, aggregateId, reason }) => [
        `${group} cannot handle ${eventType} of ${aggregateId}: ${reason}`,
      ]),
    ),
    ...(unknownCalls > 0
      ? [
          `${unknownCalls} calls to the payment provider that were not made then: each was answered with success`,
        ]
      : []),
    ...(strangers > 0 ? [`${strangers} entries are no events and were left out`] : []),
  ];
  const isSame = aggregates.length === 0 && rows.length === 0;
  const said = isSame
    ? `no difference: ${services.join(', ')} would do the same today`
    : `${aggregates.length} aggregates and ${rows.length} rows differ (recorded → today)`;
  return [...lines, said].join('\n');
}

function listed(blocks: readonly string[][]): string[] {
  const more = blocks.length - shownMax;
  return [...blocks.slice(0, shownMax).flat(), ...(more > 0 ? [`… and ${more} more (--json has all)`] : [])];
}
