/** `pnpm bench`: every number beside its floor or its peers, measured in one run, interleaved, as medians. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { fileURLToPath } from 'node:url';
import { type Kind, kinds } from '@quickmart/streams/testing';
import { Command, Option } from 'commander';
import { addSample, type Bar, barRows, brief, type Samples, sampleRows } from './bars.ts';
import { bars as cartBars, runCarts } from './carts.ts';
import { bars as eventBars, runEvents } from './events.ts';
import { bars as floodBars, runFlood } from './flood.ts';
import { bars as gatewayBars, runGateway } from './gateway.ts';
import { httpCreate } from './http-create.ts';
import { runInstances, showRow } from './instances.ts';
import { bar as checkoutBar, checkouts } from './orders/checkouts.ts';
import { flashSale, bar as saleBar } from './orders/flash-sale.ts';
import { mixed, bar as mixedBar } from './orders/mixed.ts';
import { showOutcome } from './orders/shop.ts';
import { postToStock } from './post-to-stock.ts';
import { type Form, forms, workersOf } from './processes.ts';
import { bars as readModelBars } from './read-models/bars.ts';
import { runReadModels } from './read-models/run.ts';
import { runScale, tablesOf } from './scale/run.ts';
import { runSearch, bars as searchBars } from './search.ts';
import { bars as streamBars } from './streams/bars.ts';
import { runStreams } from './streams/run.ts';
import { runTracing, bars as tracingBars } from './tracing.ts';

type Options = { rounds: number; quick?: boolean };
type HttpOptions = Options & { seconds?: number; count?: number };
type StreamsOptions = Options & { only?: string };
type OrdersOptions = Options & { form: Form[]; redis: Kind; services?: string[] };

const folder = fileURLToPath(new URL('../results', import.meta.url));
const say = (line: string) => process.stderr.write(`${line}\n`);

function formOption(): Option {
  const text = `processes of the services: ${forms.join(', ')}; several, separated by commas, are measured in turn`;
  const parse = (value: string) => value.split(',') as Form[];
  return new Option('--form <form>', text).argParser(parse).default(['split'] as Form[], 'split');
}

const redisOption = () =>
  new Option('--redis <kind>', 'what Redis is made of').choices(kinds).default('standalone');

const program = new Command('bench')
  .description('Measures QuickMart on this machine. Results: tables on stdout, JSON in bench/results/.')
  .option('--rounds <n>', 'fresh processes per system; the median of the rounds counts', Number, 5)
  .option('--quick', 'small numbers: to see that it works, not to report')
  .action(async (options: Options) => {
    await http(options);
    await streams(options);
    await readModels(options);
  })
  .addHelpText(
    'after',
    '\nExamples:\n  pnpm bench\n  pnpm bench streams --rounds 1 --quick\n  pnpm bench streams --only drain',
  );

program
  .command('http')
  .description('the services over HTTP, beside a bare Hono route and a bare Redis chain')
  .option('--seconds <n>', 'load per round of HTTP create', Number)
  .option('--count <n>', 'products per round of POST to stock', Number)
  .action((_, command: Command) => http(command.optsWithGlobals<HttpOptions>()));
program
  .command('streams')
  .description('the event store and the consumers, beside BullMQ, moleculer-channels and plain ioredis')
  .option('--only <name>', 'drain, latency, appends, sealing or memory')
  .action((_, command: Command) => streams(command.optsWithGlobals<StreamsOptions>()));
program
  .command('flash-sale')
  .description('2,000 orders of 200 clients for one product with a stock of 100')
  .addOption(formOption())
  .addOption(redisOption())
  .option('--services <names>', 'those that run, separated by commas (default: all)', (names) =>
    names.split(','),
  )
  .action((_, command: Command) => sale(command.optsWithGlobals<OrdersOptions>()));
program
  .command('mixed')
  .description('10,000 orders over 1,000 products at 200 orders/s')
  .addOption(formOption())
  .addOption(redisOption())
  .action((_, command: Command) => business(command.optsWithGlobals<OrdersOptions>()));
program
  .command('checkouts')
  .description('3,000 carts are checked out at 100/s, with all services: until their orders are confirmed')
  .addOption(formOption())
  .action((_, command: Command) => checkout(command.optsWithGlobals<OrdersOptions>()));
program
  .command('scale')
  .description(
    'what an order costs, what 100, 1,000 and 10,000 orders a second need, and how well that is foretold',
  )
  .action((_, command: Command) => scale(command.optsWithGlobals<Options>()));
program
  .command('gateway')
  .description('the same requests straight to a service and through the gateway, in turn')
  .action((_, command: Command) => gateway(command.optsWithGlobals<Options>()));
program
  .command('instances')
  .description(
    'one, two and four gateways, and as many processes of a service: rates, efficiency, and where it ends',
  )
  .action((_, command: Command) => instances(command.optsWithGlobals<Options>()));
program
  .command('flood')
  .description('a flood of logins beside orders')
  .action((_, command: Command) => flood(command.optsWithGlobals<Options>()));
program
  .command('events')
  .description('live updates: 500 readers of one gateway while orders come')
  .action((_, command: Command) => events(command.optsWithGlobals<Options>()));
program
  .command('tracing')
  .description('orders without traces, and with traces of 1 in 10, in turn')
  .action((_, command: Command) => tracing(command.optsWithGlobals<Options>()));
program
  .command('search')
  .description('a million events, found by position, aggregate, event and request')
  .action((_, command: Command) => search(command.optsWithGlobals<Options>()));
program
  .command('carts')
  .description('a cart is read and changed, one request after the other')
  .action((_, command: Command) => carts(command.optsWithGlobals<Options>()));
program
  .command('read-models')
  .description('rebuilding read models, beside row by row; their lag, memory and lists of a million rows')
  .option('--only <name>', 'build (SQLite), sqlserver (where SQLSERVER_TEST_URL is set), lag or million')
  .action((_, command: Command) => readModels(command.optsWithGlobals<StreamsOptions>()));

await program.parseAsync();

async function http({ rounds, quick = false, ...given }: HttpOptions): Promise<void> {
  const { seconds = quick ? 1 : 5, count = quick ? 50 : 300 } = given;
  const samples: Samples = new Map();
  const measurements = {
    'create, floor': () => httpCreate('floor', seconds),
    create: () => httpCreate('product', seconds),
    'post to stock, floor': () => postToStock(['floor'], count),
    'post to stock': () => postToStock(['product', 'inventory'], count),
  };
  for (let round = 1; round <= rounds; round++)
    for (const [name, measure] of Object.entries(measurements)) {
      const sample = await measure();
      addSample(samples, name, sample);
      say(`  round ${round}/${rounds}: ${name}: ${brief(sample)}`);
    }
  const compared = [
    ['create', 'perSecond', 'HTTP create, per second'],
    ['create', 'peakMiB', 'peak memory, MiB'],
    ['post to stock', 'p50', 'POST to stock, p50, ms'],
    ['post to stock', 'p99', 'POST to stock, p99, ms'],
  ] as const;
  const rows = compared.map(
    ([name, metric, what]): Bar => ({
      what,
      ours: [name, metric],
      peer: [`${name}, floor`, metric],
      digits: 1,
    }),
  );
  report('http', rows, samples, { rounds, quick });
}

async function streams({ rounds, quick = false, only }: StreamsOptions): Promise<void> {
  say('streams');
  const samples = await runStreams({ rounds, quick, only }, say);
  report('streams', streamBars, samples, { rounds, quick });
}

async function sale({ rounds, quick = false, form, redis, services }: OrdersOptions): Promise<void> {
  const outcomes = [];
  for (let round = 1; round <= rounds; round++)
    for (const one of form) {
      say(`flash sale ${round}/${rounds}, ${one}`);
      outcomes.push({ form: one, ...(await flashSale(quick ? 400 : 2000, 200, one, redis, services)) });
    }
  const alone = outcomes.find((one) => one.form === 'roles')?.perSecond;
  const rows = outcomes.map(({ form, ...outcome }) => ({
    ...showOutcome(form, outcome),
    // The rate with n workers, of n times the rate with one.
    efficiency:
      alone && form.startsWith('roles') ? (outcome.perSecond / alone / workersOf(form)).toFixed(2) : '',
  }));
  console.table(rows);
  write('flash-sale', { quick, redis, services, bar: saleBar, outcomes });
}

async function business({ quick = false, form, redis }: OrdersOptions): Promise<void> {
  const outcomes = [];
  for (const one of form) {
    say(`mixed, ${one}`);
    outcomes.push({ form: one, ...(await mixed(quick ? 1000 : 10_000, quick ? 100 : 1000, one, redis)) });
  }
  console.table(outcomes.map(({ form, ...outcome }) => showOutcome(form, outcome)));
  write('mixed', { quick, redis, bar: mixedBar, outcomes });
}

async function scale({ quick = false }: Options): Promise<void> {
  say('scale');
  const outcome = await runScale(quick, say);
  for (const table of tablesOf(outcome)) console.table(table);
  write('scale', { quick, ...outcome });
}

async function checkout({ quick = false, form }: OrdersOptions): Promise<void> {
  const outcomes = [];
  for (const one of form) {
    say(`checkouts, ${one}`);
    outcomes.push({ form: one, ...(await checkouts(quick ? 300 : 3_000, quick ? 100 : 1000, one)) });
  }
  console.table(outcomes.map(({ form, ...outcome }) => showOutcome(form, outcome)));
  write('checkouts', { quick, bar: checkoutBar, outcomes });
}

async function gateway({ rounds, quick = false }: Options): Promise<void> {
  say('gateway');
  const samples = await runGateway({ rounds, seconds: quick ? 2 : 5, requests: quick ? 200 : 1000 }, say);
  report('gateway', gatewayBars, samples, { rounds, quick });
}

async function instances({ rounds, quick = false }: Options): Promise<void> {
  say('instances');
  const rows = await runInstances({ rounds, seconds: quick ? 2 : 5 }, say);
  console.table(rows.map(showRow));
  write('instances', { rounds, quick, rows });
}

async function flood({ rounds, quick = false }: Options): Promise<void> {
  say('flood');
  const samples = await runFlood({ rounds, seconds: quick ? 2 : 10 }, say);
  report('flood', floodBars, samples, { rounds, quick });
}

async function events({ rounds, quick = false }: Options): Promise<void> {
  say('events');
  const samples = await runEvents({ rounds, seconds: quick ? 5 : 20 }, say);
  report('events', eventBars, samples, { rounds, quick });
}

async function tracing({ rounds, quick = false }: Options): Promise<void> {
  say('tracing');
  const samples = await runTracing({ rounds, orders: quick ? 300 : 2000 }, say);
  report('tracing', tracingBars, samples, { rounds, quick });
}

async function search({ rounds, quick = false }: Options): Promise<void> {
  say('search');
  const samples = await runSearch(
    { rounds, events: quick ? 20_000 : 1_000_000, searches: quick ? 10 : 50 },
    say,
  );
  report('search', searchBars, samples, { rounds, quick });
}

async function carts({ rounds, quick = false }: Options): Promise<void> {
  say('carts');
  const samples = await runCarts({ rounds, requests: quick ? 200 : 1000 }, say);
  report('carts', cartBars, samples, { rounds, quick });
}

async function readModels({ rounds, quick = false, only }: StreamsOptions): Promise<void> {
  say('read models');
  const samples = await runReadModels({ rounds, quick, only }, say);
  report('read-models', readModelBars, samples, { rounds, quick });
}

function report(name: string, all: readonly Bar[], samples: Samples, how: object): void {
  const bars = barRows(all, samples);
  console.table(sampleRows(samples));
  console.table(bars);
  write(name, { ...how, bars, samples: Object.fromEntries(samples) });
}

function write(name: string, results: object): void {
  mkdirSync(folder, { recursive: true });
  const file = `${folder}/${new Date().toISOString().replaceAll(':', '-')}-${name}.json`;
  const machine = { node: process.version, cpus: cpus().length, model: cpus()[0]?.model };
  writeFileSync(file, `${JSON.stringify({ machine, ...results }, null, 2)}\n`);
  say(`written: ${file}`);
}
