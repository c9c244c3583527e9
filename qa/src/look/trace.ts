/** `pnpm qa trace`: everything that one request has led to, across all services, as a tree of causes. */
import { type DeadLetter, type LoggedEvent, LogSearch, logged } from '@quickmart/streams';
import type { Command } from 'commander';
import { deadLettersOf, groupsMeant } from '../dead/chosen.ts';
import { Failure } from '../failure.ts';
import { clock, jsonOf } from '../logged.ts';
import { type Moment, moment } from '../options.ts';
import { openProgress } from '../progress.ts';
import { categories } from '../services.ts';
import { print, type SystemOptions, systemCommand, type Target, withTarget } from '../target.ts';
import { historiesOf } from './show.ts';

type Dead = Pick<DeadLetter, 'id' | 'group' | 'position' | 'attempts' | 'errorMessage'> & {
  category: string;
};
export type Node = { event: LoggedEvent; dead: Dead[]; led: Node[] };
type Options = SystemOptions & { since?: Moment };

const help = `
Times are those after the first event, and after the event's cause. Dead letters stand below their event. An order or a
position stands for the request that it began with. The whole log is read, of a category the newest 10 million events; --since leaves out what
is older.

Examples
  pnpm qa trace 01a1fd5f-c748-706e-b085-2688268bf666
  pnpm qa trace order.3@1-42 --since 1h
  pnpm qa trace 01a1fd5f-c748-706e-b085-2688268bf666 --json`;

export const traceCommand = (): Command =>
  systemCommand('trace', 'what a request has led to, across all services, as a tree', help)
    .argument('<correlationId|aggregate|position>', 'the request, or something that it began')
    .option('--since <when>', 'leave out events before a time, or a span ago (1h)', moment)
    .action((what: string, options: Options) =>
      withTarget(options, async (target) => {
        const roots = await traceOf(what, options, target);
        const start = Math.min(...roots.map(({ event }) => event.at));
        const lines = roots.flatMap((root) => linesOf(root, start, root.event.at, ''));
        print(options, roots.map(jsonOfNode), lines.join('\n'));
      }),
    );

async function traceOf(
  what: string,
  { since = () => 0 }: { since?: Moment },
  target: Target,
): Promise<Node[]> {
  const correlationId = await correlationOf(what, target);
  const events = await eventsOf(correlationId, since(), target);
  if (events.length === 0) throw new Failure(`no event belongs to ${what}`);
  const deadLetters = await deadOf(new Set(events.map(({ position }) => position)), target);
  const nodes = new Map(
    events.map((event) => {
      const dead = deadLetters.filter(({ position }) => position === event.position);
      return [event.eventId, { event, dead, led: [] as Node[] }] as const;
    }),
  );
  const roots: Node[] = [];
  for (const node of nodes.values()) {
    const cause = nodes.get(node.event.meta.causationId ?? '');
    (cause === undefined || cause === node ? roots : cause.led).push(node);
  }
  return roots;
}

/** Anything that is no aggregate and no position is taken for a correlation id. */
async function correlationOf(what: string, target: Target): Promise<string> {
  const [history] = await historiesOf(what, target).catch((error: unknown) => {
    if (error instanceof Failure) return [];
    throw error;
  });
  const event = what.includes('@') ? history?.steps.at(-1)?.event : history?.steps[0]?.event;
  return (event && 'meta' in event && event.meta.correlationId) || what;
}

async function eventsOf(correlationId: string, since: number, { redis }: Target): Promise<LoggedEvent[]> {
  const search = new LogSearch(redis, categories, Number.MAX_SAFE_INTEGER);
  const progress = openProgress(process.stderr);
  progress.start('reading the log', 0);
  await search.ready().finally(progress.stop);
  const { entries } = await search.find(correlationId, 'correlation');
  return entries.flatMap((entry) => {
    const event = logged(entry);
    return 'unreadable' in event || event.at < since ? [] : [event];
  });
}

async function deadOf(positions: ReadonlySet<string>, target: Target): Promise<Dead[]> {
  const lists = (await groupsMeant(undefined, target)).map(async (ref) =>
    (await deadLettersOf(ref, target).all()).map((one) => ({ ...one, category: ref.category })),
  );
  const found = (await Promise.all(lists)).flat().filter(({ position }) => positions.has(position));
  return found.map(({ category, id, group, position, attempts, errorMessage }) => ({
    category,
    id,
    group,
    position,
    attempts,
    errorMessage,
  }));
}

const jsonOfNode = ({ event, dead, led }: Node): object => ({
  event: jsonOf(event),
  dead,
  led: led.map(jsonOfNode),
});

function linesOf({ event, dead, led }: Node, start: number, causedAt: number, indent: string): string[] {
  const { at, eventType, position, aggregateId, version } = event;
  const time = at === start ? clock(at) : `+${at - start} ms`.padEnd(12);
  const after = at === causedAt ? '' : ` (${at - causedAt} ms after its cause)`;
  return [
    `${time} ${indent}${eventType} ${position} ${aggregateId} v${version}${after}`,
    ...dead.map(
      ({ group, id, attempts, errorMessage }) =>
        `${indent}  ✗ dead letter ${id} of group ${group} after ${attempts} attempts: ${errorMessage}`,
    ),
    ...led.flatMap((child) => linesOf(child, start, at, `${indent}  `)),
  ];
}
