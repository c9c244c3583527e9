/** Reads the golden corpus: see golden.test.ts. */
import { readdirSync, readFileSync } from 'node:fs';

export type Example = {
  why: string;
  data: Record<string, unknown>;
  decoded?: unknown;
  repeat?: { at: string; times: number }[];
};

const folder = new URL('golden/', import.meta.url);
export const corpus = readdirSync(folder).map((file) => {
  const [eventType = '', schema] = file.split('.');
  const examples = JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as Example[];
  return { file, eventType, schema: Number(schema), examples };
});

/** Later entries of `repeat` may reach into what earlier ones made; items that are repeated are one object. */
export function written({ data, repeat = [] }: Example): unknown {
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
