/** `pnpm qa retail`: its options, its help, and what it is wired of. */
import { randomUUID } from 'node:crypto';
import { Command, InvalidArgumentError } from 'commander';
import { Failure, SilentServiceFailure } from '../failure.ts';
import { assertAlive, persistentClient } from '../http.ts';
import { url, whole } from '../options.ts';
import { openProgress } from '../progress.ts';
import { serviceUrl } from '../target.ts';
import { refusalReasons } from './line.ts';
import { parseLedger } from './parse.ts';
import { type RetailFile, readFiles } from './read.ts';
import { reportOf, textOf } from './report.ts';
import { runRetail, type Services } from './run.ts';

type Options = {
  product: string;
  inventory: string;
  order: string;
  concurrency: number;
  limit?: number;
  timeout: number;
  refuseGuests: boolean;
  run?: string;
  state: string;
  json: boolean;
  dryRun: boolean;
};

const help = `
What it does
  Imports a product for every SKU that is sold (a product that exists already is fine), waits until each has stock,
  places every invoice as one order, waits until each is confirmed or cancelled, then compares the stock of every
  product with what follows from the orders. Nobody else may trade these products meanwhile.

  A sale without a customer took its units off the shelf all the same, and the longest invoices are such sales; so it
  is sold to a guest of its own, customer guest-<invoice>. With --refuse-guests its lines are refused instead.
  A product costs the first positive price that the files have for it, in pence. SKUs are case-sensitive.

  A C invoice cancels the same customer's latest earlier order with just its units of every SKU. It acts when every
  order before it is final, and the orders after it wait until its units are free again. One that matches a part of an
  order, or none, is counted and has no effect.

Lines are refused for the first of these reasons that applies
${Object.entries(refusalReasons)
  .map(([reason, words]) => `  ${reason.padEnd(22)} ${words}`)
  .join('\n')}

A service may be killed and started again in the middle: requests are repeated for --timeout seconds, and an
Idempotency-Key made of run, file content and invoice keeps that from having a second effect. When this tool itself
was stopped, repeat the command with --run <id>, which it prints first.

Exit codes
  0 everything as it must be   1 stock differs, or an order was refused or is of unknown outcome
  2 bad usage or a file that cannot be read   3 a service does not answer

Examples
  pnpm qa retail data/2010-12-01.csv --dry-run
  pnpm qa retail data/*.csv --concurrency 32
  pnpm qa retail data/2010-12-01.csv --limit 20 --json > report.json
  pnpm qa retail data/2010-12-01.csv --run 5d3c2a1b      # go on with a run that was stopped`;

export function retailCommand(): Command {
  return new Command('retail')
    .description('replay Online Retail files as orders and reconcile the stock')
    .argument('<file.csv...>', 'files in the Online Retail format, in the order to replay them')
    .option('--product <url>', 'the product service', url, serviceUrl('product'))
    .option('--inventory <url>', 'the inventory service', url, serviceUrl('inventory'))
    .option('--order <url>', 'the order service', url, serviceUrl('order'))
    .option('--concurrency <n>', 'requests and orders under way at once', whole(1, 1000), 16)
    .option('--limit <n>', 'the first n invoices only', whole(1, Number.MAX_SAFE_INTEGER))
    .option(
      '--timeout <s>',
      'how long a request is repeated, and an order may take to be final',
      whole(1, 86_400),
      60,
    )
    .option('--refuse-guests', 'refuse lines without a customer (missing-customer)', false)
    .option('--run <id>', 'name of this run; the same again resumes it', runId)
    .option('--state <dir>', 'where a run keeps the stock it began with', '.data/qa')
    .option('--json', 'the report as JSON on stdout', false)
    .option('--dry-run', 'read the files and report, send nothing', false)
    .addHelpText('after', help)
    .action(retail);
}

async function retail(paths: string[], options: Options): Promise<void> {
  const files = await readFiles(paths);
  const { refuseGuests, limit } = options;
  const ledger = parseLedger(files, { refuseGuests, ...(limit !== undefined && { invoicesMax: limit }) });
  const run = options.run ?? randomUUID().slice(0, 8);
  const result = options.dryRun ? undefined : await replay(ledger, files, run, options);
  const report = reportOf(ledger, run, result);
  process.stdout.write(`${options.json ? JSON.stringify(report, null, 2) : textOf(report)}\n`);
  process.exitCode = report.ok ? 0 : 1;
}

async function replay(
  ledger: ReturnType<typeof parseLedger>,
  files: readonly RetailFile[],
  run: string,
  options: Options,
) {
  const { concurrency, timeout, state: stateDir, refuseGuests, limit } = options;
  const abort = new AbortController();
  const progress = openProgress(process.stderr);
  const input = JSON.stringify({ files: files.map(({ digest }) => digest), refuseGuests, limit });
  process.stderr.write(`run ${run}: --run ${run} resumes it\n`);
  try {
    const services = connect(options, abort.signal, (service, cause) =>
      progress.note(`${service}: ${cause}`),
    );
    const runOptions = { run, stateDir, input, concurrency, timeoutMs: timeout * 1000 };
    return await runRetail(ledger, runOptions, services, progress, abort);
  } catch (error) {
    if (error instanceof SilentServiceFailure) throw error.resumable(run);
    throw error instanceof Failure ? error : new Failure('an answer was not understood', { cause: error });
  }
}

function connect(
  options: Options,
  signal: AbortSignal,
  onRetry: (service: string, cause: string) => void,
): Services {
  const http = { budgetMs: options.timeout * 1000, signal, onRetry };
  return {
    // An import takes as long as it takes.
    product: persistentClient('product', options.product, { ...http, attemptMs: http.budgetMs }),
    inventory: persistentClient('inventory', options.inventory, http),
    order: persistentClient('order', options.order, http),
    alive: async () => {
      for (const name of names) await assertAlive(name, options[name], http);
    },
  };
}
const names = ['product', 'inventory', 'order'] as const;

function runId(text: string): string {
  if (!/^[A-Za-z0-9_-]{1,64}$/.test(text))
    throw new InvalidArgumentError('letters, digits, dash, underscore');
  return text;
}
