/**
 * The golden corpus: examples of every event in every schema that was ever published, as they stand in a log. They
 * must be readable for as long as there are logs, with the meaning that they had: a file is added with every new
 * event or schema, and none is changed or deleted.
 *
 * A file is named `src/<service>/golden/<eventType>.<schema>.json`. An example has `data` as it was written, and
 * `decoded` as it is read today, where that is something else because the event has a newer version. `repeat` spares thousands of lines: the text,
 * or the only item of the list, at that path is meant so many times.
 */
import { describe, expect, test } from 'vitest';
import { published, registry } from '../src/registry.ts';
import { corpus, read, written } from './corpus.ts';

test('every declared event has a golden file, and every golden file an event', () => {
  const declared = [...published].flatMap(([service, events]) =>
    events.flatMap(({ eventType, versions }) =>
      versions.map((_, index) => `${service}/golden/${eventType}.${index + 1}.json`),
    ),
  );
  const kept = corpus.map(({ service, file }) => `${service}/golden/${file}`);
  expect(kept.sort(), 'docs/changing-an-event.md tells how to write them').toEqual(declared.sort());
});

describe.each(corpus)('$file', ({ eventType, schema, examples }) => {
  test('has examples', () => {
    expect(examples.length).toBeGreaterThan(0);
    expect(new Set(examples.map(({ why }) => why)).size).toBe(examples.length);
  });

  test.each(examples)('$why', (example) => {
    const decoded = registry.decode(eventType, schema, written(example));
    expect(decoded).toStrictEqual(read(example));
    // What was read can be written again, e.g. into a snapshot.
    expect(JSON.parse(JSON.stringify(decoded))).toStrictEqual(decoded);
  });
});
