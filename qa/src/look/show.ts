/** `pnpm qa show`: the history of an aggregate, with its state after each event. */
import { registry } from '@quickmart/contracts/registry';
import { type Change, changesOf, type Step, stepsOf } from '@quickmart/service';
import { logged, type Position, parsePosition, readAggregate, readEntries } from '@quickmart/streams';
import type { Command } from 'commander';
import { Failure } from '../failure.ts';
import { clock, jsonOf, shortened } from '../logged.ts';
import { aggregates, categories } from '../services.ts';
import { print, type SystemOptions, systemCommand, type Target, withTarget } from '../target.ts';

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
const allOfThem = 1_000_000;

/** Undefined for a category that does not have it. */
export const historiesIn = (names: readonly string[], id: string, redis: Redis) =>
  Promise.all(names.map((name) => historyOf(name, id, redis)));

async function historyUpTo(position: Position, redis: Redis): Promise<History | undefined> {
  const { category, partition, epoch, pos } = position;
  const [entry] = await readEntries(redis, category, partition, [`${epoch}-${pos}`]);
  const event = entry && logged(entry);
  if (event === undefined) return undefined;
  if ('unreadable' in event) return { category, aggregateId: '', steps: [{ event, state: undefined }] };
  const history = await historyOf(category, event.aggregateId, redis);
  const end = history?.steps.findIndex((step) => step.event.position === event.position) ?? -1;
  return history && { ...history, steps: history.steps.slice(0, end + 1) };
}

async function historyOf(category: string, aggregateId: string, redis: Redis): Promise<History | undefined> {
  const { entries } = await readAggregate(redis, category, aggregateId, { limit: allOfThem });
  if (entries.length === 0) return undefined;
  const own = aggregates.filter((one) => one.category === category);
  return { category, aggregateId, steps: stepsOf(entries, own, registry) };
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
  const changes = changesOf(before, state).map((change) => `      ${lineOfChange(change)}`);
  const head = `  v${version} ${new Date(at).toISOString().slice(0, 10)} ${clock(at)} ${position} ${eventType}`;
  return [head, `      data ${shortened(data)}`, ...said, ...changes];
}

/** `status: "pending" → "confirmed"` */
const lineOfChange = ({ path, before, after }: Change): string =>
  before === undefined
    ? `${path}: ${shortened(after)}`
    : `${path}: ${shortened(before, 60)} → ${shortened(after)}`;
