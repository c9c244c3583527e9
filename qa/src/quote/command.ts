/** `pnpm qa quote`: what other rules would have made of the orders of a recording. It looks at no system, and changes nothing. */

import { couponCode } from '@quickmart/contracts/pricing/shapes';
import { currency } from '@quickmart/contracts/shapes';
import type { Rules } from '@quickmart/pricing';
import { Command, InvalidArgumentError } from 'commander';
import { Failure, UsageFailure } from '../failure.ts';
import { list, type Moment, moment } from '../options.ts';
import { openProgress } from '../progress.ts';
import type { Header } from '../record/format.ts';
import { readHeader } from '../record/read.ts';
import { assertWhole } from '../record/write.ts';
import { dataDefault } from '../run.ts';
import { print } from '../target.ts';
import { withAddresses } from './addresses.ts';
import { Book } from './book.ts';
import { rememberedMax } from './limit.ts';
import { notesOf } from './notes.ts';
import { Quoting } from './quoting.ts';
import { cancelledOrders, knowsFirstOrders, quoteAll } from './read.ts';
import { readRules } from './rules-file.ts';
import { textOf } from './text.ts';

type Options = {
  replay: string;
  rules?: string;
  from?: Moment;
  to?: Moment;
  currency?: string;
  coupon?: string[];
  automaticOnly: boolean;
  data: string;
  json: boolean;
};

const help = `
Every order is quoted at the time when it was placed, with the products and prices of then: its lines, its coupons, and its
address and shipping method where it has them. Beside it stands what it was charged. Days are UTC.

The rules: a file in YAML or JSON with promotions, taxRates, shippingMethods and priceLists, each as POST or PUT of the
pricing service take them; a promotion has its coupons in \`coupons\`. A kind that is left out is as in the recording, and
so are all of them without --rules: then there is no difference where orders were priced by rules, which checks this command.

An order that was cancelled is left out. The limits of coupons count from the first order that is quoted. Addresses are sealed:
they open with the keys of the system (KEYS_URL, or in --data); without them an order has no shipping and no taxes, and
the outcome says so. Customers are in no group, and orders come by no channel.

The recording may be of any length. Remembered are products, rules, coupons, customers where a promotion is for first orders,
and cancelled orders: at most ${rememberedMax} in all.

Exit codes: 0 done, 1 there is nothing to quote, 2 wrong rules, a wrong recording or bad usage

Examples
  pnpm qa quote --replay day.ndjson --rules tomorrow.yaml
  pnpm qa quote --replay day.ndjson                             # by its own rules: no difference
  pnpm qa quote --replay day.ndjson --rules tomorrow.yaml --from 2026-11-20 --currency EUR --json
  pnpm qa quote --replay day.ndjson --rules tomorrow.yaml --coupon WINTER   # as if every order had the code`;

export const quoteCommand = (): Command =>
  new Command('quote')
    .description('what other rules would have made of the orders of a recording, in money')
    .requiredOption('--replay <file>', 'the recording')
    .option('--rules <file>', 'YAML or JSON (default: the rules as they are in the recording)')
    .option('--from <time>', 'only orders from this time on, or since a span ago (15m)', moment)
    .option('--to <time>', 'only orders until this time', moment)
    .option('--currency <code>', 'only orders in this currency', shaped(currency))
    .option('--coupon <code>', 'suppose that every order had it; may be repeated', list(shaped(couponCode)))
    .option('--automatic-only', 'without the coupons of the orders', false)
    .option('--data <dir>', 'the data directory of the system, for its keys', dataDefault)
    .option('--json', 'the outcome as JSON on stdout', false)
    .addHelpText('after', help)
    .action(quoteRecording);

async function quoteRecording(options: Options): Promise<void> {
  const instead = options.rules === undefined ? {} : readRules(options.rules);
  const header = await readHeader(options.replay);
  const progress = openProgress(process.stderr);
  const outcome = await outcomeOf(options, instead, header, progress).finally(progress.stop);
  print(options, outcome, textOf(outcome));
  process.exitCode = outcome.orders > 0 ? 0 : 1;
}

async function outcomeOf(
  { replay, from, to, data, coupon, ...options }: Options,
  instead: Partial<Rules>,
  header: Header,
  progress: ReturnType<typeof openProgress>,
) {
  progress.start('checking the recording', 0);
  await assertWhole(replay, header).catch(asUsage);
  progress.start('looking for cancelled orders', 0);
  const cancelled = await cancelledOrders(replay);
  const book = new Book(instead);
  const knowsCustomers = instead.promotions?.some(isForFirstOrders) ?? (await knowsFirstOrders(replay));
  progress.start('quoting orders', 0);
  return await withAddresses(data, async (openAddress) => {
    const terms = { book, openAddress, cancelled, knowsCustomers, ...options };
    const span = { from: from?.(), to: to?.() };
    const quoting = new Quoting({ ...terms, ...span, coupons: coupon });
    await quoteAll(replay, quoting, progress.tick);
    return {
      ...quoting.sums.outcome(),
      cancelled: quoting.cancelled,
      notes: notesOf(quoting, book, instead, header),
    };
  });
}

const isForFirstOrders = ({ conditions }: Rules['promotions'][number]): boolean =>
  conditions.some(({ type }) => type === 'first-order');

function shaped(shape: typeof currency | typeof couponCode) {
  return (text: string): string => {
    const parsed = shape.safeParse(text);
    if (parsed.success) return parsed.data;
    throw new InvalidArgumentError(parsed.error.issues[0]?.message ?? 'it is not understood');
  };
}

/** To this command, a recording that was changed is a wrong input. */
function asUsage(error: unknown): never {
  throw error instanceof Failure ? new UsageFailure(error.message) : error;
}
