/** Orders by the whole shop, with its processes in one form after the other. */
import type { Kind } from '@quickmart/streams/testing';
import { type Form, workersOf } from '../processes.ts';
import { say, write } from '../report.ts';
import { checkouts, bar as checkoutsBar } from './checkouts.ts';
import { flashSale, bar as flashSaleBar } from './flash-sale.ts';
import { mixed, bar as mixedBar } from './mixed.ts';
import { type Outcome, showOutcome } from './shop.ts';

export type OrdersOptions = {
  rounds: number;
  quick: boolean;
  form: readonly Form[];
  redis: Kind;
  services?: readonly string[];
};
type InForm = Outcome & { form: Form };

export async function runFlashSale(options: OrdersOptions): Promise<void> {
  const { rounds, quick, form: forms, redis, services } = options;
  const outcomes: InForm[] = [];
  for (let round = 1; round <= rounds; round++)
    outcomes.push(
      ...(await inTurn(`flash sale ${round}/${rounds}`, forms, (form) =>
        flashSale(quick ? 400 : 2000, 200, form, redis, services),
      )),
    );
  const alone = outcomes.find(({ form }) => form === 'roles')?.perSecond;
  const rows = outcomes.map(({ form, ...outcome }) => ({
    ...showOutcome(form, outcome),
    // The rate with n workers, of n times the rate with one.
    efficiency:
      alone && form.startsWith('roles') ? (outcome.perSecond / alone / workersOf(form)).toFixed(2) : '',
  }));
  console.table(rows);
  write('flash-sale', { quick, redis, services, bar: flashSaleBar, outcomes });
}

export async function runMixed({ quick, form: forms, redis }: OrdersOptions): Promise<void> {
  const [orders, skus] = quick ? [1000, 100] : [10_000, 1000];
  const outcomes = await inTurn('mixed', forms, (form) => mixed(orders, skus, form, redis));
  show(outcomes);
  write('mixed', { quick, redis, bar: mixedBar, outcomes });
}

export async function runCheckouts({ quick, form: forms }: OrdersOptions): Promise<void> {
  const [count, skus] = quick ? [300, 100] : [3000, 1000];
  const outcomes = await inTurn('checkouts', forms, (form) => checkouts(count, skus, form));
  show(outcomes);
  write('checkouts', { quick, bar: checkoutsBar, outcomes });
}

async function inTurn(
  name: string,
  forms: readonly Form[],
  measure: (form: Form) => Promise<Outcome>,
): Promise<InForm[]> {
  const outcomes: InForm[] = [];
  for (const form of forms) {
    say(`${name}, ${form}`);
    outcomes.push({ form, ...(await measure(form)) });
  }
  return outcomes;
}

const show = (outcomes: readonly InForm[]): void =>
  console.table(outcomes.map(({ form, ...outcome }) => showOutcome(form, outcome)));
