import {
  AppendTooLargeError,
  ClaimTakenError,
  IdempotencyKeyReusedError,
  LogBlockedError,
  LogDamagedError,
  LogReplacedError,
  NotReplicatedError,
  OutageError,
  StaleVersionError,
  VersionConflictError,
} from '@quickmart/streams';
import { HTTPException } from 'hono/http-exception';
import { Redis } from 'ioredis';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { problems as own } from '../../example/problems.ts';
import { type MugService, startMugs } from '../../test/mugs.ts';
import { isKept, outcomeOf } from './errors.ts';
import { Refusal, withKernel } from './problems.ts';

const problems = withKernel(own);
const codes = Object.keys(problems);
let toThrow: unknown;
let service: MugService;
beforeAll(async () => {
  service = await startMugs({
    more: (api) =>
      api.get('/throw', () => {
        throw toThrow;
      }),
  });
});
afterAll(() => service.stop());

const cases: [unknown, string][] = [
  [new ClaimTakenError('name', 'MUG', 'other'), 'name-taken'],
  [new Refusal('sku-taken', 'a code of another service'), 'internal-error'],
  [new ClaimTakenError('unheard-of', 'x', 'y'), 'internal-error'],
  [new StaleVersionError(1, 2), 'version-stale'],
  [new IdempotencyKeyReusedError('…'), 'idempotency-key-reused'],
  [new AppendTooLargeError('…'), 'body-too-large'],
  [new VersionConflictError([]), 'unavailable'],
  [new OutageError('…'), 'unavailable'],
  [new LogDamagedError('…'), 'log-damaged'],
  [new LogBlockedError('…'), 'log-blocked'],
  [new NotReplicatedError(1, 1_000), 'not-replicated'],
  [new LogReplacedError('…'), 'log-replaced'],
  [Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' }), 'unavailable'],
  [new Error('Connection is closed.'), 'unavailable'],
  [Object.assign(new Error('…'), { name: 'BadCursorError' }), 'malformed-request'],
  [new HTTPException(400), 'malformed-request'],
  [new HTTPException(415), 'media-type-unsupported'],
  [new HTTPException(418), 'internal-error'],
  [new TypeError('undefined is not a function'), 'internal-error'],
];

test.each(cases)('%s is %s', async (error, code) => {
  toThrow = error;
  const { status, headers, body } = await service.send('GET', '/throw');
  const [expected, title] = problems[code] ?? [];
  expect(status).toBe(expected);
  expect(headers.get('content-type')).toBe('application/problem+json');
  expect(body).toMatchObject({
    type: 'about:blank',
    code,
    status,
    title,
    instance: '/throw',
  });
  expect(body.traceId).toBe(headers.get('x-correlation-id'));
  if (status === 503) expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
});

test.each(codes)('a refusal %s has the status of its code', async (code) => {
  toThrow = new Refusal(code, 'because', { errors: [{ pointer: '/a', code: 'b', detail: 'c' }] });
  const { status, body } = await service.send('GET', '/throw');
  expect(status).toBe(problems[code]?.[0]);
  expect(body).toMatchObject({ code, detail: 'because', errors: [{ pointer: '/a' }] });
});

test('a refusal may say when to come back', async () => {
  toThrow = new Refusal('too-many-requests', 'slow down', { retryAfterSeconds: 7 });
  const { headers, body } = await service.send('GET', '/throw');
  expect(headers.get('retry-after')).toBe('7');
  expect(body).not.toHaveProperty('retryAfterSeconds');
});

test('a defect is logged with its stack, of which nothing leaves', async () => {
  toThrow = new Error('SELECT * FROM secret_table');
  const { body } = await service.send('GET', '/throw');
  expect(JSON.stringify(body)).not.toMatch(/SELECT|secret_table|\.ts|node_modules/);
  const line = service.lines.findLast(({ msg }) => msg === 'a request failed');
  expect(line).toMatchObject({ level: 'error', correlationId: body.traceId, path: '/throw' });
  expect(JSON.stringify(line)).toMatch(/SELECT.*errors\.test\.ts/);
});

test('what a real client without a server throws is an outage', async () => {
  const redis = new Redis({ port: 1, maxRetriesPerRequest: 0, retryStrategy: () => 10, lazyConnect: true });
  redis.on('error', () => {});
  const error = await redis.get('x').catch((caught: unknown) => caught);
  redis.disconnect();
  expect(outcomeOf(error, problems)).toMatchObject({
    code: 'unavailable',
    members: { retryAfterSeconds: 2 },
  });
});

test('kept with an Idempotency-Key: refusals that stand, not those that may be granted later', () => {
  const isCodeKept = (code: string) => isKept(new Refusal(code, ''), problems);
  expect(codes.filter(isCodeKept)).toEqual(['name-taken']);
  expect(isKept(new StaleVersionError(1, 2), problems)).toBe(true);
  expect(isKept(new StaleVersionError(3, 2), problems)).toBe(false);
  expect(isKept(new Error('defect'), problems)).toBe(false);
});
