/** `pnpm qa tail`: the events of the log, and those that come. */
import { setTimeout as sleep } from 'node:timers/promises';
import { type LogEntry, type Logged, logged, type Place, readCategory, readHead } from '@quickmart/streams';
import type { Command } from 'commander';
import { merged } from '../bounds.ts';
import { jsonOf, lineOf } from '../logged.ts';
import { category, list, type Moment, moment, whole } from '../options.ts';
import { categories } from '../services.ts';
import { type SystemOptions, systemCommand, type Target, withTarget } from '../target.ts';

type Options = SystemOptions & {
  last: number;
  since?: Moment;
  follow: boolean;
  type?: string[];
  aggregate?: string;
  correlation?: string;
};

const pollMs = 200;
const help = `
Events come in the order of their times, those of a category in their own order. Filters are joined by "and"; --type may be
repeated, and matches a part of the name. With --json it is a line of JSON per event.

Examples
  pnpm qa tail                                   # everything, from the last ten events of each category on
  pnpm qa tail order inventory --type Reserv     # reservations only
  pnpm qa tail --since 15m --no-follow --json    # the last quarter of an hour as NDJSON, then end
  pnpm qa tail --correlation 01a1fd5f-c748-706e-b085-2688268bf666`;

export const tailCommand = (): Command =>
  systemCommand('tail', 'follow the events of one or more categories', help)
    .argument('[category...]', 'product, inventory, order … (default: all)', list(category))
    .option('--last <n>', 'begin this many events before the end of each category', whole(0, 1_000_000), 10)
    .option('--since <when>', 'begin at a time, or a span ago (15m), instead', moment)
    .option('--no-follow', 'end at the end of the log')
    .option('--type <name>', 'only event types with this in their name', list(String))
    .option('--aggregate <id>', 'only events of this aggregate')
    .option('--correlation <id>', 'only events of this request')
    .action((chosen: string[], options: Options) =>
      withTarget(options, (target) => tail(chosen.length > 0 ? chosen : categories, options, target)),
    );

async function tail(chosen: readonly string[], options: Options, target: Target): Promise<void> {
  const reached = new Map<string, Place>();
  for (const name of chosen) reached.set(name, await beginning(name, options, target));
  const wanted = filterOf(options);
  for (;;) {
    for await (const entry of merged(chosen.map((name) => newOf(name, reached, target)))) {
      const event = logged(entry);
      if (wanted(event)) show(event);
    }
    if (!options.follow) return;
    await sleep(pollMs);
  }
  function show(event: Logged): void {
    process.stdout.write(`${options.json ? JSON.stringify(jsonOf(event)) : lineOf(event)}\n`);
  }
}

async function beginning(name: string, { last, since }: Options, { redis }: Target): Promise<Place> {
  const head = await readHead(redis, name);
  if (head === undefined || since !== undefined) return { epoch: 0, pos: 0 };
  return { epoch: head.epoch, pos: Math.max(0, head.pos - last) };
}

async function* newOf(
  name: string,
  reached: Map<string, Place>,
  { redis }: Target,
): AsyncGenerator<LogEntry[]> {
  for await (const page of readCategory(redis, name, { after: reached.get(name) })) {
    reached.set(name, page.at(-1)!);
    yield page;
  }
}

function filterOf({ type, aggregate, correlation, since }: Options): (event: Logged) => boolean {
  const from = since?.();
  return (event) => {
    if ('unreadable' in event) return [type, aggregate, correlation].every((filter) => filter === undefined);
    if (type !== undefined && !type.some((part) => event.eventType.includes(part))) return false;
    if (aggregate !== undefined && event.aggregateId !== aggregate) return false;
    if (correlation !== undefined && event.meta.correlationId !== correlation) return false;
    return from === undefined || event.at >= from;
  };
}
