/**
 * Tables are named by a hash that does not see what the functions of a projection do: whoever changes what rows come of the
 * same events raises `revision`. Here the golden corpus goes through every projection, and what comes of it is compared
 * with what came of it when the hash was the same: `apps/<service>/rows.json`, which `vitest -u` writes anew.
 */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { registry } from '@quickmart/contracts/registry';
import { definitionIdOf, type Projection } from '@quickmart/projections';
import type { StoredEvent } from '@quickmart/streams';
import { expect, test } from 'vitest';
import { corpus, written } from '../../../packages/contracts/test/corpus.ts';
import { aggregateOf, services } from '../services.ts';

/** Every example of every event of a category, in the order of the corpus, all of one aggregate. */
function eventsOf(category: string): StoredEvent[] {
  const files = corpus.toSorted((a, b) => (a.file < b.file ? -1 : 1));
  const examples = files.flatMap(({ eventType, schema, examples }) =>
    aggregateOf(category, eventType) === undefined
      ? []
      : examples.map((example) => ({
          eventType,
          data: registry.decode(eventType, schema, written(example)),
        })),
  );
  return examples.map(({ eventType, data }, index) => ({
    category,
    partition: 0,
    epoch: 1,
    pos: index + 1,
    eventId: `event-${index}`,
    eventType,
    schema: 1,
    aggregateId: '019a6c1e-0000-7000-8000-000000000001',
    version: index + 1,
    at: Date.UTC(2026, 0, 1) + index,
    data,
    meta: { correlationId: 'golden' },
  }));
}

/** The same for equal values, in whatever order their fields were written. */
const sorted = (_: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value;

const hashed = (value: unknown): string =>
  createHash('sha256').update(JSON.stringify(value, sorted)).digest('hex').slice(0, 16);

const corpusOf = ({ sources }: Projection): string => hashed([...sources.keys()].map(eventsOf));

/** Of every row on its way, and of what follows from it. Twice, as most events need a row to do something. */
function digestOf({ sources, details, totals }: Projection): string {
  const found: unknown[] = [];
  const rows = new Map<unknown, Record<string, unknown> | undefined>();
  for (const [category, source] of [...sources, ...sources])
    for (const event of eventsOf(category)) {
      if (source.kind === 'sum') {
        found.push(source.add.get(event.eventType)?.(event.data, event) ?? []);
        continue;
      }
      if (!source.evolve.has(event.eventType)) continue;
      for (const key of source.keys(event)) {
        const row = source.evolve.get(event.eventType)!(rows.get(key), event.data, event, key);
        rows.set(key, row);
        found.push([key, row, row && details?.of(row), row && totals?.of(row)]);
      }
    }
  return hashed(found);
}

test.each(services)('other rows of $name have another definition', async ({ name, readModels }) => {
  const file = fileURLToPath(new URL(`../../../apps/${name}/rows.json`, import.meta.url));
  const now = Object.fromEntries(
    readModels.map((one) => [definitionIdOf(one), { events: corpusOf(one), rows: digestOf(one) }]),
  );
  const before = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as typeof now) : {};
  for (const [id, { events, rows }] of Object.entries(now))
    if (before[id]?.events === events)
      expect(rows, `${id}: other rows come of the same events; raise its revision`).toBe(before[id].rows);
  await expect(`${JSON.stringify(now, null, 2)}\n`).toMatchFileSnapshot(file);
});
