/** The documents of all services: good OpenAPI 3.1, as the design wants them, and as they are kept in the repository. */
import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { documentOf as kept } from '../../../apps/gateway/src/owners.ts';
import { serviceNames } from '../../src/names.ts';
import { documentOf } from '../../src/openapi/documents.ts';
import { openapiFiles, pathOf } from '../../src/openapi/files.ts';
import { parted } from '../../src/openapi/parted.ts';
import { type Document, operationsOf, type Schema } from '../fuzz/document.ts';
import { findingsIn } from './findings.ts';

const documents = new Map<string, Document>();
for (const name of serviceNames) documents.set(name, await documentOf(name));
/** Spectral takes seconds for all documents together, and minutes where others need the machine, too. */
const timeout = 300_000;

const operations = (document: Document) =>
  Object.values(document.paths).flatMap((item) => Object.values(item));

test('operationIds are unique over all services', () => {
  const ofEvery = Object.keys(documents.get('order')!.paths).filter((path) => path.includes('/{service}/'));
  expect(ofEvery.length).toBeGreaterThan(3);
  // What every service has, all say in the same words: it counts once.
  const own = [...documents].map(([name, document]) => {
    const paths = Object.entries(document.paths).filter(
      ([path]) => name === 'order' || !ofEvery.includes(path),
    );
    return { ...document, paths: Object.fromEntries(paths) };
  });
  for (const path of ofEvery)
    expect(new Set([...documents.values()].map(({ paths }) => JSON.stringify(paths[path]))).size).toBe(1);
  const ids = own.flatMap(operations).map(({ operationId }) => operationId);
  expect(ids.length).toBeGreaterThan(20);
  expect(new Set(ids).size).toBe(ids.length);
});

test('schemas and operations of a generated client do not share their names', () => {
  for (const document of documents.values()) {
    const ids = operations(document).map(({ operationId }) => operationId.toLowerCase());
    const names = Object.keys(document.components.schemas).map((name) => name.toLowerCase());
    expect(names.filter((name) => ids.includes(name))).toEqual([]);
  }
});

test('no field that is sent has a default: generators would demand it', () => {
  for (const document of documents.values())
    for (const { requestBody } of operationsOf('product', document))
      expect(JSON.stringify(requestBody ?? {})).not.toContain('"default":');
});

/** What the provider says is the provider's; a quote takes any address, and looks at three fields of it. */
const open = ['quoteBasket', 'receiveWebhook'];

test('no body has room for a field that nobody knows, such as a role in a sign-up', () => {
  const isLoose = (schema: unknown): boolean => {
    if (typeof schema !== 'object' || schema === null) return false;
    const { properties, additionalProperties } = schema as Schema;
    return (
      (properties !== undefined && additionalProperties !== false) || Object.values(schema).some(isLoose)
    );
  };
  const loose = [...documents.values()].flatMap((document) =>
    operationsOf('product', document).filter(({ requestBody }) =>
      Object.values(requestBody?.content ?? {}).some(({ schema }) => isLoose(schema)),
    ),
  );
  expect(loose.map(({ id }) => id).sort()).toEqual(open);
});

test('Swagger UI sends nothing by itself but what must be sent', () => {
  for (const document of documents.values())
    for (const { id, parameters } of operationsOf('product', document))
      for (const { name, required = false, schema, ...parameter } of parameters) {
        const example = 'example' in parameter ? parameter.example : schema.example;
        // For an object it makes fields up, unless there is an example without any.
        const isSafe = schema.type === 'object' ? JSON.stringify(example) === '{}' : example === undefined;
        expect({ id, name, isSafe: required || isSafe }).toEqual({ id, name, isSafe: true });
      }
});

test('what holds everywhere is told once, and the probes are there', () => {
  for (const { info, paths } of documents.values()) {
    for (const word of [
      'If-Match',
      'Idempotency-Key',
      'Event-Position',
      'nextCursor',
      'problem+json',
      'minor units',
    ])
      expect(info.description).toContain(word);
    expect(Object.keys(paths)).toEqual(expect.arrayContaining(['/livez', '/readyz']));
  }
});

test.each(serviceNames)('%s keeps the rules', { timeout }, async (name) => {
  const document = documents.get(name)!;
  // What every service has is the same everywhere (above): it is looked at once.
  const looked = name === serviceNames[0] ? document : { ...document, ...parted(document).own };
  expect(await findingsIn(looked)).toEqual([]);
});

test('they are as the repository has them; if they are meant to change: pnpm openapi', async () => {
  for (const [file, content] of await openapiFiles()) {
    const there = existsSync(pathOf(file)) ? readFileSync(pathOf(file), 'utf8') : '';
    // Not the whole of both: a reader wants to know that, and `git diff` says what.
    expect({ file, isCurrent: there === content }).toEqual({ file, isCurrent: true });
  }
});

test.each(serviceNames)('what the gateway reads of the %s service is what it serves', (name) => {
  expect(kept(name)).toEqual(documents.get(name));
});
