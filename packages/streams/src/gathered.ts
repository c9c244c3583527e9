/** One question for all who ask in the same turn of the event loop: a busy process asks a database once for what a hundred requests need. */
import { setImmediate as nextTurn } from 'node:timers/promises';

/**
 * `find` is asked for what was asked for in one turn, after the last has asked: so each gets what is true then, or later. Its answer is
 * for all of them: nobody changes it.
 */
export function gathered<Key, Answer>(
  find: (keys: readonly Key[]) => Promise<Answer>,
): (keys: Iterable<Key>) => Promise<Answer> {
  let asked: { keys: Set<Key>; answer: Promise<Answer> } | undefined;
  const begin = () => {
    const keys = new Set<Key>();
    const answer = nextTurn().then(() => {
      asked = undefined;
      return find([...keys]);
    });
    return { keys, answer };
  };
  return (keys) => {
    asked ??= begin();
    for (const key of keys) asked.keys.add(key);
    return asked.answer;
  };
}
