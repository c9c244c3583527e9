/** What the rules have in common: times, and ids that follow from what there is one of. */
import { createHash } from 'node:crypto';
import type { Schedule } from '@quickmart/pricing';

/** All aggregates of this service are in one category: what needs two of them is one append. */
export const category = 'pricing';

type Written = { startsAt: string | null; endsAt: string | null };
/** The times of an event or a request, as states and rows have them. */
export const timed = <Rule extends Written>({ startsAt, endsAt, ...rule }: Rule) => ({
  ...rule,
  startsAt: msOf(startsAt),
  endsAt: msOf(endsAt),
});
export const scheduleOf = ({ startsAt, endsAt }: Written): Schedule => timed({ startsAt, endsAt });
const msOf = (time: string | null): number | null => (time === null ? null : Date.parse(time));

const namespace = Buffer.from('b3d0a1e27c1f4f6a9a5e6f0c2d9b8e41', 'hex');
/** A UUID of version 5. It follows from what there is one rule of: so there cannot be two. */
export function ruleId(...key: readonly unknown[]): string {
  const hash = createHash('sha1').update(namespace).update(JSON.stringify(key)).digest();
  hash[6] = (hash[6]! & 0x0f) | 0x50;
  hash[8] = (hash[8]! & 0x3f) | 0x80;
  return hash.toString('hex', 0, 16).replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}
