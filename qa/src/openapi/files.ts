/**
 * What is kept of the documents in the repository, in the folder of each service: `openapi.json`, so that a review shows
 * what changes for clients, and `openapi.ts`, the types that the typed client is made of. `pnpm openapi` writes them, a
 * test compares them.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import openapiTS, { astToString } from 'openapi-typescript';
import { serviceNames } from '../names.ts';
import { documentOf } from './documents.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const notice = '// Written by `pnpm openapi` from the OpenAPI document of the service.\n\n';

/** By which the typed client knows it: see client.ts. */
const registration = (name: string) => `declare global {
    interface ServicePaths {
        ${JSON.stringify(name)}: paths;
    }
}
`;

/** Path in the repository → content. */
export async function openapiFiles(name: string): Promise<ReadonlyMap<string, string>> {
  const document = await documentOf<object>(name);
  const types = astToString(await openapiTS(structuredClone(document) as never));
  return new Map([
    [`apps/${name}/openapi.json`, `${JSON.stringify(document, null, 2)}\n`],
    [`apps/${name}/openapi.ts`, `${notice}${types}\n${registration(name)}`],
  ]);
}

export const pathOf = (file: string): string => join(root, file);

if (import.meta.main) {
  for (const name of serviceNames) {
    for (const [file, content] of await openapiFiles(name)) {
      writeFileSync(pathOf(file), content);
      console.log(file);
    }
  }
}
