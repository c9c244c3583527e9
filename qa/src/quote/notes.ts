/** What has to be known beside the sums, in sentences. */
import type { Rules, Schedule } from '@quickmart/pricing';
import type { Header } from '../record/format.ts';
import type { Book } from './book.ts';
import type { Quoting } from './quoting.ts';

export function notesOf(quoting: Quoting, book: Book, instead: Partial<Rules>, header: Header): string[] {
  const { cancelled, sealed, strange, sums } = quoting;
  const isCut = header.categories.some(
    ({ category, first }) => category === 'order' && (first?.pos ?? 1) > 1,
  );
  return [
    ...(cancelled > 0 ? [`left out because they were cancelled: ${ordersText(cancelled)}`] : []),
    ...(sealed > 0
      ? [
          `quoted without shipping and taxes, because the keys of their addresses are not here: ${ordersText(sealed)}; --data or KEYS_URL says where they are`,
        ]
      : []),
    ...(strange > 0
      ? [
          `with products that the recording does not have, so without their category, tax class and weight: ${ordersText(strange)}`,
        ]
      : []),
    ...(book.isEmpty ? ['there are no rules at all: neither in the recording nor in a file'] : []),
    ...(isCut
      ? ['the recording does not begin with the first order: who has ordered before is not known']
      : []),
    ...idleIn(instead, sums.span),
  ];
}

const ordersText = (count: number): string => (count === 1 ? '1 order' : `${count} orders`);

/** Tomorrow's rules often begin tomorrow, and then say nothing about yesterday. */
function idleIn(rules: Partial<Rules>, span: { first: number; last: number } | undefined): string[] {
  if (span === undefined) return [];
  const isIdle = ({ startsAt, endsAt }: Schedule) =>
    (startsAt !== null && startsAt > span.last) || (endsAt !== null && endsAt <= span.first);
  const named = [
    ...(rules.promotions ?? []).map((one) => [`the promotion ${one.name}`, one] as const),
    ...(rules.coupons ?? []).map((one) => [`the coupon ${one.code}`, one] as const),
    ...(rules.taxRates ?? []).map((one) => [`the tax rate ${one.name} of ${one.country}`, one] as const),
    ...(rules.priceLists ?? []).map((one) => [`the price list ${one.key}`, one] as const),
  ].filter(([, one]) => isIdle(one));
  const shown = named
    .slice(0, shownMax)
    .map(([name]) => `${name} holds at no time of these orders: see startsAt and endsAt`);
  return [...shown, ...(named.length > shownMax ? [`… and ${named.length - shownMax} more`] : [])];
}

const shownMax = 10;
