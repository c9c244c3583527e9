/** Which dead letters are meant: `order/inventory` is all of a group, `order/inventory/1763717474849-0` is one. */
import { type DeadLetter, DeadLetters, keys, type Which } from '@quickmart/streams';
import { InvalidArgumentError } from 'commander';
import { Failure } from '../failure.ts';
import { groupsOf } from '../look/groups.ts';
import { category } from '../options.ts';
import { categories } from '../services.ts';
import type { Target } from '../target.ts';

export type Ref = { category: string; group: string; id?: string };
export type Named = DeadLetter & { ref: string };

export function refOf(text: string): Ref {
  const [name = '', group, id, more] = text.split('/');
  if (!group || more !== undefined)
    throw new InvalidArgumentError('<category>/<group> or <category>/<group>/<id>');
  const ref = { category: category(name), group };
  if (id === undefined) return ref;
  if (/^\d+-\d+$/.test(id)) return { ...ref, id };
  throw new InvalidArgumentError(`${id} is no id of a dead letter`);
}

/** Throws a {@link Failure} where there is no such group. One that is gone may have left dead letters. */
export async function assertGroup(ref: Ref, target: Target): Promise<void> {
  const { category, group } = ref;
  if ((await groupsOf(target.redis, category)).includes(group)) return;
  if ((await deadLettersOf(ref, target).count()) > 0) return;
  throw new Failure(`${category} has no group ${group}: \`pnpm qa groups\` shows which it has`);
}

/** The groups that are meant; without a reference, every group of every category. */
export async function groupsMeant(ref: Ref | undefined, target: Target): Promise<Ref[]> {
  if (ref !== undefined) {
    await assertGroup(ref, target);
    return [ref];
  }
  return (await Promise.all(categories.map((name) => groupsWithDeadLetters(target, name)))).flat();
}

/** The groups of a category, but only one of those that share their dead letters, as the builds of a service do. */
export async function groupsWithDeadLetters({ redis }: Target, category: string): Promise<Ref[]> {
  const byKey = Map.groupBy(await groupsOf(redis, category), (group) => keys.dead(category, group));
  return [...byKey.values()].map(([group]) => ({ category, group: group! }));
}

/** Of a group: those of an aggregate, or those that failed for one reason. */
export type Chosen = { aggregate?: string; error?: string };

export const deadLettersOf = ({ category, group }: Ref, { store }: Target): DeadLetters =>
  new DeadLetters(store.log, category, group);

/** With why each is there, in words. */
export const named = async (
  ref: Ref,
  deadLetters: readonly DeadLetter[],
  target: Target,
): Promise<Named[]> => {
  const { category, group } = ref;
  return await Promise.all(
    deadLetters.map(async (one) => ({
      ref: `${category}/${group}/${one.id}`,
      ...one,
      errorMessage: await reasonOf(ref, one, target),
    })),
  );
};

/**
 * What came after a dead letter of its aggregate waits for it. Where that one was given up since, it waits for nobody, and is
 * the next one to be redriven.
 */
async function reasonOf(
  { category, group }: Ref,
  deadLetter: DeadLetter,
  { redis }: Target,
): Promise<string> {
  const { id, errorClass, errorMessage, aggregateId = '' } = deadLetter;
  if (errorClass !== 'Parked') return errorMessage;
  const first = await redis.lindex(keys.parkedDeadLetters(category, group, aggregateId), 0);
  if (first !== id) return errorMessage;
  return 'came after a dead letter that is gone since, and was not tried: redrive it';
}

export function whichOf({ id }: Ref, { aggregate: aggregateId, error }: Chosen): Which {
  if (id !== undefined) return { id };
  if (error !== undefined) return { error };
  return aggregateId === undefined ? 'all' : { aggregateId };
}

const shownMax = 300;

export function lineOf({ ref, position, eventType, aggregateId, attempts, errorMessage }: Named): string {
  const why = errorMessage.replaceAll(/\s+/g, ' ').slice(0, shownMax);
  // What waits for another dead letter was not tried.
  const tried = attempts === 0 ? '' : ` after ${attempts} attempts`;
  return `${ref} ${position} ${eventType ?? 'no event'} ${aggregateId ?? ''}${tried}: ${why}`;
}
