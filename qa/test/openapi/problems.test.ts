/** The problems that clients are told of: in the documents, and on the page for integrators. */
import { readFileSync } from 'node:fs';
import { kernelProblems, type Problems } from '@quickmart/service/problems';
import { expect, test } from 'vitest';
import gateway from '../../../apps/gateway/src/service.ts';
import { documentOf } from '../../src/openapi/documents.ts';
import { pathOf } from '../../src/openapi/files.ts';
import { services } from '../../src/services.ts';
import { type Document, operationsOf } from '../fuzz/document.ts';
import { problems } from './problems.ts';

const rowsOf = (of: Problems) =>
  Object.entries(of).map(([code, [status, title]]) => `${status} ${code} ${title}`);

test.each(services)(
  'the document of $name has the codes of every service and its own',
  async ({ name, problems = {} }) => {
    const { components } = await documentOf<Document>(name);
    const { code } = components.schemas.Problem?.properties ?? {};
    expect(code?.enum).toEqual([...Object.keys(kernelProblems), ...Object.keys(problems)]);
  },
);

test.each(services)('the problems of $name stand under their status', async ({ name }) => {
  for (const { id, responses } of operationsOf('product', await documentOf(name)))
    for (const [status, { content = {} }] of Object.entries(responses)) {
      const codes = Object.keys(content['application/problem+json']?.examples ?? {});
      expect(codes.map((code) => `${id} ${code} ${problems[code]?.[0]}`)).toEqual(
        codes.map((code) => `${id} ${code} ${status}`),
      );
    }
});

test('a code that two services have says the same in both', () => {
  for (const { problems: own = {} } of services)
    expect(rowsOf(problems)).toEqual(expect.arrayContaining(rowsOf(own)));
});

/** The tables of docs/api.md: of every service, under no heading of their own, and of one. */
const page = readFileSync(pathOf('docs/api.md'), 'utf8');
const [general = '', ...sections] = page.split(/^### Codes of the /m);
const told = (text: string) =>
  [...text.matchAll(/^\|\s*(\d{3})\s*\|\s*`([a-z-]+)`\s*\|\s*([^|]+?)\s*\|/gm)]
    .map(([, status, code, title]) => `${status} ${code} ${title}`)
    .sort();

test('the page for integrators knows the problems of every service, under their status', () => {
  expect(told(general)).toEqual(rowsOf(kernelProblems).sort());
});

test.each(sections)('the page for integrators knows the problems of the %s', (section) => {
  const service = [...services, gateway].find(({ name }) => section.startsWith(name));
  expect(told(section)).toEqual(rowsOf(service?.problems ?? {}).sort());
});

test('an Idempotency-Key gives a refusal again where it stands for ever, and decides any other anew', () => {
  const final = Object.entries(problems).filter(([, [, , options]]) => options?.isFinal);
  const codes = final.map(([code]) => code);
  expect(codes).toEqual(
    expect.arrayContaining([
      'category-exists',
      'not-ordered',
      'options-missing',
      'order-not-cancellable',
      'sku-taken',
      'variant-exists',
    ]),
  );
  for (const code of ['not-found', 'product-unknown', 'out-of-stock', 'order-not-shippable'])
    expect(codes).not.toContain(code);
});
