/** Which dead letters are meant: `order/inventory` is all of a group, `order/inventory/1763717474849-0` is one. */
import { type DeadLetter, DeadLetters, keys, type Which } from '@quickmart/streams';
import { InvalidArgumentError } from 'commander';
import { Failure } from '../failure.ts';
import { groupsOf } from '../look/groups.ts';
import { category } from '../options.ts';
import { categories } from '../services.ts';
import type { Target } from '../target.ts';

export type LetterRef = { category: string; group: string; id?: string };
export type Named = DeadLetter & { ref: string };

export function letterRef(text: string): LetterRef {
  const [name = '', group, id, more] = text.split('/');
  if (!group || more !== undefined)
    throw new InvalidArgumentError('<category>/<group> or <category>/<group>/<id>');
  if (id !== undefined && !/^\d+-\d+$/.test(id)) throw new InvalidArgumentError(`${id} is no id of a letter`);
  return { category: category(name), group, ...(id !== undefined && { id }) };
}

/** The groups that are meant; without a reference, every group of every category. */
export async function groupsMeant(ref: LetterRef | undefined, { redis }: Target): Promise<LetterRef[]> {
  if (ref !== undefined) {
    if ((await groupsOf(redis, ref.category)).includes(ref.group)) return [ref];
    throw new Failure(`${ref.category} has no group ${ref.group}: \`pnpm qa groups\` shows which it has`);
  }
  const all = categories.map(async (name) =>
    (await groupsOf(redis, name)).map((group) => ({ category: name, group })),
  );
  return (await Promise.all(all)).flat();
}

export const lettersOf = ({ category, group }: LetterRef, { store }: Target): DeadLetters =>
  new DeadLetters(store.log, category, group);

/**
 * What came after a dead letter of its aggregate waits for it. Where that one was given up since, it waits for nobody, and is
 * the next one to be redriven.
 */
export async function withReasons(
  { category, group }: LetterRef,
  letters: readonly DeadLetter[],
  { redis }: Target,
): Promise<DeadLetter[]> {
  return await Promise.all(
    letters.map(async (letter) => {
      const { id, errorClass, aggregateId = '' } = letter;
      if (errorClass !== 'Parked') return letter;
      const first = await redis.lindex(keys.parkedDeadLetters(category, group, aggregateId), 0);
      if (first !== id) return letter;
      return {
        ...letter,
        errorMessage: 'came after a dead letter that is gone since, and was not tried: redrive it',
      };
    }),
  );
}

export function whichOf({ id }: LetterRef, aggregateId: string | undefined): Which {
  if (id !== undefined) return { id };
  return aggregateId === undefined ? 'all' : { aggregateId };
}

export const named = ({ category, group }: LetterRef, letter: DeadLetter): Named => ({
  ref: `${category}/${group}/${letter.id}`,
  ...letter,
});

const shownMax = 300;

export function lineOf({
  ref,
  position,
  eventType = 'no event',
  aggregateId = '',
  ...letter
}: Named): string {
  const why = letter.errorMessage.replaceAll(/\s+/g, ' ').slice(0, shownMax);
  // What can never succeed is not tried: it has a reason, and no attempts.
  const tried = letter.attempts === 0 ? '' : ` after ${letter.attempts} attempts`;
  return `${ref} ${position} ${eventType} ${aggregateId}${tried}: ${why}`;
}
