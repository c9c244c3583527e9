/** A service as tests start it: the whole of it in this process, over HTTP, on a private Redis and a database of its own. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort, startRedis, type TestRedis } from '@quickmart/streams/testing';
import { afterAll, beforeAll, vi } from 'vitest';
import type { z } from 'zod';
import { createLog } from '../src/process/log.ts';
import type { Definition } from '../src/run/definition.ts';
import { type Started, settingsOf, start } from '../src/run/start.ts';
import { startIssuer, type TestIssuer } from './issuer.ts';

// biome-ignore lint/suspicious/noExplicitAny: what came over the wire has the shape that the test expects.
type Untyped = any;
export type Answer<Body = Untyped> = { status: number; headers: Headers; body: Body };

export type TestService = Started & {
  redis: TestRedis;
  /** Every line that was logged. */
  lines: string[];
  /** Signs tokens, where rights are checked. */
  issuer: TestIssuer;
  /** Sends JSON, or a text or a stream as it is; reads JSON, or a text. */
  send<Body = Untyped>(
    method: string,
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ): Promise<Answer<Body>>;
};

/** `env`: its settings. `rights`: they are checked, by the keys of the service’s `issuer`. `replace`: other parts than those that it makes, such as a provider that fails. */
export type TestOptions<Own extends object> = {
  env?: Record<string, string>;
  rights?: boolean;
  replace?: (own: Own) => Own;
};

export async function startService<Settings extends z.ZodRawShape, Own extends object>(
  definition: Definition<Settings, Own>,
  { env = {}, rights = false, replace = (own) => own }: TestOptions<Own> = {},
): Promise<TestService> {
  const folder = mkdtempSync(join(tmpdir(), 'quickmart-service-'));
  const redis = await startRedis();
  const issuer = await startIssuer();
  const lines: string[] = [];
  const settings = settingsOf(definition, {
    REDIS_URL: redis.url,
    DATABASE_URL: `file:${join(folder, 'test.sqlite')}`,
    KEYS_URL: `file:${join(folder, 'keys.sqlite')}`,
    PORT: `${await freePort()}`,
    ...(rights ? issuer.env : { AUTH: 'off' }),
    ...env,
  });
  const { release } = settings;
  const logger = createLog(
    { name: definition.name, level: 'debug', release },
    { write: (line) => void lines.push(line) },
  );
  const running = await start(definition, settings, { logger, replace });
  await vi.waitFor(() => running.readModels?.ping(), { timeout: 15_000, interval: 20 });
  const stop = async () => {
    await running.stop();
    await issuer.stop();
    await redis.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  return { ...running, redis, lines, issuer, send: sender(running.url), stop };
}

/**
 * One service for all tests of a file, or of a `describe`: there from the first test on, and gone after the last.
 *
 * @example
 * const { send } = serviceOfTests(review);
 * test('…', async () => expect(await send('GET', '/api/reviews')).toMatchObject({ status: 200 }));
 */
export function serviceOfTests<Settings extends z.ZodRawShape, Own extends object>(
  definition: Definition<Settings, Own>,
  options: TestOptions<Own> = {},
): TestService {
  let running: TestService | undefined;
  const service = {
    send: (...args: Parameters<TestService['send']>) => running!.send(...args),
  } as TestService;
  beforeAll(async () => {
    running = await startService(definition, options);
    Object.assign(service, { ...running, send: service.send });
  });
  afterAll(() => running?.stop());
  return service;
}

const sender =
  (url: string): TestService['send'] =>
  async (method, path, body, headers = {}) => {
    const isRaw = typeof body === 'string' || body instanceof ReadableStream;
    const answer = await fetch(url + path, {
      method,
      headers: { 'Content-Type': 'application/json', ...headers },
      ...(body !== undefined && { body: isRaw ? body : JSON.stringify(body), duplex: 'half' }),
    } as RequestInit);
    const text = await answer.text();
    const isJson = /\bjson\b/.test(answer.headers.get('Content-Type') ?? '');
    return { status: answer.status, headers: answer.headers, body: isJson ? JSON.parse(text) : text };
  };
