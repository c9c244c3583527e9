/** The example service, as the tests start it: real HTTP, real Redis, a read model that the test controls. */

import { EventStore } from '@quickmart/streams';
import { startRedis, type TestRedis } from '@quickmart/streams/testing';
import type { Redis } from 'ioredis';
import { codec, events, type Mug } from '../example/mug.ts';
import { problems } from '../example/problems.ts';
import { type Mugs, routes } from '../example/routes.ts';
import { type Api, type ApiOptions, createApi } from '../src/api/api.ts';
import type { ConnectionLimits } from '../src/process/limits.ts';
import { createLog } from '../src/process/log.ts';
import { rightsOf } from '../src/run/rights.ts';
import { type Running, run } from '../src/run/run.ts';

const issuer = 'http://127.0.0.1:3005';

export type LogLine = Record<string, unknown> & { msg: string; level: string };

/** A log whose lines the test can read. */
export function capturedLog(level = 'debug') {
  const lines: LogLine[] = [];
  const logger = createLog({ name: 'mugs', level }, { write: (line) => lines.push(JSON.parse(line)) });
  return { logger, lines };
}

/** Rows appear when the test says so; `waitFor` answers what the test sets. */
export class TestMugs implements Mugs {
  readonly rows = new Map<string, Mug>();
  onWait: (position: string, timeoutMs: number) => Promise<boolean> = async () => true;
  get = (id: string) => this.rows.get(id);
  list = () => [...this.rows.values()];
  waitFor = (position: string, timeoutMs: number) => this.onWait(position, timeoutMs);
}

export type MugService = Running & {
  redisServer: TestRedis;
  redis: Redis;
  store: EventStore;
  mugs: TestMugs;
  api: Api;
  lines: LogLine[];
  /** Sends JSON, and gives the answer with its body read. */
  send(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Sent>;
};
export type Sent = { status: number; headers: Headers; body: Body };
// biome-ignore lint/suspicious/noExplicitAny: what came over the wire has no type.
type Body = any;

type MugOptions = Partial<ApiOptions> & { more?: (api: Api) => void; limits?: Partial<ConnectionLimits> };

/** `more` adds routes. */
export async function startMugs(options: MugOptions = {}): Promise<MugService> {
  const redisServer = await startRedis();
  try {
    return await startOn(redisServer, options);
  } catch (error) {
    await redisServer.stop();
    throw error;
  }
}

async function startOn(
  redisServer: TestRedis,
  { more, limits, ...options }: MugOptions,
): Promise<MugService> {
  const redis = redisServer.connect();
  const store = new EventStore({ redis, codec });
  const mugs = new TestMugs();
  const { logger, lines } = capturedLog();
  const about = { name: 'mugs', title: 'Mugs', description: 'The smallest service there can be.' };
  const ready = { redis: () => redis.ping() };
  const sends = { mug: Object.values(events) };
  const api = createApi({
    ...about,
    category: 'mug',
    problems,
    events: { sends, receives: {} },
    logger,
    store,
    redis,
    // Mugs hold no personal data, or the test brings keys.
    sealing: { openJson: async (json) => json },
    ready,
    rights: rightsOf({ auth: 'off', issuer, jwksUrl: `${issuer}/.well-known/jwks.json` }),
    issuer,
    ...options,
  });
  routes(api, { store, mugs });
  more?.(api);
  const config = { host: '127.0.0.1', port: 0, role: 'all' } as const;
  const running = await run({ name: 'mugs', config, logger, api, ...(limits && { limits }) });
  const stop = async () => {
    await running.stop();
    await redisServer.stop();
  };
  return { url: running.url, stop, redisServer, redis, store, mugs, api, lines, send: sender(running.url) };
}

const sender =
  (url: string): MugService['send'] =>
  async (method, path, body, headers = {}) => {
    const init: RequestInit = { method, headers, redirect: 'manual' };
    if (body !== undefined) {
      init.body =
        typeof body === 'string' || body instanceof Uint8Array ? (body as string) : JSON.stringify(body);
      init.headers = { 'Content-Type': 'application/json', ...headers };
    }
    const response = await fetch(url + path, init);
    const text = await response.text();
    const json = text !== '' && response.headers.get('content-type')?.includes('json');
    return { status: response.status, headers: response.headers, body: json ? JSON.parse(text) : text };
  };
