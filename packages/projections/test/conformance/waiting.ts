/** Waiting for a position: in the process that projects, and in one that does not. */
import { describe, expect, test } from 'vitest';
import { limits } from '../../src/limits.ts';
import { type Harness, withReadModels } from '../harness.ts';
import { made, mugList, shelfCount } from '../mugs.ts';
import { open } from '../open.ts';

export function waiting(harness: Harness): void {
  describe(`waiting on ${harness.name}`, () => {
    test('a position that is reached, or was passed, is there at once', () =>
      withReadModels(harness, [mugList, shelfCount], async (db, url) => {
        await db.projector.apply('mug', [made(5, 5)]);
        expect(await db.waitFor('mug.0@1-5', 0)).toBe(true);
        expect(await db.waitFor('mug.0@1-4', 0)).toBe(true);
        const other = await open(url, [mugList, shelfCount]);
        expect(await other.waitFor('mug.0@1-5', 20_000)).toBe(true);
        await other.close();
      }));

    test('a commit ends the wait, in its own process and in another one', () =>
      withReadModels(harness, [mugList], async (db, url) => {
        const other = await open(url, [mugList]);
        const waits = [db, db, other].map((one) => one.waitFor('mug.2@1-8', 10_000));
        await db.projector.apply('mug', [made(7, 7, {}, 2)]);
        await db.projector.apply('mug', [made(8, 8, {}, 2)]);
        expect(await Promise.all(waits)).toEqual([true, true, true]);
        await other.close();
      }));

    test('all projections of the category must have reached it', () =>
      withReadModels(harness, [mugList], async (db, url) => {
        const both = await open(url, [mugList, shelfCount]);
        await db.projector.apply('mug', [made(1, 1)]);
        expect(await both.waitFor('mug.0@1-1', 60)).toBe(false);
        await both.projector.apply('mug', [made(1, 1)]);
        expect(await both.waitFor('mug.0@1-1', 0)).toBe(true);
        await both.close();
      }));

    test('time runs out; what is not projected here, and what is no position, is false at once', () =>
      withReadModels(harness, [mugList], async (db) => {
        const started = performance.now();
        expect(await db.waitFor('mug.0@1-1', 80)).toBe(false);
        expect(performance.now() - started).toBeGreaterThan(75);
        expect(await db.waitFor('plate.0@1-1', 60_000)).toBe(false);
        expect(await db.waitFor('mug.0', 60_000)).toBe(false);
      }));

    test('no more than the limit wait; who comes on top is answered at once', () =>
      withReadModels(harness, [mugList], async (db) => {
        const { waitersMax } = limits;
        limits.waitersMax = 2;
        try {
          const waits = [1, 2].map(() => db.waitFor('mug.0@1-1', 20_000));
          expect(await db.waitFor('mug.0@1-1', 60_000)).toBe(false);
          await db.projector.apply('mug', [made(1, 1)]);
          expect(await Promise.all(waits)).toEqual([true, true]);
          expect(await db.waitFor('mug.0@1-1', 0)).toBe(true);
        } finally {
          limits.waitersMax = waitersMax;
        }
      }));

    test('closing ends every wait', () =>
      withReadModels(harness, [mugList], async (db) => {
        const wait = db.waitFor('mug.0@1-1', 60_000);
        await db.close();
        expect(await wait).toBe(false);
      }));
  });
}
