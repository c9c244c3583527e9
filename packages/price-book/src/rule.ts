/** What the rules have in common: their category, their times. */
import type { Schedule } from '@quickmart/pricing';

/** All aggregates of the pricing service are in one category: what needs two of them is one append. */
export const category = 'pricing';

export type Stamps = { createdAt: number; updatedAt: number };
type Written = { startsAt: string | null; endsAt: string | null };
/** A rule as states and rows have it: its times are UTC ms. */
export type Timed<Rule extends Written> = Omit<Rule, keyof Schedule> & Schedule;

/** The times of an event or a request, as states and rows have them. */
export const timed = <Rule extends Written>({ startsAt, endsAt, ...rule }: Rule) => ({
  ...rule,
  startsAt: msOf(startsAt),
  endsAt: msOf(endsAt),
});
const msOf = (time: string | null): number | null => (time === null ? null : Date.parse(time));

/** The state of a rule that is put as a whole, under what it goes by. */
export const put = <Rule extends object>(rule: Rule, before: Stamps | null, at: number) => ({
  ...rule,
  status: 'active' as const,
  createdAt: before?.createdAt ?? at,
  updatedAt: at,
});
export const removed = <State extends object>(state: State | null, at: number) =>
  state && { ...state, status: 'removed' as const, updatedAt: at };
