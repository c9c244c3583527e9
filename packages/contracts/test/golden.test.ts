/**
 * The golden corpus: examples of every event in every schema that was ever published, as they stand in a log. They
 * must be readable for as long as there are logs, with the meaning that they had: a file is added with every new
 * event or schema, and none is changed or deleted.
 *
 * A file is named `<eventType>.<schema>.json`. An example has `data` as it was written, and `decoded` as it is read
 * today, where that is something else (an older schema, brought up). `repeat` spares thousands of lines: the text,
 * or the only item of the list, at that path is meant so many times.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { registry } from '../src/registry.ts';

type Example = {
  why: string;
  data: Record<string, unknown>;
  decoded?: unknown;
  repeat?: { at: string; times: number }[];
};

const folder = new URL('golden/', import.meta.url);
const corpus = readdirSync(folder).map((file) => {
  const [eventType = '', schema] = file.split('.');
  const examples = JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as Example[];
  return { file, eventType, schema: Number(schema), examples };
});

/** Later entries of `repeat` may reach into what earlier ones made; items that are repeated are one object. */
function written({ data, repeat = [] }: Example): unknown {
  for (const { at, times } of repeat) {
    const path = at.split('.');
    const last = path.pop() ?? '';
    const holder = path.reduce((value, name) => value[name] as Record<string, unknown>, data);
    const value = holder[last];
    holder[last] =
      typeof value === 'string'
        ? value.repeat(times)
        : Array.from({ length: times }, () => (value as unknown[])[0]);
  }
  return JSON.parse(JSON.stringify(data));
}

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
