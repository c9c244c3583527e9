/** `pnpm bench`: every number beside its floor or its peers, measured in one run, interleaved, as medians. */
import { serviceNames } from '@quickmart/service';
import { kinds } from '@quickmart/streams/testing';
import { Command, InvalidArgumentError, Option } from 'commander';
import type { Bar, Samples } from './bars.ts';
import { bars as cartBars, runCarts } from './carts.ts';
import { bars as eventBars, runEvents } from './events.ts';
import { bars as floodBars, runFlood } from './flood.ts';
import { bars as gatewayBars, runGateway } from './gateway.ts';
import { runInstances, showRow } from './instances.ts';
import { type OrdersOptions, runCheckouts, runFlashSale, runMixed } from './orders/run.ts';
import { bars as httpBars, runOverHttp } from './over-http.ts';
import { type Form, forms } from './processes.ts';
import { bars as readModelBars } from './read-models/bars.ts';
import { runReadModels } from './read-models/run.ts';
import { report, say, write } from './report.ts';
import { runScale, tablesOf } from './scale/run.ts';
import { runSearch, bars as searchBars } from './search.ts';
import { bars as streamBars } from './streams/bars.ts';
import { runStreams } from './streams/run.ts';
import { runTracing, bars as tracingBars } from './tracing.ts';

type Options = { rounds: number; quick: boolean };
type OnlyOptions = Options & { only?: string };
type HttpOptions = Options & { seconds?: number; count?: number };

const countOf = (text: string): number => {
  if (!/^[1-9]\d*$/.test(text)) throw new InvalidArgumentError('It must be a whole number from 1.');
  return Number(text);
};

/** Some of these, separated by commas. */
const someOf =
  <One extends string>(known: readonly One[]) =>
  (text: string): One[] =>
    text.split(',').map((name) => {
      const one = known.find((each) => each === name);
      if (one === undefined) throw new InvalidArgumentError(`Allowed choices are ${known.join(', ')}.`);
      return one;
    });

const formOption = () =>
  new Option(
    '--form <form>',
    `processes of the services: ${forms.join(', ')}; several, separated by commas, are measured in turn`,
  )
    .argParser(someOf(forms))
    .default(['split'] satisfies Form[], 'split');

const redisOption = () =>
  new Option('--redis <kind>', 'what Redis is made of').choices(kinds).default('standalone');

const program = new Command('bench')
  .description('Measures QuickMart on this machine. Results: tables on stdout, JSON in bench/results/.')
  .option('--rounds <n>', 'fresh processes per system; the median of the rounds counts', countOf, 5)
  .option('--quick', 'small numbers: to see that it works, not to report', false)
  .addHelpText(
    'after',
    '\nExamples:\n  pnpm bench\n  pnpm bench streams --rounds 1 --quick\n  pnpm bench streams --only drain',
  );

type Run<Given extends Options> = (given: Given) => Promise<void>;

function add<Given extends Options>(
  name: string,
  description: string,
  run: Run<Given>,
  ...options: readonly Option[]
): Run<Given> {
  const command = program.command(name).description(description);
  for (const option of options) command.addOption(option);
  command.action(() => run(command.optsWithGlobals<Given>()));
  return run;
}

/** One whose samples are compared with bars. */
const addSampled = <Given extends Options>(
  name: string,
  description: string,
  bars: readonly Bar[],
  measure: (given: Given) => Promise<Samples>,
  ...options: readonly Option[]
): Run<Given> =>
  add(
    name,
    description,
    async (given: Given) => {
      say(name);
      const { rounds, quick } = given;
      report(name, bars, await measure(given), { rounds, quick });
    },
    ...options,
  );

