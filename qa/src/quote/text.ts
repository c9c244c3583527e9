/** The outcome of a quote, for people. */
import { moneyText } from '@quickmart/pricing';
import { table } from '../table.ts';
import type { Compared, Reason, Sums } from './sums.ts';

type Outcome = ReturnType<Sums['outcome']> & { notes: readonly string[] };

const titles = [
  ...['day', 'currency', 'orders', 'charged', 'subtotal', 'discounts', 'shipping', 'tax', 'total'],
  ...['difference', 'percent', 'tax inside'],
];

export function textOf({ days, totals, promotions, refusedCoupons, notQuoted, notes }: Outcome): string {
  const given = promotions.map(({ name, currency, times, amount }) => [
    name,
    times,
    amountText(amount, currency),
    currency,
  ]);
  return [
    days.length === 0 ? 'there is nothing to quote' : table(titles, [...days, ...totals].map(rowOf)),
    ...(given.length > 0 ? ['', table(['promotion', 'given', 'amount', 'currency'], given)] : []),
    ...reasonsText('coupons that were not accepted; the orders are quoted without them', refusedCoupons),
    ...reasonsText('orders that could not be quoted', notQuoted),
    ...(notes.length > 0 ? ['', ...notes] : []),
  ].join('\n');
}

/** `charged` is what was; all after it is what would have been. */
function rowOf({ day, currency, orders, charged, quoted, difference, percent }: Compared): unknown[] {
  const money = (amount: number) => amountText(amount, currency);
  return [
    ...[day, currency, orders, money(charged.total), money(quoted.subtotal), money(-quoted.discounts)],
    ...[money(quoted.shipping), money(quoted.taxAdded), money(quoted.total)],
    ...[`${difference > 0 ? '+' : ''}${money(difference)}`, percentText(percent), money(quoted.taxIncluded)],
  ];
}

const percentText = (percent: number | null): string =>
  percent === null ? '' : `${percent > 0 ? '+' : ''}${percent.toFixed(2)} %`;

const amountText = (amount: number, currency: string): string =>
  `${amount < 0 ? '-' : ''}${moneyText(Math.abs(amount), currency).slice(0, -currency.length - 1)}`;

function reasonsText(title: string, reasons: readonly Reason[]): string[] {
  if (reasons.length === 0) return [];
  const all = reasons.reduce((sum, { times }) => sum + times, 0);
  return [
    '',
    `${title}: ${all}`,
    ...reasons.flatMap(({ reason, times, first }) => [
      `  ${reason}: ${times}`,
      ...first.map(({ order, detail }) => `    ${order} ${detail}`),
      ...(times > first.length ? [`    … and ${times - first.length} more`] : []),
    ]),
  ];
}
