/**
 * What operators see of a service and do with it, the same in every service: its consumer groups and their dead letters.
 * `pnpm qa` does it by the same code, from packages/streams/src/operate.
 *
 * The path names the service, so that the gateway leads to it; the declarations are the same everywhere.
 */
import {
  type ConsumerGroup,
  errorsOf as causesOf,
  type DeadLetter,
  DeadLetters,
  type EventStore,
  errorOf,
  type GroupKind,
  type GroupStatus,
  groupStatus,
  isOfReadModels,
  type Which,
} from '@quickmart/streams';
import { z } from 'zod';
import type { Api } from '../api/api.ts';
import { needs } from '../auth/access.ts';
import { json, jsonBody, errorsOf as problemsOf } from '../document/openapi.ts';
import { createRoute } from '../document/route.ts';
import type { ServiceContext } from '../http/context.ts';
import { refuse } from '../http/problems.ts';
import type { Acts } from './audit.ts';
import { operationLimits as limits } from './limits.ts';
import { demandService, operationsPath, serviceParam } from './path.ts';
import { chosenLetters, consumers, deadLetters, discard, redrive, started } from './shapes.ts';

const errors = problemsOf({});
const access = needs('operate');
const tags = ['Operations'];
const params = z.object(serviceParam);
const filter = z.string().min(1).max(limits.errorLength).optional();

const consumersRoute = createRoute({
  method: 'get',
  path: `${operationsPath}/consumers`,
  operationId: 'listConsumers',
  access,
  tags,
  summary: 'Who reads what, and how far: owners, lag, retries, dead letters',
  request: { params },
  responses: { 200: json(consumers, 'The consumer groups of the service') },
});

const startRoute = createRoute({
  method: 'post',
  path: `${operationsPath}/consumers/start`,
  operationId: 'startConsumers',
  access,
  tags,
  summary: 'Have the process that answers read, too, where no worker does',
  description:
    'For a process that serves requests only, while the workers are away. Workers that come back share the work with it. It stops with the process.',
  request: { params },
  responses: { 200: json(started, 'It reads') },
});

const deadLettersRoute = createRoute({
  method: 'get',
  path: `${operationsPath}/dead-letters`,
  operationId: 'listDeadLetters',
  access,
  tags,
  summary: 'Events that could not be handled, and why',
  request: {
    params,
    query: z.strictObject({
      group: filter.meta({ description: 'Only those of this group' }),
      error: filter.meta({ description: 'Only those that failed for this reason: `error` of a cause' }),
      search: filter.meta({ description: 'Only those with this in their type, id, position or message' }),
    }),
  },
  responses: { 200: json(deadLetters, `The oldest ${limits.deadLettersShown}, and all of them by cause`) },
});

const redriveRoute = createRoute({
  method: 'post',
  path: `${operationsPath}/dead-letters/redrive`,
  operationId: 'redriveDeadLetters',
  access,
  tags,
  summary: 'Have dead letters handled again, per aggregate in order',
  description:
    'Chosen by one of `id`, `aggregateId` and `error`; without any: all of the group. It begins within about a second. Where one fails again, it is a dead letter again.',
  request: { params, body: jsonBody(redrive) },
  responses: { 202: json(chosenLetters, 'So many will be redriven'), ...errors('limit-reached') },
});

const discardRoute = createRoute({
  method: 'post',
  path: `${operationsPath}/dead-letters/discard`,
  operationId: 'discardDeadLetters',
  access,
  tags,
  summary: 'Give dead letters up; they are kept apart, with the reason',
  description: 'Events of their aggregates that wait behind them stay, and can be redriven then.',
  request: { params, body: jsonBody(discard) },
  responses: { 200: json(chosenLetters, 'So many were discarded'), ...errors('limit-reached') },
});

type Group = { category: string; group: string; kind: GroupKind };
export type OperationsOf = {
  name: string;
  consumers: Pick<ConsumerGroup, 'status' | 'start' | 'isStarted'>;
  store: EventStore;
  acts: Acts;
};