const http = addSampled(
  'http',
  'the services over HTTP, beside a bare Hono route and a bare Redis chain',
  httpBars,
  ({ rounds, quick, seconds = quick ? 1 : 5, count = quick ? 50 : 300 }: HttpOptions) =>
    runOverHttp({ rounds, seconds, count }, say),
  new Option('--seconds <n>', 'load per round of HTTP create').argParser(countOf),
  new Option('--count <n>', 'products per round of POST to stock').argParser(countOf),
);
const streams = addSampled(
  'streams',
  'the event store and the consumers, beside BullMQ, moleculer-channels and plain ioredis',
  streamBars,
  (given: OnlyOptions) => runStreams(given, say),
  new Option('--only <name>', 'one part').choices(['drain', 'latency', 'appends', 'sealing', 'memory']),
);
add(
  'flash-sale',
  '2,000 orders of 200 clients for one product with a stock of 100',
  (given: OrdersOptions) => runFlashSale(given),
  formOption(),
  redisOption(),
  new Option('--services <names>', 'those that run, separated by commas (default: all)').argParser(
    someOf(serviceNames()),
  ),
);
add(
  'mixed',
  '10,000 orders over 1,000 products at 200 orders/s',
  (given: OrdersOptions) => runMixed(given),
  formOption(),
  redisOption(),
);
add(
  'checkouts',
  '3,000 carts are checked out at 100/s, with all services: until their orders are confirmed',
  (given: OrdersOptions) => runCheckouts(given),
  formOption(),
);
add(
  'scale',
  'what an order costs, what 100, 1,000 and 10,000 orders a second need, and how well that is foretold',
  async ({ quick }) => {
    say('scale');
    const outcome = await runScale(quick, say);
    for (const table of tablesOf(outcome)) console.table(table);
    write('scale', { quick, ...outcome });
  },
);
addSampled(
  'gateway',
  'the same requests straight to a service and through the gateway, in turn',
  gatewayBars,
  ({ rounds, quick }) => runGateway({ rounds, seconds: quick ? 2 : 5, requests: quick ? 200 : 1000 }, say),
);
add(
  'instances',
  'one, two and four gateways, and as many processes of a service: rates, efficiency, and where it ends',
  async ({ rounds, quick }) => {
    say('instances');
    const rows = await runInstances({ rounds, seconds: quick ? 2 : 5 }, say);
    console.table(rows.map(showRow));
    write('instances', { rounds, quick, rows });
  },
);
addSampled('flood', 'a flood of logins beside orders', floodBars, ({ rounds, quick }) =>
  runFlood({ rounds, seconds: quick ? 2 : 10 }, say),
);
addSampled(
  'events',
  'live updates: 500 readers of one gateway while orders come',
  eventBars,
  ({ rounds, quick }) => runEvents({ rounds, seconds: quick ? 5 : 20 }, say),
);
addSampled(
  'tracing',
  'orders without traces, and with traces of 1 in 10, in turn',
  tracingBars,
  ({ rounds, quick }) => runTracing({ rounds, orders: quick ? 300 : 2000 }, say),
);
addSampled(
  'search',
  'a million events, found by position, aggregate, event and request',
  searchBars,
  ({ rounds, quick }) =>
    runSearch({ rounds, events: quick ? 20_000 : 1_000_000, searches: quick ? 10 : 50 }, say),
);
addSampled(
  'carts',
  'a cart is read and changed, one request after the other',
  cartBars,
  ({ rounds, quick }) => runCarts({ rounds, requests: quick ? 200 : 1000 }, say),
);
const readModels = addSampled(
  'read-models',
  'rebuilding read models, beside row by row; their lag, memory and lists of a million rows',
  readModelBars,
  (given: OnlyOptions) => runReadModels(given, say),
  new Option('--only <name>', 'one part; build is on SQLite, sqlserver needs SQLSERVER_TEST_URL').choices([
    'build',
    'sqlserver',
    'lag',
    'million',
  ]),
);

program.action(async () => {
  for (const run of [http, streams, readModels]) await run(program.opts<Options>());
});

await program.parseAsync();
