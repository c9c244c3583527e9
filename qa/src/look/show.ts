/** `pnpm qa show`: the history of an aggregate, with its state after each event. */
import { isDeepStrictEqual } from 'node:util';
import { registry } from '@quickmart/contracts/registry';
import {
  decodeEvent,
  type Entry,
  evolve,
  keys,
  type LogEntry,
  type Position,
  parsePosition,
  partitionOf,
  rawEvent,
  readHead,
} from '@quickmart/streams';
import type { Command } from 'commander';
import { Failure } from '../failure.ts';
import { clock, jsonOf, type Logged, logged, shortened } from '../logged.ts';
import { aggregateOf, categories } from '../services.ts';
import { print, type SystemOptions, systemCommand, type Target, withTarget } from '../target.ts';

type Step = { event: Logged; state: unknown; problem?: string };
export type History = { category: string; aggregateId: string; steps: Step[] };

const help = `
An id that several categories know (an order and its reservation have one) is shown in each of them. With a position,
the history ends there. The state is folded by the service's own code, as it is in this checkout.

Examples
  pnpm qa show 01a1fd5f-c748-706e-b085-2688268bf666
  pnpm qa show order.3@1-42
  pnpm qa show 01a1fd5f-c748-706e-b085-2688268bf666 --json`;

export const showCommand = (): Command =>
  systemCommand('show', 'the history of an aggregate, with the state after each event', help)
    .argument('<position|aggregate>', 'a place in the log, or the id of an aggregate')
    .action((what: string, options: SystemOptions) =>
      withTarget(options, async (target) => {
        const histories = await historiesOf(what, target);
        const json = histories.map(({ steps, ...rest }) => ({
          ...rest,
          steps: steps.map((step) => ({ ...step, event: jsonOf(step.event) })),
        }));
        print(options, json, textOf(histories));
      }),
    );

/** Throws a {@link Failure} where nothing is found. */
export async function historiesOf(what: string, { redis }: Target): Promise<History[]> {
  const position = parsePosition(what);
  const found = position ? [await historyUpTo(position, redis)] : await historiesIn(categories, what, redis);
  const histories = found.filter((history) => history !== undefined);
  if (histories.length > 0) return histories;
  throw new Failure(
    position
      ? `nothing stands at ${what}`
      : `no category (${categories.join(', ')}) has an aggregate ${what}`,
  );
}

type Redis = Target['redis'];

/** Undefined for a category that does not have it. */
export const historiesIn = (names: readonly string[], id: string, redis: Redis) =>
  Promise.all(names.map((name) => historyOf(name, id, redis)));

async function historyUpTo(position: Position, redis: Redis): Promise<History | undefined> {
  const { category, partition, epoch, pos } = position;
  const [entry] = await entriesAt(redis, category, partition, [`${epoch}-${pos}`]);
  const event = entry && logged(entry);
  if (event === undefined) return undefined;
  if ('unreadable' in event) return { category, aggregateId: '', steps: [{ event, state: undefined }] };
  const history = await historyOf(category, event.aggregateId, redis);
  const end = history?.steps.findIndex((step) => step.event.position === event.position) ?? -1;
  return history && { ...history, steps: history.steps.slice(0, end + 1) };
}

async function historyOf(category: string, aggregateId: string, redis: Redis): Promise<History | undefined> {
  const head = await readHead(redis, category);
  const ids = head ? await redis.lrange(keys.index(category, aggregateId), 0, -1) : [];
  if (head === undefined || ids.length === 0) return undefined;
  const entries = await entriesAt(redis, category, partitionOf(aggregateId, head.partitions), ids);
  return { category, aggregateId, steps: fold(entries) };
}

async function entriesAt(
  redis: Redis,
  category: string,
  partition: number,
  ids: string[],
): Promise<LogEntry[]> {
  const stream = keys.events(category, partition);
  const read = (await Promise.all(ids.map((id) => redis.xrange(stream, id, id)))) as Entry[][];
  return read.flat().map((entry) => {
    const [epoch, pos] = entry[0].split('-').map(Number) as [number, number];
    return { category, partition, epoch, pos, entry };
  });
}

function fold(entries: readonly LogEntry[]): Step[] {
  let state: unknown;
  return entries.map((entry) => {
    const event = logged(entry);
    try {
      const decoded = decodeEvent(registry, rawEvent(entry.category, entry.partition, entry.entry));
      const aggregate = aggregateOf(entry.category, decoded.eventType);
      if (aggregate === undefined) return { event, state, problem: 'no aggregate knows this type' };
      state = evolve(aggregate, state ?? aggregate.initial, decoded);
      return { event, state };
    } catch (error) {
      return { event, state, problem: (error as Error).message };
    }
  });
}

function textOf(histories: readonly History[]): string {
  return histories
    .map(({ category, aggregateId, steps }) => {
      const lines = steps.map((step, i) => textOfStep(step, steps[i - 1]?.state));
      return [`${category} ${aggregateId}, ${steps.length} events`, ...lines.flat()].join('\n');
    })
    .join('\n\n');
}

function textOfStep({ event, state, problem }: Step, before: unknown): string[] {
  const said = problem === undefined ? [] : [`      ! ${problem}`];
  if ('unreadable' in event) return [`  ${event.position} cannot be read: ${event.unreadable}`, ...said];
  const { version, at, position, eventType, data } = event;
  const changes = changesOf(before, state).map((change) => `      ${change}`);
  const head = `  v${version} ${new Date(at).toISOString().slice(0, 10)} ${clock(at)} ${position} ${eventType}`;
  return [head, `      data ${shortened(data)}`, ...said, ...changes];
}

/** `status: "pending" → "confirmed"`, for each field of the state that has changed. */
function changesOf(before: unknown, after: unknown): string[] {
  const [old, now] = [fieldsOf(before), fieldsOf(after)];
  return [...new Set([...Object.keys(old), ...Object.keys(now)])]
    .filter((field) => !isDeepStrictEqual(old[field], now[field]))
    .map((field) =>
      field in old
        ? `${field}: ${shortened(old[field], 60)} → ${shortened(now[field])}`
        : `${field}: ${shortened(now[field])}`,
    );
}

const fieldsOf = (state: unknown): Record<string, unknown> =>
  typeof state === 'object' && state !== null ? (state as Record<string, unknown>) : {};
