/** The three documents: valid OpenAPI 3.1, complete, and readable by people and by generators of clients. */

import { problems } from '@quickmart/contracts/problem';
import { Validator } from '@seriousme/openapi-schema-validator';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  type Document,
  faultsOf,
  fetchDocument,
  type Media,
  type Operation,
  operationsOf,
  type Schema,
} from './document.ts';
import { type System, serviceNames, startSystem } from './system.ts';

let system: System;
const documents = new Map<string, Document>();
beforeAll(async () => {
  system = await startSystem();
  for (const name of serviceNames) documents.set(name, await fetchDocument(system.services[name].url));
});
afterAll(() => system?.stop());

test('operationIds are unique over all services', () => {
  const ids = [...documents.values()].flatMap((document) =>
    operationsOf('product', document).map(({ id }) => id),
  );
  expect(ids.length).toBeGreaterThan(20);
  expect(new Set(ids).size).toBe(ids.length);
});

describe.each(serviceNames)('the document of %s', (name) => {
  const document = () => documents.get(name) as Document;
  const raw = () => Object.values(document().paths).flatMap((item) => Object.values(item));
  const dereferenced = () => operationsOf(name, document());

  test('is valid OpenAPI 3.1', async () => {
    expect(document().openapi).toMatch(/^3\.1\./);
    const { valid, errors } = await new Validator().validate(structuredClone(document()) as never);
    expect(errors).toBeUndefined();
    expect(valid).toBe(true);
  });

  test('names, groups and describes every operation', () => {
    const tags = document().tags?.map((tag) => tag.name) ?? [];
    for (const { operationId, summary, tags: own = [], responses } of raw()) {
      expect({ operationId, summary }).toEqual({
        operationId: expect.stringMatching(/^[a-z][A-Za-z]+$/),
        summary: expect.stringMatching(/.{5,}/),
      });
      expect(tags).toEqual(expect.arrayContaining(own));
      expect(own.length).toBeGreaterThan(0);
      for (const response of Object.values(responses)) expect(response.description).toBeTruthy();
    }
  });

  test('names the schema of every body', () => {
    const inlined = raw().flatMap(({ operationId, requestBody, responses }) => {
      const media = [
        requestBody?.content ?? {},
        ...Object.values(responses).map(({ content = {} }) => content),
      ];
      return media.flatMap((content) => unnamed(content).map((type) => `${operationId} ${type}`));
    });
    expect(inlined).toEqual([]);
  });

  test('names every object and list of objects inside of a schema', () => {
    const inlined = Object.entries(document().components.schemas).flatMap(([schema, { properties = {} }]) =>
      Object.entries(properties).flatMap(([property, inner]) =>
        isInlined(inner) ? [`${schema}.${property}`] : [],
      ),
    );
    expect(inlined).toEqual([]);
  });

  test('has a valid example of every body', () => {
    for (const { id, requestBody, responses } of dereferenced()) {
      const answers = Object.values(responses).map(({ content }) => content);
      for (const content of [requestBody?.content, ...answers]) {
        for (const [type, media] of Object.entries(content ?? {})) {
          const examples = examplesOf(media);
          expect(examples, `${id} ${type}: examples`).not.toEqual([]);
          const faults = examples.map((example) => faultsOf(media.schema ?? {}, example));
          expect(faults, `${id} ${type}`).toEqual(examples.map(() => undefined));
        }
      }
    }
  });

  test('declares what every operation of its kind can answer', () => {
    for (const operation of dereferenced()) {
      const declared = Object.keys(operation.responses).map(Number);
      expect(declared, operation.id).toEqual(expect.arrayContaining(expected(operation)));
      for (const status of declared.filter((one) => one >= 400)) {
        const problem = operation.responses[status]?.content?.['application/problem+json'];
        const codes = Object.keys(problem?.examples ?? {}) as (keyof typeof problems)[];
        expect(codes.length, `${operation.id} ${status}`).toBeGreaterThan(0);
        expect(codes.map((code) => problems[code].status)).toEqual(codes.map(() => status));
      }
    }
  });
});

const examplesOf = ({ schema, example, examples = {} }: Media[string]): unknown[] =>
  [example, schema?.example, ...Object.values(examples).map(({ value }) => value)].filter(
    (one) => one !== undefined,
  );

const unnamed = (content: Media): string[] =>
  Object.entries(content).flatMap(([type, { schema }]) =>
    schema?.$ref || type === 'text/csv' ? [] : [type],
  );

/** Something with fields that a generator of clients would have to invent a name for. */
const isInlined = ({ properties, items, anyOf = [] }: Schema): boolean =>
  properties !== undefined || [...anyOf, ...(items ? [items] : [])].some((inner) => isInlined(inner));

function expected({ method, path, requestBody }: Operation): number[] {
  const isItem = path.includes('{');
  return [
    ...[400, 500, 503],
    ...(isItem ? [404] : []),
    ...(method === 'GET' ? [] : [415]),
    ...(requestBody?.content['application/json'] ? [413, 422] : []),
    ...(['PATCH', 'PUT', 'DELETE'].includes(method) ? [412, 428] : []),
  ];
}
