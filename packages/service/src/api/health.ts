/** `/livez`: the process answers. `/readyz`: everything it stands on answers, each by name. Lag is not a failure. */
import type { OpenAPIHono, RouteConfig } from '@hono/zod-openapi';
import { LogReplacedError, LogTruncatedError, NotReadyError, OutageError } from '@quickmart/streams';
import type { Logger } from 'pino';
import { z } from 'zod';
import { json } from '../document/openapi.ts';
import type { ServiceEnv } from '../http/context.ts';
import { withoutPasswords } from '../process/passwords.ts';
import { reasonOf } from '../process/reason.ts';
import { type Check, type Checks, type Gauges, shared } from '../process/watched.ts';

type Status = { status: 'up' | 'down'; ms: number; reason?: 'timeout' | 'error'; detail?: string };

const checkTimeoutMs = 2_000;

/** What they say was written for whoever runs the service, without secrets. */
const forOperators = [NotReadyError, LogTruncatedError, LogReplacedError, OutageError];

const livenessShape = z
  .object({ status: z.literal('up') })
  .meta({ id: 'Liveness', example: { status: 'up' } });
const upOrDown = z.enum(['up', 'down']);
const checkShape = z
  .looseObject({
    status: upOrDown,
    ms: z.int().meta({ description: 'How long the check took' }),
    reason: z.enum(['timeout', 'error']).optional(),
    detail: z.string().optional().meta({ description: 'What is wrong, and what to do, where that is known' }),
  })
  .meta({ id: 'ReadinessCheck', example: { status: 'up', ms: 1 } });
const readinessShape = z
  .object({
    status: upOrDown,
    checks: z.record(z.string(), checkShape).meta({ description: 'By the name of what it stands on' }),
  })
  .meta({ id: 'Readiness', example: { status: 'up', checks: { redis: { status: 'up', ms: 1 } } } });

const tags = ['Health'];
const probes = (name: string): RouteConfig[] => [
  {
    method: 'get',
    path: '/livez',
    operationId: `${name}Liveness`,
    tags,
    summary: 'Whether the process answers; it asks nothing else',
    description: 'Where it does not, start the process anew.',
    responses: { 200: json(livenessShape, 'It does') },
  },
  {
    method: 'get',
    path: '/readyz',
    operationId: `${name}Readiness`,
    tags,
    summary: 'Whether everything that the service stands on can be used, each by name',
    description: 'Being behind with events is not a failure: see the metrics.',
    responses: { 200: json(readinessShape, 'All of it'), 503: json(readinessShape, 'Not all of it') },
  },
];

/** Returns what metrics show of it. */
export function mountHealth(
  api: OpenAPIHono<ServiceEnv>,
  name: string,
  checks: Checks,
  logger: Logger,
): Gauges {
  for (const probe of probes(name)) api.openAPIRegistry.registerPath(probe);
  api.get('/livez', (c) => c.json({ status: 'up' }));
  const look = shared(() =>
    Promise.all(
      Object.entries(checks).map(
        async ([name, check]) => [name, await statusOf(name, check, logger)] as const,
      ),
    ),
  );
  api.get('/readyz', async (c) => {
    const results = await look();
    const ready = results.every(([, { status }]) => status === 'up');
    const body = { status: ready ? 'up' : 'down', checks: Object.fromEntries(results) };
    return c.json(body, ready ? 200 : 503, { 'Cache-Control': 'no-store' });
  });
  return {
    quickmart_ready: {
      help: '1: this part of /readyz is up',
      labels: ['check'],
      read: async () =>
        (await look()).map(([check, { status }]) => ({ labels: { check }, value: status === 'up' ? 1 : 0 })),
    },
  };
}

/** Why it is down goes to the log only, but for what was written for whoever runs the service. */
async function statusOf(name: string, check: Check, logger: Logger): Promise<Status> {
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
    logger.debug({ dependency: name, reason: reasonOf(error) }, 'not ready');
    const known = error instanceof Error && forOperators.some((kind) => error instanceof kind);
    return {
      status: 'down',
      ms: ms(),
      reason: 'error',
      ...(known && { detail: withoutPasswords(error.message) }),
    };
  } finally {
    clearTimeout(timer);
  }
}
