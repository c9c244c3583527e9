/** Whether a promotion may be given. Each answer is the sentence that says why not, or undefined. */
import type { Condition } from '@quickmart/contracts/pricing/rules';
import type { Selection } from '@quickmart/contracts/pricing/shapes';
import { type Basket, linesIn, subtotalOf, unitsOf } from './basket.ts';
import type { QuoteRequest } from './rules.ts';
import { moneyText, unitsText } from './words.ts';

type Asked = { basket: Basket; request: QuoteRequest; now: number };

export function unmet(conditions: readonly Condition[], asked: Asked): string | undefined {
  for (const condition of conditions) {
    const why = whyNot(condition, asked);
    if (why !== undefined) return why;
  }
  return undefined;
}

function whyNot(condition: Condition, { basket, request, now }: Asked): string | undefined {
  const { customer, channel } = request;
  switch (condition.type) {
    case 'subtotal':
      return subtotalTooLow(condition, basket);
    case 'quantity':
      return unless(
        unitsOf(linesIn(basket, condition.on)) >= condition.from,
        `it needs ${unitsText(condition.from)}${what(condition.on)}`,
      );
    case 'sku':
      return unless(
        basket.lines.some(({ line }) => condition.anyOf.includes(line.sku)),
        `it needs one of ${condition.anyOf.join(', ')}`,
      );
    case 'category':
      return unless(
        basket.lines.some(({ line }) => line.category != null && condition.anyOf.includes(line.category)),
        `it needs a product of ${condition.anyOf.join(', ')}`,
      );
    case 'customer-group':
      return unless(
        condition.anyOf.some((group) => customer?.groups.includes(group)),
        `it is for customers of ${condition.anyOf.join(', ')}`,
      );
    case 'first-order':
      return unless(customer?.firstOrder === true, 'it is for the first order of a customer');
    case 'period':
      return unless(isWithin(condition, now), periodText(condition));
    case 'channel':
      return unless(
        channel != null && condition.anyOf.includes(channel),
        `it is for orders by ${condition.anyOf.join(', ')}`,
      );
  }
}

const unless = (holds: boolean, why: string): string | undefined => (holds ? undefined : why);
const what = ({ skus, categories }: Selection): string =>
  skus.length + categories.length === 0 ? '' : ` of ${[...skus, ...categories].join(', ')}`;

function subtotalTooLow({ from, on }: Condition & { type: 'subtotal' }, basket: Basket): string | undefined {
  const least = moneyText(from.amount, from.currency);
  if (from.currency !== basket.currency) return `it needs a subtotal in ${from.currency}`;
  return unless(subtotalOf(linesIn(basket, on)) >= from.amount, `it needs ${least}${what(on)}`);
}

type Period = Condition & { type: 'period' };
const dayMs = 86_400_000;

/** A time that ends before it begins goes on after midnight, and belongs to the day on which it began. */
function isWithin({ weekdays, from, until, utcOffsetMinutes }: Period, now: number): boolean {
  const local = now + utcOffsetMinutes * 60_000;
  const [start, end] = [msOf(from), until === null ? dayMs : msOf(until)];
  const time = ((local % dayMs) + dayMs) % dayMs;
  const isOvernight = end <= start;
  const isAfterMidnight = isOvernight && time < end;
  const isInTime = isOvernight ? time >= start || time < end : time >= start && time < end;
  const day = Math.floor(local / dayMs) - (isAfterMidnight ? 1 : 0);
  return isInTime && (weekdays.length === 0 || weekdays.includes(weekdayOf(day)));
}

const msOf = (time: string): number => {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return (hours * 60 + minutes) * 60_000;
};
/** Day 0 of Unix time was a Thursday, the fourth day of the week. */
const weekdayOf = (day: number): number => ((((day + 3) % 7) + 7) % 7) + 1;

const names = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const periodText = ({ weekdays, from, until }: Period): string => {
  const days = weekdays.length === 0 ? '' : ` on ${weekdays.map((day) => names[day - 1]).join(', ')}`;
  return `it is given${days} from ${from} until ${until ?? '24:00'}`;
};
