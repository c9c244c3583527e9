/**
 * What is kept of the documents in the repository: the documents themselves, so that a review shows what changes for
 * clients, and the types that the typed client is made of. `pnpm openapi` writes them, a test compares them.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import openapiTS, { astToString } from 'openapi-typescript';
import { documentOf, serviceNames } from './documents.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const notice = '// Written by `pnpm openapi` from the OpenAPI document of the service.\n\n';

/** Path in the repository → content. */
export async function openapiFiles(name: string): Promise<ReadonlyMap<string, string>> {
  const document = await documentOf(name);
  const types = astToString(await openapiTS(structuredClone(document) as never));
  return new Map([
    [`docs/openapi/${name}.json`, `${JSON.stringify(document, null, 2)}\n`],
    [`qa/src/openapi/types/${name}.ts`, notice + types],
  ]);
}

export const pathOf = (file: string): string => join(root, file);

if (import.meta.main) {
  for (const name of serviceNames) {
    for (const [file, content] of await openapiFiles(name)) {
      mkdirSync(dirname(pathOf(file)), { recursive: true });
      writeFileSync(pathOf(file), content);
      console.log(file);
    }
  }
}
