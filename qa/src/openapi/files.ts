/**
 * What is kept of the documents in the repository, so that a review shows what changes for clients: `openapi.json` in the
 * folder of each service, what every service has in that of `packages/service`, and the types of all of them together, which
 * the typed client is made of. `pnpm openapi` writes them, a test compares them.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import openapiTS, { astToString } from 'openapi-typescript';
import { serviceNames } from '../names.ts';
import { documentOf, mergedOf } from './documents.ts';
import { type Document, parted } from './parted.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const notice = '// Written by `pnpm openapi` from the OpenAPI documents of all services.\n\n';
const typesFile = 'packages/client/src/openapi.ts';

/** Path in the repository → content. */
export async function openapiFiles(): Promise<ReadonlyMap<string, string>> {
  // An answer of fetch has its headers without types.
  const merged = JSON.stringify(await mergedOf(), (key, value) => (key === 'headers' ? undefined : value));
  const types = astToString(await openapiTS(merged));
  const names = serviceNames.map((name) => JSON.stringify(name)).join(' | ');
  const files = new Map([[typesFile, `${notice}${types}\nexport type ServiceName = ${names};\n`]]);
  for (const name of serviceNames) {
    const document = await documentOf<Document>(name);
    const { own, ofEvery } = parted(document);
    files.set(`apps/${name}/openapi.json`, textOf({ ...document, ...own }));
    files.set('packages/service/openapi.json', textOf(ofEvery));
  }
  return files;
}

const textOf = (value: object): string => `${JSON.stringify(value, null, 2)}\n`;

export const pathOf = (file: string): string => join(root, file);

if (import.meta.main) {
  for (const [file, content] of await openapiFiles()) {
    writeFileSync(pathOf(file), content);
    console.log(file);
  }
}
