/** How full Redis is, for operators, and more room in it where the machine has that. */
import {
  type EventStore,
  memoryOf,
  OutageError,
  type RedisClient,
  type ServerMemory,
  setMemoryLimit,
  sizeOf,
} from '@quickmart/streams';
import { z } from 'zod';
import type { Api } from '../api/api.ts';
import { needs } from '../auth/access.ts';
import { json, jsonBody } from '../document/openapi.ts';
import { createRoute } from '../document/route.ts';
import { refuse } from '../http/problems.ts';
import type { Acts } from './audit.ts';
import { demandService, operationsPath, serviceParam } from './path.ts';

const access = needs('operate');
const tags = ['Operations'];
const params = z.object(serviceParam);

const server = z
  .object({
    server: z.string(),
    usedBytes: z.int(),
    limitBytes: z
      .int()
      .nullable()
      .meta({ description: '`maxmemory`: when it is reached, writes are refused; null: there is no limit' }),
    machineBytes: z.int().meta({ description: 'Of the machine' }),
  })
  .meta({
    id: 'RedisServer',
    example: {
      server: '10.0.0.7:6379',
      usedBytes: 900_000_000,
      limitBytes: 1_000_000_000,
      machineBytes: 8_000_000_000,
    },
  });
const servers = z
  .object({ data: z.array(server).meta({ description: 'Each server that takes writes' }) })
  .meta({ id: 'RedisServers', example: { data: [server.meta()?.example] } });

const size = z
  .object({
    category: z.string(),
    events: z.int(),
    bytes: z.int().meta({ description: 'Of its events, estimated' }),
  })
  .meta({ id: 'CategorySize', example: { category: 'order', events: 120_000, bytes: 96_000_000 } });
const sizes = z
  .object({ data: z.array(size) })
  .meta({ id: 'CategorySizes', example: { data: [size.meta()?.example] } });

const limit = z
  .strictObject({ bytes: z.int().min(1).max(Number.MAX_SAFE_INTEGER) })
  .meta({ id: 'RedisLimit', example: { bytes: 2_000_000_000 } });

const serversRoute = createRoute({
  method: 'get',
  path: `${operationsPath}/redis`,
  operationId: 'getRedis',
  access,
  tags,
  summary: 'The memory of Redis against its limit',
  request: { params },
  responses: { 200: json(servers, 'The servers') },
});

const sizesRoute = createRoute({
  method: 'get',
  path: `${operationsPath}/categories`,
  operationId: 'listCategorySizes',
  access,
  tags,
  summary: 'The categories that a service writes, and how much of Redis their events take',
  request: { params },
  responses: { 200: json(sizes, 'The categories') },
});

const limitRoute = createRoute({
  method: 'post',
  path: `${operationsPath}/redis/limit`,
  operationId: 'raiseRedisLimit',
  access,
  tags,
  summary: 'Give Redis more memory, until it starts again',
  description:
    'Sets `maxmemory` of each server that takes writes. It has to be more than what is used, and no more than the machine has. Where the user of the services may not do that in Redis, this is refused.',
  request: { params, body: jsonBody(limit) },
  responses: { 200: json(servers, 'The servers now') },
});

export type RedisOf = { name: string; store: EventStore; categories: readonly string[]; acts: Acts };

export function redisRoutes(api: Api, { name, store, categories, acts }: RedisOf): void {
  const { redis } = store.log;

  api.openapi(serversRoute, async (c) => {
    demandService(c, name);
    return c.json({ data: (await memoryOf(redis)).map(shown) }, 200);
  });

  api.openapi(sizesRoute, async (c) => {
    demandService(c, name);
    return c.json({ data: await Promise.all(categories.map((category) => sizeOf(redis, category))) }, 200);
  });

  api.openapi(limitRoute, async (c) => {
    demandService(c, name);
    const { bytes } = c.req.valid('json');
    for (const { usedBytes, machineBytes } of await memoryOf(redis)) {
      if (bytes <= usedBytes) refuse('validation-failed', `${usedBytes} bytes are used already`);
      if (bytes > machineBytes) refuse('validation-failed', `the machine has ${machineBytes} bytes`);
    }
    await raise(redis, bytes);
    acts.note(c, 'limit of Redis set', `${bytes} bytes`);
    return c.json({ data: (await memoryOf(redis)).map(shown) }, 200);
  });
}

async function raise(redis: RedisClient, bytes: number): Promise<void> {
  try {
    await setMemoryLimit(redis, bytes);
  } catch (error) {
    if (error instanceof OutageError && /a right/.test(error.message))
      refuse('forbidden', `the user of the services may not do this in Redis: CONFIG SET maxmemory ${bytes}`);
    throw error;
  }
}

const shown = ({
  limitBytes = null,
  ...rest
}: Omit<ServerMemory, 'limitBytes'> & { limitBytes?: number | undefined | null }) => ({
  ...rest,
  limitBytes,
});
