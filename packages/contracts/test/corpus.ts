/** Reads the golden corpus: see golden.test.ts. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { published } from '../src/registry.ts';

export type Example = {
  why: string;
  data: Record<string, unknown>;
  decoded?: Record<string, unknown>;
  repeat?: { at: string; times: number }[];
  /** The same of `decoded`, where the field has another name by now. */
  repeatDecoded?: { at: string; times: number }[];
};

/** The files that are kept beside the events of a service; none where it has none yet. */
export function filesIn(service: string, kind: 'golden' | 'schemas'): { file: string; path: URL }[] {
  const folder = new URL(`../src/${service}/${kind}/`, import.meta.url);
  if (!existsSync(folder)) return [];
  return readdirSync(folder).map((file) => ({ file, path: new URL(file, folder) }));
}

export const corpus = [...published.keys()].flatMap((service) =>
  filesIn(service, 'golden').map(({ file, path }) => {
    const [eventType = '', schema] = file.split('.');
    const examples = JSON.parse(readFileSync(path, 'utf8')) as Example[];
    return { service, file, eventType, schema: Number(schema), examples };
  }),
);

/** The data as it was written. */
export const written = ({ data, repeat }: Example): unknown => repeated(data, repeat);
/** The data as it is read today. */
export const read = ({ data, decoded = data, repeat, repeatDecoded = repeat }: Example): unknown =>
  repeated(decoded, repeatDecoded);

/** Later entries of `repeat` may reach into what earlier ones made; items that are repeated are one object. */
function repeated(given: Record<string, unknown>, repeat: Example['repeat'] = []): unknown {
  const data = structuredClone(given);
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
