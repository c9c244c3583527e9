import fc from 'fast-check';
import { expect, test } from 'vitest';
import { limits } from '../limits.ts';
import { CommitQueue } from './commit-queue.ts';

type Command = { n: number; conflictKeys: string[] };
const conflictKeys = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'), {
  minLength: 1,
  maxLength: 3,
});
const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('add' as const), conflictKeys }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('take' as const) }) },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('end' as const), which: fc.nat(), back: fc.nat(3) }),
  },
);

test('appends under way have nothing in common, the earlier goes first, and nobody is forgotten', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 200 }), (steps) => {
      const queue = new CommitQueue<Command>();
      const underWay: Command[][] = [];
      const [added, ended]: [Command[], number[]] = [[], []];
      const take = () => {
        const taken = queue.take();
        if (taken.length === 0) return false;
        const others = new Set(underWay.flat().flatMap((command) => command.conflictKeys));
        expect(taken.flatMap((command) => command.conflictKeys).filter((key) => others.has(key))).toEqual([]);
        underWay.push(taken);
        expect(underWay.length).toBeLessThanOrEqual(limits.commitsUnderWay);
        return true;
      };
      const end = (which: number, back: number) => {
        const [commands] = underWay.splice(which, 1);
        if (commands === undefined) return;
        // The last ones did not fit; one command always does.
        const fitting = commands.slice(0, Math.max(1, commands.length - back));
        queue.putBack(commands.slice(fitting.length));
        queue.done(commands);
        ended.push(...fitting.map(({ n }) => n));
      };
      for (const one of steps) {
        if (one.kind === 'add') {
          const command = { n: added.length, conflictKeys: one.conflictKeys };
          added.push(command);
          queue.add(command);
        } else if (one.kind === 'take') take();
        else end(one.which % Math.max(1, underWay.length), one.back);
      }
      while (underWay.length > 0 || take()) end(0, 0);
      expect([...ended].sort((a, b) => a - b)).toEqual(added.map(({ n }) => n));
      for (const key of ['a', 'b', 'c', 'd', 'e', 'f']) {
        const order = ended.filter((n) => added[n]!.conflictKeys.includes(key));
        expect(order).toEqual([...order].sort((a, b) => a - b));
      }
    }),
    { seed: Number(process.env.SEED) },
  );
});

test('what arrives while everything is under way goes together', () => {
  const queue = new CommitQueue<Command>();
  const command = (n: number) => ({ n, conflictKeys: [`${n}`] });
  const first = Array.from({ length: limits.commitsUnderWay }, (_, n) => {
    queue.add(command(n));
    return queue.take();
  });
  for (let n = 100; n < 110; n++) queue.add(command(n));
  expect(queue.take()).toEqual([]);
  queue.done(first[0]!);
  expect(queue.take()).toHaveLength(10);
});
