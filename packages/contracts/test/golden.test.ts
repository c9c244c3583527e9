/**
 * The golden corpus: examples of every event in every schema that was ever published, as they stand in a log. They
 * must be readable for as long as there are logs, with the meaning that they had: a file is added with every new
 * event or schema, and none is changed or deleted.
 *
 * A file is named `<eventType>.<schema>.json`. An example has `data` as it was written, and `decoded` as it is read
 * today, where that is something else (an older schema, brought up). `repeat` spares thousands of lines: the text,
 * or the only item of the list, at that path is meant so many times.
 */
import { describe, expect, test } from 'vitest';
import { registry } from '../src/registry.ts';
import { corpus, written } from './corpus.ts';

test('every declared event has a golden file, and every golden file an event', () => {
  const declared = registry.declarations().map(({ eventType, schema }) => `${eventType}.${schema}.json`);
  expect(corpus.map(({ file }) => file).sort()).toEqual(declared.sort());
});

describe.each(corpus)('$file', ({ eventType, schema, examples }) => {
  test('has examples', () => {
    expect(examples.length).toBeGreaterThan(0);
    expect(new Set(examples.map(({ why }) => why)).size).toBe(examples.length);
  });

  test.each(examples)('$why', (example) => {
    const data = written(example);
    const decoded = registry.decode(eventType, schema, structuredClone(data));
    expect(decoded).toStrictEqual(example.decoded ?? data);
    // What was read can be written again, e.g. into a snapshot.
    expect(JSON.parse(JSON.stringify(decoded))).toStrictEqual(decoded);
  });
});