export function operationsRoutes(api: Api, { name, consumers: own, store, acts }: OperationsOf): void {
  const groups = (c: ServiceContext): Group[] => {
    demandService(c, name);
    return own.status().map(({ category, group, kind }) => ({ category, group, kind }));
  };
  const lettersOf = ({ category, group }: Group) => new DeadLetters(store.log, category, group);

  api.openapi(consumersRoute, async (c) => {
    const data = await Promise.all(
      groups(c).map(async ({ category, group, kind }) =>
        consumerOf(await groupStatus(store.log, category, group, kind), kind),
      ),
    );
    return c.json({ data }, 200);
  });

  api.openapi(startRoute, (c) => {
    demandService(c, name);
    own.start();
    acts.note(c, 'consumers started', name);
    return c.json({ isStarted: own.isStarted }, 200);
  });

  api.openapi(deadLettersRoute, async (c) => {
    const query = c.req.valid('query');
    const chosen = groups(c).filter(({ group }) => query.group === undefined || group === query.group);
    const lists = await Promise.all(
      chosen.map(async (of) => ({
        of,
        letters: (await lettersOf(of).all()).filter((one) => fits(one, query)),
      })),
    );
    const causes = lists.flatMap(({ of: { category, group }, letters }) =>
      causesOf(letters).map(({ firstAt, lastAt, ...cause }) => ({
        category,
        group,
        ...cause,
        firstAt: iso(firstAt),
        lastAt: iso(lastAt),
      })),
    );
    const all = lists.flatMap(({ of, letters }) => letters.map((one) => shownOf(of, one)));
    const oldest = all.sort((one, other) => one.failedAt.localeCompare(other.failedAt));
    return c.json({ data: oldest.slice(0, limits.deadLettersShown), causes, total: all.length }, 200);
  });

  api.openapi(redriveRoute, async (c) => {
    const { dryRun, ratePerSecond, ...input } = c.req.valid('json');
    if (isOfReadModels(input.group))
      refuse(
        'validation-failed',
        'a redrive does nothing for read models: mend the cause, then a rebuild removes the dead letter',
      );
    const letters = lettersOf(groupIn(groups(c), input));
    const found = await first(letters.redrive(whichOf(input), { dryRun, ratePerSecond }));
    if (!dryRun) acts.note(c, 'dead letters redriven', chosenIn(input, found.length));
    return c.json({ chosen: found.length, dryRun }, 202);
  });

  api.openapi(discardRoute, async (c) => {
    const { dryRun, reason, ...input } = c.req.valid('json');
    const letters = lettersOf(groupIn(groups(c), input));
    const found = await first(letters.discard(whichOf(input), { reason, dryRun }));
    if (!dryRun) acts.note(c, 'dead letters discarded', `${chosenIn(input, found.length)}: ${reason}`);
    return c.json({ chosen: found.length, dryRun }, 200);
  });
}

/** One that does not stand first of its aggregate: those before it come first. */
const first = (work: Promise<DeadLetter[]>): Promise<DeadLetter[]> =>
  work.catch((error: Error) => {
    if (/stands before it$/.test(error.message)) refuse('limit-reached', error.message);
    throw error;
  });

const groupIn = (all: readonly Group[], { category, group }: Pick<Group, 'category' | 'group'>): Group =>
  all.find((one) => one.category === category && one.group === group) ??
  refuse('not-found', `this service has no group ${group} of ${category}`);

type Chosen = { id?: string | undefined; aggregateId?: string | undefined; error?: string | undefined };
function whichOf({ id, aggregateId, error }: Chosen): Which {
  if ([id, aggregateId, error].filter((one) => one !== undefined).length > 1)
    refuse('validation-failed', 'choose by one of id, aggregateId and error; without any: all of the group');
  if (id !== undefined) return { id };
  if (aggregateId !== undefined) return { aggregateId };
  return error === undefined ? 'all' : { error };
}

const chosenIn = (
  { category, group, ...chosen }: Chosen & Pick<Group, 'category' | 'group'>,
  count: number,
) => `${count} of ${category}/${group} ${chosen.id ?? chosen.aggregateId ?? chosen.error ?? ''}`.trim();

type Query = { error?: string | undefined; search?: string | undefined };
const fits = (one: DeadLetter, { error, search }: Query): boolean =>
  (error === undefined || errorOf(one) === error) &&
  (search === undefined ||
    [one.position, one.eventType, one.aggregateId, one.id, one.errorMessage].some((text) =>
      text?.toLowerCase().includes(search.toLowerCase()),
    ));

function shownOf({ category, group }: Group, one: DeadLetter) {
  const { id, position, eventType = null, aggregateId = null, attempts, errorMessage: message } = one;
  const failedAt = iso(one.failedAt);
  return {
    category,
    group,
    id,
    position,
    eventType,
    aggregateId,
    attempts,
    failedAt,
    error: errorOf(one),
    message,
  };
}

function consumerOf(status: GroupStatus, kind: GroupKind) {
  const { category, group, head, lag, dead, parked, partitions, nextTimerAt } = status;
  const sum = (of: 'pending' | 'retrying') => partitions.reduce((total, row) => total + row[of], 0);
  const ages = partitions.flatMap(({ oldestPendingMs }) => oldestPendingMs ?? []);
  return {
    category,
    group,
    kind,
    head,
    lag,
    pending: sum('pending'),
    retrying: sum('retrying'),
    oldestPendingMs: ages.length > 0 ? Math.round(Math.max(...ages)) : null,
    parked,
    dead,
    owners: new Set(partitions.flatMap(({ owner }) => owner ?? [])).size,
    nextTimerAt: nextTimerAt === undefined ? null : iso(nextTimerAt),
    partitions: partitions.map(({ partition, owner = null, lag, pending, retrying }) => ({
      partition,
      owner: owner?.split('|').slice(0, 2).join('|') ?? null,
      lag,
      pending,
      retrying,
    })),
  };
}

const iso = (at: number): string => new Date(at).toISOString();
