/** `pnpm qa find`: any event of the log, by whatever is known of it. */
import { LogSearch, logged, type SearchedBy, searchedBy } from '@quickmart/streams';
import { type Command, Option } from 'commander';
import { Failure } from '../failure.ts';
import { jsonOf, lineOf } from '../logged.ts';
import { categories } from '../services.ts';
import { print, type SystemOptions, systemCommand, type Target, withTarget } from '../target.ts';

type Options = SystemOptions & { by?: SearchedBy };

const help = `
An event id, an aggregate and a position are found at once. For a request the whole log is read, of a category the newest
10 million events; the console keeps an index for that.

Examples
  pnpm qa find order.3@1-42
  pnpm qa find 01a1fd5f-c748-706e-b085-2688268bf666 --by correlation --json`;

export const findCommand = (): Command =>
  systemCommand('find', 'find events by position, aggregate, event id or request', help)
    .argument('<position|id>', 'what is known of them')
    .addOption(
      new Option('--by <what>', 'what it is; by default whichever is found').choices([...searchedBy]),
    )
    .action((what: string, options: Options) =>
      withTarget(options, async (target) => {
        const events = await eventsCalled(what, options, target);
        print(options, events.map(jsonOf), events.map(lineOf).join('\n'));
      }),
    );

async function eventsCalled(what: string, { by }: Options, { redis }: Target) {
  const search = new LogSearch(redis, categories, Number.MAX_SAFE_INTEGER);
  let found = await search.find(what, by);
  const isWhole = found.by === 'position' || found.by === 'aggregate' || found.by === 'event';
  if (!isWhole) {
    await search.ready();
    found = await search.find(what, by);
  }
  if (found.total === 0) throw new Failure(`nothing in the log is called ${what}`);
  return found.entries.map(logged);
}
