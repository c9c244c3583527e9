/**
 * What is kept of the documents in the repository, in the folder of each service: `openapi.json`, so that a review shows
 * what changes for clients, and `openapi.ts`, the types that the typed client is made of. The types of all together are in
 * packages/client. `pnpm openapi` writes them, a test compares them.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import openapiTS, { astToString } from 'openapi-typescript';
import { serviceNames } from '../names.ts';
import { documentOf, mergedOf } from './documents.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const notice = '// Written by `pnpm openapi` from the OpenAPI document of the service.\n\n';
const noticeOfAll = '// Written by `pnpm openapi` from the OpenAPI documents of all services.\n\n';

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

/** The types of all services together. */
export async function clientFiles(): Promise<ReadonlyMap<string, string>> {
  const types = astToString(await openapiTS(structuredClone(await mergedOf()) as never));
  return new Map([['packages/client/src/openapi.ts', `${noticeOfAll}${types}`]]);
}

export const pathOf = (file: string): string => join(root, file);

if (import.meta.main) {
  const write = (files: ReadonlyMap<string, string>) => {
    for (const [file, content] of files) {
      writeFileSync(pathOf(file), content);
      console.log(file);
    }
  };
  for (const name of serviceNames) write(await openapiFiles(name));
  write(await clientFiles());
}
