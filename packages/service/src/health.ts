/** `/livez`: the process answers. `/readyz`: everything it stands on answers, each by name. Lag is not a failure. */
import { LogReplacedError, LogTruncatedError, NotReadyError, OutageError } from '@quickmart/streams';
import type { Hono } from 'hono';
import type { Logger } from 'pino';
import type { ServiceEnv } from './context.ts';
import { reasonOf } from './errors.ts';

/** Rejects, or answers `false`, when the dependency cannot be used; `{ detail }` is shown, and is no failure. */
export type Check = () => unknown;
export type Checks = Readonly<Record<string, Check>>;
type Status = { status: 'up' | 'down'; ms: number; reason?: 'timeout' | 'error'; detail?: string };

const checkTimeoutMs = 2_000;

/** What they say was written for whoever runs the service, without secrets. */
const forOperators = [NotReadyError, LogTruncatedError, LogReplacedError, OutageError];

export function mountHealth(api: Hono<ServiceEnv>, checks: Checks, log: Logger): void {
  api.get('/livez', (c) => c.json({ status: 'up' }));
  api.get('/readyz', async (c) => {
    const results = await Promise.all(
      Object.entries(checks).map(async ([name, check]) => [name, await statusOf(name, check, log)] as const),
    );
    const ready = results.every(([, { status }]) => status === 'up');
    const body = { status: ready ? 'up' : 'down', checks: Object.fromEntries(results) };
    return c.json(body, ready ? 200 : 503, { 'Cache-Control': 'no-store' });
  });
}

/** Why it is down goes to the log only, but for what was written for whoever runs the service. */
async function statusOf(name: string, check: Check, log: Logger): Promise<Status> {
  const started = performance.now();
  const ms = () => Math.round(performance.now() - started);
  const { promise: timeout, resolve } = Promise.withResolvers<'timeout'>();
  const timer = setTimeout(resolve, checkTimeoutMs, 'timeout');
  try {
    const result = await Promise.race([Promise.resolve().then(check), timeout]);
    if (result !== 'timeout' && result !== false) {
      const { detail } = (result ?? {}) as { detail?: string };
      return { status: 'up', ms: ms(), ...(detail !== undefined && { detail }) };
    }
    return { status: 'down', ms: ms(), reason: result === 'timeout' ? 'timeout' : 'error' };
  } catch (error) {
    log.debug({ dependency: name, reason: reasonOf(error) }, 'not ready');
    const known = error instanceof Error && forOperators.some((kind) => error instanceof kind);
    return { status: 'down', ms: ms(), reason: 'error', ...(known && { detail: error.message }) };
  } finally {
    clearTimeout(timer);
  }
}
