import { createRoute } from '@hono/zod-openapi';
import { Validator } from '@seriousme/openapi-schema-validator';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { problems as own } from '../../example/problems.ts';
import { type MugService, startMugs } from '../../test/mugs.ts';
import { withKernel } from '../http/problems.ts';
import { json } from './openapi.ts';

const problems = withKernel(own);
let service: MugService;
// biome-ignore lint/suspicious/noExplicitAny: a document to look around in.
let document: any;
beforeAll(async () => {
  service = await startMugs({ tags: [{ name: 'Mugs', description: 'Mugs of any colour' }] });
  document = (await service.send('GET', '/openapi.json')).body;
});
afterAll(() => service.stop());

/** What is shared is a reference. */
// biome-ignore lint/suspicious/noExplicitAny: as above.
const at = (one: any) =>
  one.$ref?.startsWith('#/components/')
    ? document.components[one.$ref.split('/')[2]][one.$ref.split('/')[3]]
    : one;

describe('the document', () => {
  test('is valid OpenAPI 3.1', async () => {
    expect(document.openapi).toBe('3.1.0');
    const result = await new Validator().validate(structuredClone(document));
    expect(result.errors).toBeUndefined();
    expect(result.valid).toBe(true);
  });

  test('names the schemas as their metadata does, and refers to them', () => {
    const names = [
      ...['AddMug', 'EventMeta', 'History', 'HistoryEntry', 'Liveness', 'Mug', 'MugPage'],
      ...['PaintMug', 'Problem', 'ProblemError', 'Readiness', 'ReadinessCheck'],
    ];
    expect(Object.keys(document.components.schemas).sort()).toEqual(names);
    const post = document.paths['/api/mugs'].post;
    const schema = (of: object) => Object.values<{ schema: unknown }>(at(of).content)[0]?.schema;
    expect(schema(post.requestBody)).toEqual({ $ref: '#/components/schemas/AddMug' });
    expect(schema(post.responses[201])).toEqual({ $ref: '#/components/schemas/Mug' });
    expect(schema(post.responses[422])).toEqual({ $ref: '#/components/schemas/Problem' });
    expect(document.components.schemas.AddMug.example).toEqual({ colour: 'blue' });
  });

  test('has every problem of an operation, by its code and under its status', () => {
    const paint = document.paths['/api/mugs/{id}/paint'].post;
    const codes = Object.entries(paint.responses).flatMap(([status, response]) => {
      const examples = Object.keys(at(response).content['application/problem+json']?.examples ?? {});
      for (const code of examples) expect(String(problems[code]?.[0])).toBe(status);
      return examples;
    });
    expect(codes.sort()).toEqual([
      'body-too-large',
      'colour-invisible',
      'forbidden',
      'headers-too-large',
      'idempotency-key-reused',
      'internal-error',
      'log-blocked',
      'log-damaged',
      'log-replaced',
      'malformed-request',
      'media-type-unsupported',
      'not-found',
      'not-replicated',
      'read-model-behind',
      'request-in-progress',
      'too-many-requests',
      'unauthenticated',
      'unavailable',
      'validation-failed',
      'version-stale',
    ]);
    expect(at(paint.responses[409]).description).toContain('`colour-invisible`');
    expect(at(paint.responses[409]).description).toContain('`request-in-progress`');
  });

  test('names the codes of this service, and of no other', () => {
    expect(document.components.schemas.Problem.properties.code.enum).toEqual(Object.keys(problems));
  });

  test('has the headers that follow from the method', () => {
    const names = (operation: { parameters: object[] }): string[] =>
      operation.parameters.map((one) => at(one).name);
    const ifMatch = (operation: { parameters: object[] }) =>
      operation.parameters.map(at).find(({ name }) => name === 'If-Match');
    expect(names(document.paths['/api/mugs'].post)).toContain('Idempotency-Key');
    const patch = document.paths['/api/mugs/{id}'].patch;
    expect(ifMatch(patch)).toMatchObject({ required: true });
    expect(Object.keys(patch.responses)).toEqual(expect.arrayContaining(['412', '428']));
    expect(names(document.paths['/api/mugs/{id}'].get)).toEqual(
      expect.arrayContaining(['minVersion', 'Event-Position', 'If-None-Match']),
    );
    const paint = document.paths['/api/mugs/{id}/paint'].post;
    expect(ifMatch(paint)).toMatchObject({ required: false });
    expect(names(document.paths['/api/mugs'].post)).not.toContain('If-Match');
    expect(document.paths['/api/mugs/{id}'].get.responses[200].headers).toHaveProperty('ETag');
    expect(Object.keys(document.paths['/api/mugs'].post.responses[201].headers)).toEqual(
      expect.arrayContaining(['ETag', 'Event-Position', 'Location', 'Idempotency-Replayed']),
    );
    expect(at(document.paths['/api/mugs/{id}'].get.responses[503]).headers).toHaveProperty('Retry-After');
  });

  test('says once what many operations say: refusals and headers', () => {
    const { responses, parameters } = document.components;
    expect(document.paths['/api/mugs'].post.responses[415]).toEqual({
      $ref: '#/components/responses/media-type-unsupported',
    });
    expect(document.paths['/api/mugs'].post.responses[201].headers.ETag).toEqual({
      $ref: '#/components/headers/ETag.required',
    });
    expect(Object.keys(parameters)).toEqual(expect.arrayContaining(['If-Match', 'If-Match.required']));
    // A POST gives a refusal again, which a PATCH does not.
    expect(Object.keys(responses)).toEqual(
      expect.arrayContaining(['version-stale', 'version-stale.replayed']),
    );
  });

  test('knows which body may be left out', () => {
    expect(document.paths['/api/mugs'].post.requestBody.required).toBe(true);
    expect(document.paths['/api/mugs/{id}/paint'].post.requestBody.required).toBe(false);
  });

  test('has a unique operationId for every operation', () => {
    const ids = Object.values(
      document.paths as Record<string, Record<string, { operationId: string }>>,
    ).flatMap((item) => Object.values(item).map(({ operationId }) => operationId));
    expect(ids).toEqual(expect.arrayContaining(['addMug', 'mugsLiveness', 'mugsReadiness']));
    expect(ids.length).toBe(8);
    expect(new Set(ids).size).toBe(8);
  });
});

