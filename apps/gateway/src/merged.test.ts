import { expect, test } from 'vitest';
import { type Document, mergedDocument } from './merged.ts';

const problem = (code: string, more: object = {}) => ({
  properties: { code: { enum: [code] }, ...more },
  type: 'object',
});
const operation = (operationId: string) => ({
  operationId,
  responses: { 400: { description: 'bad', headers: {} } },
});
const document = (name: string, paths: Document['paths'], schemas: object = {}): Document => ({
  openapi: '3.1.0',
  info: { title: name, version: '1.0.0', description: name },
  tags: [{ name, description: name }],
  paths: { ...paths, '/livez': { get: operation(`${name}Liveness`) } },
  components: { schemas: { Problem: problem(name), ...schemas } },
});
const own = document('Gateway', {});
const merge = (...documents: Document[]) =>
  mergedDocument(own, new Map(documents.map((one) => [one.info.title, one])));

test('has every path, the tags and the schemas of all, and the probes of the gateway only', () => {
  const money = { type: 'object' };
  const merged = merge(
    document('A', { '/api/a': { get: operation('listA') } }, { Money: money }),
    document(
      'B',
      { '/api/a': { post: operation('createA') }, '/api/b': { get: operation('listB') } },
      { Money: money },
    ),
  );
  expect(Object.keys(merged.paths).sort()).toEqual(['/api/a', '/api/b', '/livez']);
  expect(Object.keys(merged.paths['/api/a']!)).toEqual(['get', 'post']);
  expect(merged.paths['/livez']?.get?.operationId).toBe('GatewayLiveness');
  expect(merged.tags.map(({ name }) => name)).toEqual(['A', 'B', 'Gateway']);
  expect(merged.components.schemas?.Money).toEqual(money);
});

test('a problem has the codes and the members of all services', () => {
  const one = document('A', {});
  one.components.schemas!.Problem = problem('a', { shortages: { type: 'array' } });
  const { properties } = merge(one).components.schemas!.Problem!;
  expect(properties).toMatchObject({ code: { enum: ['Gateway', 'a'] }, shortages: { type: 'array' } });
  // Nothing of what was merged has changed.
  expect(own.components.schemas?.Problem).toEqual(problem('Gateway'));
});

test('every operation says what the gateway may answer in place of the service', () => {
  const { paths } = merge(
    document('A', { '/api/a': { get: operation('listA'), post: operation('createA') } }),
  );
  const statuses = (method: string) => Object.keys(paths['/api/a']![method]!.responses);
  expect(statuses('get')).toEqual(['400', '421', '502', '504']);
  expect(statuses('post')).toEqual(['400', '403', '421', '502', '504']);
});

test('what two services say differently under one name is refused', () => {
  const a = document('A', { '/api/a': { get: operation('listA') } }, { Money: { type: 'object' } });
  expect(() => merge(a, document('B', {}, { Money: { type: 'string' } }))).toThrow('B has another Money');
  expect(() => merge(a, document('B', { '/api/a': { get: operation('x') } }))).toThrow('B has get /api/a');
});
