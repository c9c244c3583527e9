/** `pnpm qa rewind`: a group gets events again, as after a crash before they were acknowledged. */
import {
  comparePositions,
  isOfReadModels,
  keys,
  type Place,
  parsePosition,
  readHead,
  readPartition,
} from '@quickmart/streams';
import { type Command, InvalidArgumentError } from 'commander';
import { assertAllowed } from './allowed.ts';
import { atOf } from './bounds.ts';
import { Failure, UsageFailure } from './failure.ts';
import { deliveredTo, groupsOf } from './look/groups.ts';
import { category, type Moment, moment } from './options.ts';
import { openProgress } from './progress.ts';
import { print, type Target, type WriteOptions, withTarget, writeCommand } from './target.ts';

type Group = { category: string; group: string };
type To<At> = { first: true } | { at: At } | { position: NonNullable<ReturnType<typeof parsePosition>> };
type Options = WriteOptions & { to: To<Moment>; host?: string };
/** `after`: what comes after it is delivered again. */
type Rewound = { partition: number; after: string; events: number };

const help = `
Events after the place are delivered again, also while the service runs. A reaction that has had its effect finds that out and
does nothing (an idempotency key is kept for 24 h; older effects are found by the state of the aggregate). Use it to see that
this holds, or to handle events again after a defect was fixed. Read models are not rewound: they keep their own place, with
their rows; \`pnpm qa rebuild\` builds them from the first event on.

Without --yes it only says what would be delivered. On a Redis that is not on this machine nothing is done, unless --host
names it; a port that is forwarded to another machine looks like one of this machine.

Examples
  pnpm qa rewind order/inventory --to 15m               # what has come in the last quarter of an hour
  pnpm qa rewind order/inventory --to order.3@1-42 --yes    # this event, and those after it in its partition
  pnpm qa rewind order/inventory --to first --yes       # everything`;

export const rewindCommand = (): Command =>
  writeCommand('rewind', 'let a group have events again, from a place on', help)
    .argument('<group>', '<category>/<group>', groupRef)
    .requiredOption('--to <place>', 'first, a position, a time, or a span ago (15m)', place)
    .option('--host <name>', 'the host of a Redis that is not on this machine')
    .action((group: Group, options: Options) =>
      withTarget(options, async (target) => {
        const rewound = await rewind(group, options, target);
        print(options, rewound, textOf(group, rewound, options.yes));
      }),
    );

async function rewind(
  { category: name, group }: Group,
  options: Options,
  target: Target,
): Promise<Rewound[]> {
  const { redis } = target;
  if (isOfReadModels(group))
    throw new UsageFailure(`${group} keeps its own place, with its rows: \`pnpm qa rebuild\` builds it anew`);
  if (!(await groupsOf(redis, name)).includes(group))
    throw new Failure(`${name} has no group ${group}: \`pnpm qa groups\` shows which it has`);
  if ('position' in options.to && options.to.position.category !== name)
    throw new UsageFailure(`the position is one of ${options.to.position.category}, the group reads ${name}`);
  if (options.yes) assertAllowed(target, options.host);
  const to = 'at' in options.to ? { at: options.to.at() } : options.to;
  const progress = openProgress(process.stderr);
  progress.start('rewinding', 0);
  const rewound: Rewound[] = [];
  try {
    const partitions = (await readHead(redis, name))?.partitions ?? 0;
    for (let partition = 0; partition < partitions; partition++) {
      const found = await placeIn({ redis, name, group, partition, to }, progress.tick);
      if (found === undefined) continue;
      rewound.push(found);
      if (options.yes) await redis.xgroup('SETID', keys.events(name, partition), group, found.after);
    }
    return rewound;
  } finally {
    progress.stop();
  }
}

type Where = { redis: Target['redis']; name: string; group: string; partition: number; to: To<number> };

/** Undefined where nothing would come again. */
async function placeIn(
  { redis, name, group, partition, to }: Where,
  tick: (count: number) => void,
): Promise<Rewound | undefined> {
  if ('position' in to && to.position.partition !== partition) return undefined;
  const delivered = await deliveredTo(redis, keys.events(name, partition), group);
  let first: Place | undefined;
  let events = 0;
  for await (const page of readPartition(redis, name, partition, { upTo: delivered })) {
    for (const entry of page) {
      if (first === undefined && !('first' in to)) {
        const isIn = 'at' in to ? atOf(entry) >= to.at : comparePositions(entry, to.position) >= 0;
        if (!isIn) continue;
      }
      first ??= entry;
      events++;
    }
    tick(page.length);
  }
  return first && { partition, after: `${first.epoch}-${first.pos - 1}`, events };
}

function textOf({ category: name, group }: Group, rewound: readonly Rewound[], isDone: boolean): string {
  if (rewound.length === 0) return 'nothing comes after that place that the group has had';
  const lines = rewound.map(
    ({ partition, after, events }) => `  ${name}.${partition}: ${events} events after ${after}`,
  );
  const said = isDone ? `${name}/${group} gets again` : `${name}/${group} would get again; --yes does it`;
  return [said, ...lines].join('\n');
}

function groupRef(text: string): Group {
  const [name = '', group, more] = text.split('/');
  if (!group || more !== undefined) throw new InvalidArgumentError('<category>/<group>');
  return { category: category(name), group };
}

function place(text: string): To<Moment> {
  if (text === 'first') return { first: true };
  const position = parsePosition(text);
  return position ? { position } : { at: moment(text) };
}