test('a code of every service is not given another meaning', async () => {
  await expect(startMugs({ problems: { 'not-found': [410, 'Gone'] } })).rejects.toThrow(
    'every service has the problem not-found: choose another code',
  );
});

test('an operation without an operationId of its own is a defect that shows', async () => {
  const responses = { 200: json(z.object({}), 'nothing') };
  const route = createRoute({ method: 'get', path: '/twice', operationId: 'addMug', responses });
  const own = await startMugs({ more: (api) => api.openapi(route, (c) => c.json({}, 200)) });
  expect((await own.send('GET', '/openapi.json')).status).toBe(500);
  expect(JSON.stringify(own.lines)).toContain('needs an operationId of its own');
  await own.stop();
});

describe('Swagger UI', () => {
  test('is where the root leads', async () => {
    const root = await service.send('GET', '/');
    expect({ status: root.status, location: root.headers.get('location') }).toEqual({
      status: 302,
      location: '/swagger',
    });
  });

  test('loads everything from this host, under a policy that allows nothing else', async () => {
    const page = await service.send('GET', '/swagger');
    expect(page.status).toBe(200);
    expect(page.headers.get('content-security-policy')).toContain("script-src 'self'");
    expect(page.body).not.toMatch(/https?:\/\//);
    const links = [...page.body.matchAll(/(?:href|src)="([^"]+)"/g)].map(([, link]) => link as string);
    expect(links).toHaveLength(4);
    for (const link of links) {
      const asset = await service.send('GET', link);
      expect({ link, status: asset.status }).toEqual({ link, status: 200 });
      expect(asset.body.length).toBeGreaterThan(100);
    }
    const initializer = await service.send('GET', '/swagger/initializer.js');
    expect(initializer.body).toContain("url: '/openapi.json'");
    expect(initializer.body).toContain('validatorUrl: null');
    expect(initializer.headers.get('content-type')).toContain('text/javascript');
  });
});
