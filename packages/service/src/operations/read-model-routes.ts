/**
 * The read models of a service: how far they are, whether their rows are what the log says, and built anew while the old
 * rows serve. A look at all rows, or a rebuild, runs in the process that is asked, one at a time; `pnpm qa verify` and
 * `pnpm qa rebuild` do the same from a process of their own.
 */
import type { Projection, ReadModels } from '@quickmart/projections';
import type { ConsumerGroup, EventStore } from '@quickmart/streams';
import { groupStatus, isOfReadModels } from '@quickmart/streams';
import { z } from 'zod';
import type { Api } from '../api/api.ts';
import { needs } from '../auth/access.ts';
import { errorsOf, json } from '../document/openapi.ts';
import { createRoute } from '../document/route.ts';
import type { ServiceContext } from '../http/context.ts';
import { refuse } from '../http/problems.ts';
import type { Acts } from './audit.ts';
import { type Job, Jobs, type Outcome } from './jobs.ts';
import { operationLimits as limits } from './limits.ts';
import { demandService, operationsPath, serviceParam } from './path.ts';
import { readModelList, readModel as shape } from './shapes.ts';

const errors = errorsOf({});
const access = needs('operate');
const tags = ['Operations'];
const path = `${operationsPath}/read-models` as const;
const params = z.object({
  ...serviceParam,
  readModel: z.string().meta({ description: 'Its name', example: 'order-list' }),
});

const listRoute = createRoute({
  method: 'get',
  path,
  operationId: 'listReadModels',
  access,
  tags,
  summary: 'The read models of a service, how far they are, and what was last done with them',
  request: { params: z.object(serviceParam) },
  responses: { 200: json(readModelList, 'The read models') },
});

const verifyRoute = createRoute({
  method: 'post',
  path: `${path}/{readModel}/verify`,
  operationId: 'verifyReadModel',
  access,
  tags,
  summary: 'Compare every row with what the log says; nothing is changed',
  description: 'It is under way when this answers: the list says how far it is, and what it has found.',
  request: { params },
  responses: { 202: json(shape, 'It has begun'), ...errors('limit-reached') },
});

const rebuildRoute = createRoute({
  method: 'post',
  path: `${path}/{readModel}/rebuild`,
  operationId: 'rebuildReadModel',
  access,
  tags,
  summary: 'Build it anew from the log, while the old rows serve',
  description:
    'It is under way when this answers. After an interruption the next rebuild goes on where it was.',
  request: { params },
  responses: { 202: json(shape, 'It has begun'), ...errors('limit-reached') },
});

export type ReadModelsOf = {
  name: string;
  consumers: Pick<ConsumerGroup, 'status'>;
  store: EventStore;
  readModels: ReadModels;
  definitions: readonly Projection[];
  acts: Acts;
};

export function readModelRoutes(api: Api, service: ReadModelsOf): void {
  const { name, store, readModels, definitions, acts } = service;
  const jobs = new Jobs();
  const group = `${name}-read-models`;

  const shownOf = async (one: Projection) => shown(one, await lagOf(service), jobs.last(one.name));
  const begin = async (c: ServiceContext, kind: Job['kind']) => {
    demandService(c, name);
    const one = definitions.find((definition) => definition.name === c.req.param('readModel'));
    if (one === undefined) refuse('not-found', 'this service has no read model of this name');
    if (jobs.running !== undefined) refuse('limit-reached', `${jobs.running} is under way: one at a time`);
    const projections = [one.name];
    const work = (onEvents: (count: number) => void): Promise<Outcome> => {
      const onProgress = ({ events }: { events: number }) => onEvents(events);
      return kind === 'verify'
        ? readModels.verify({ log: store.log, projections, onProgress }).then(foundBy)
        : readModels.rebuild({ log: store.log, projections, group, onProgress }).then(leftBy);
    };
    jobs.begin(one.name, kind, work);
    acts.note(c, kind === 'verify' ? 'read model verified' : 'read model rebuilt', one.name);
    return await shownOf(one);
  };

  api.openapi(listRoute, async (c) => {
    demandService(c, name);
    return c.json({ data: await Promise.all(definitions.map(shownOf)) }, 200);
  });
  api.openapi(verifyRoute, async (c) => c.json(await begin(c, 'verify'), 202));
  api.openapi(rebuildRoute, async (c) => c.json(await begin(c, 'rebuild'), 202));
}

type Verified = Awaited<ReturnType<ReadModels['verify']>>;
type Rebuilt = Awaited<ReturnType<ReadModels['rebuild']>>;

/** Where rows differ, and not what is in them. */
function foundBy({ tables, differences }: Verified): Outcome {
  const lines = differences.map(({ table, key, column }) => `${table} ${key}: ${column ?? 'the whole row'}`);
  const findings = tables.reduce((sum, { differing }) => sum + differing, 0);
  return { findings, details: lines.slice(0, limits.findingsShown) };
}

const leftBy = ({ parked }: Rebuilt): Outcome => ({
  findings: parked.length,
  details: parked
    .slice(0, limits.findingsShown)
    .map(({ aggregateId, reason = 'see its dead letter' }) => `${aggregateId}: ${reason}`),
});

/** Of all read models of the service: they are applied together. */
async function lagOf({ consumers, store }: ReadModelsOf): Promise<ReadonlyMap<string, number>> {
  const own = consumers.status().filter(({ group }) => isOfReadModels(group));
  const lags = own.map(async ({ category, group }) => {
    const { lag } = await groupStatus(store.log, category, group);
    return [category, lag] as const;
  });
  return new Map(await Promise.all(lags));
}

function shown(
  { name, table, sources }: Projection,
  lags: ReadonlyMap<string, number>,
  job: Job | undefined,
) {
  const categories = [...sources.keys()];
  return {
    name,
    table: table.name,
    categories,
    lag: categories.reduce((sum, category) => sum + (lags.get(category) ?? 0), 0),
    job:
      job === undefined
        ? undefined
        : { ...job, startedAt: iso(job.startedAt), endedAt: job.endedAt === null ? null : iso(job.endedAt) },
  };
}

const iso = (at: number): string => new Date(at).toISOString();
