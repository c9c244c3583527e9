/**
 * The JSON Schema of every version of every event, as it is kept beside the events: `<service>/schemas/<type>.<version>.json`.
 * What is published stays readable for as long as there are logs, so a file is written once and never changes. `npm run contracts` writes those that are missing.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { isDeepStrictEqual } from 'node:util';
import { schemaOf } from '../src/json-schema.ts';
import { published } from '../src/registry.ts';

/** `newest`: the newest version of the event. */
export type SchemaFile = { path: URL; eventType: string; version: number; newest: number; schema: object };

export const schemaFiles: readonly SchemaFile[] = [...published].flatMap(([service, events]) =>
  events.flatMap(({ eventType, versions }) =>
    versions.map(({ shape }, index) => ({
      path: new URL(`../src/${service}/schemas/${eventType}.${index + 1}.json`, import.meta.url),
      eventType,
      version: index + 1,
      newest: versions.length,
      schema: schemaOf(shape),
    })),
  ),
);

/** Undefined where the file says what the declaration says; else what is wrong, and what to do about it. */
export function faultOf({ path, eventType, version, newest, schema }: SchemaFile): string | undefined {
  const file = path.pathname.replace(/.*\/packages\//, 'packages/');
  if (!existsSync(path)) return `${file} is missing: run npm run contracts, and commit it`;
  const kept: unknown = JSON.parse(readFileSync(path, 'utf8'));
  if (isDeepStrictEqual(kept, JSON.parse(JSON.stringify(schema)))) return undefined;
  return (
    `version ${version} of ${eventType} is published, and its declaration was edited: undo that, and add ` +
    `.version(${newest + 1}, …) (docs/changing-an-event.md). Where no build with it was ever run, ` +
    `delete ${file} and run npm run contracts`
  );
}

if (import.meta.main)
  for (const { path, schema } of schemaFiles) {
    if (existsSync(path)) continue;
    mkdirSync(new URL('.', path), { recursive: true });
    writeFileSync(path, `${JSON.stringify(schema, null, 2)}\n`);
    console.log(fileURLToPath(path));
  }
