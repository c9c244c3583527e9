/** What holds while events become rows. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { connect } from '../../src/connect.ts';
import { ProjectionError } from '../../src/index.ts';
import { createIndexes } from '../../src/rebuild/ddl.ts';
import { type Harness, storedTable, withReadModels } from '../harness.ts';
import { event, idOf, made, mugList, mugOf, shelfCount, shelved } from '../mugs.ts';
import { open, silent } from '../open.ts';
import { mugs, shelves } from '../schema.ts';

export function applying(harness: Harness): void {
  describe(`applying on ${harness.name}`, () => {
    test('a row is made, changed and deleted', () =>
      withReadModels(harness, [mugList], async (db) => {
        await db.projector.apply('mug', [made(1, 1), made(2, 2)]);
        await db.projector.apply('mug', [event(3, 'MugPaintedEvent', 1, { name: 'Blue' })]);
        expect(await db.get(mugs, idOf(1))).toEqual(mugOf(1, { name: 'Blue', version: 3 }));
        await db.projector.apply('mug', [event(4, 'MugBrokenEvent', 1, { by: 'the cat' })]);
        expect(await db.get(mugs, idOf(1))).toBeUndefined();
        expect(await db.get(mugs, idOf(2))).toEqual(mugOf(2, { version: 2 }));
      }));

    test('one batch makes, changes, deletes and makes again', () =>
      withReadModels(harness, [mugList], async (db) => {
        await db.projector.apply('mug', [
          ...[made(1, 1), made(2, 2), made(3, 3)],
          event(4, 'MugBrokenEvent', 1, { by: 'the dog' }),
          ...[made(5, 1), event(6, 'MugPaintedEvent', 1, { name: 'Red' })],
          ...[event(7, 'MugBrokenEvent', 2, { by: 'me' }), event(8, 'MugPaintedEvent', 2, { name: 'Gone' })],
        ]);
        const rows = await db.getMany(mugs, 'id', [1, 2, 3].map(idOf));
        expect(rows).toHaveLength(2);
        expect(rows).toContainEqual(mugOf(1, { name: 'Red', version: 6 }));
        expect(rows).toContainEqual(mugOf(3, { version: 3 }));
      }));

    test('a batch of 700 rows, then 700 changes, then 700 deletes', () =>
      withReadModels(harness, [mugList], async (db) => {
        const numbers = Array.from({ length: 700 }, (_, index) => index + 1);
        await db.projector.apply(
          'mug',
          numbers.map((n) => made(n, n, { note: `"${n}"\n` })),
        );
        const painted = numbers.map((n) => event(700 + n, 'MugPaintedEvent', n, { name: `Blue ${n}` }));
        await db.projector.apply('mug', painted);
        const rows = await db.getMany(mugs, 'id', numbers.map(idOf));
        expect(new Set(rows.map(({ name }) => name)).size).toBe(700);
        expect(rows.every(({ name, note }) => `"${name.slice(5)}"\n` === note)).toBe(true);
        await db.projector.apply(
          'mug',
          numbers.map((n) => event(1400 + n, 'MugBrokenEvent', n, { by: 'a quake' })),
        );
        expect(await db.getMany(mugs, 'id', numbers.map(idOf))).toEqual([]);
      }));

    test('a batch of megabytes is written as it is', () =>
      withReadModels(harness, [mugList], async (db) => {
        const noteOf = (n: number) => `${n} "☕" `.repeat(600);
        const numbers = Array.from({ length: 400 }, (_, index) => index + 1);
        await db.projector.apply(
          'mug',
          numbers.map((n) => made(n, n, { note: noteOf(n) })),
        );
        const rows = await db.getMany(mugs, 'id', numbers.map(idOf));
        expect(rows.filter(({ id, note }) => note === noteOf(Number(id.slice(-12))))).toHaveLength(400);
      }));

    test('a table is filled without its indexes, and found by them when they are back', () =>
      withReadModels(harness, [mugList], async (db, url) => {
        const database = await connect(url, silent);
        const stored = await storedTable(database, [mugList], mugs);
        const create = () => database.transaction('test', (tx) => createIndexes({ tx, database }, stored));
        await database.transaction('test', async (tx) => {
          for (const index of mugs.indexes) await tx.execute(database.dropIndex(stored, index));
        });
        await db.projector.apply(
          'mug',
          Array.from({ length: 40 }, (_, n) => made(n + 1, n, { stock: n % 3 })),
        );
        await create();
        // As after an interruption.
        await create();
        await database.close();
        const page = await db.list(mugs, { sort: { column: 'stock', direction: 'desc' }, limit: 3 });
        expect(page.rows.map(({ id }) => id)).toEqual([38, 35, 32].map(idOf));
      }));

    test('every event counts once, however often and in whatever batches it is delivered', () =>
      fc.assert(
        fc.asyncProperty(
          fc.array(fc.tuple(fc.nat(29), fc.nat(12)), { maxLength: 12 }),
          async (deliveries) => {
            await withReadModels(harness, [shelfCount], async (db) => {
              const log = Array.from({ length: 30 }, (_, index) => shelved(index + 1, `shelf ${index % 3}`));
              let reached = 0;
              for (const [start, length] of [...deliveries, [0, 30] as const]) {
                // What is delivered again begins anywhere before the checkpoint, never after it.
                const from = Math.min(start, reached);
                const batch = log.slice(from, from + length);
                await db.projector.apply('mug', batch);
                reached = Math.max(reached, from + batch.length);
              }
              for (const shelf of [0, 1, 2])
                expect(await db.get(shelves, `shelf ${shelf}`)).toMatchObject({ mugs: 10 });
            });
          },
        ),
        { numRuns: Math.ceil(harness.runs / 4), seed: Number(process.env.SEED) },
      ));

    test('two owners of a partition and eight partitions at once count every event once', () =>
      withReadModels(harness, [shelfCount], async (first, url) => {
        const second = await open(url, [shelfCount]);
        const batches = Array.from({ length: 8 }, (_, partition) =>
          Array.from({ length: 5 }, (_, index) => shelved(index + 1, 'the one', partition)),
        );
        await Promise.all(
          [first, second].flatMap(({ projector }) => batches.map((batch) => projector.apply('mug', batch))),
        );
        expect(await second.get(shelves, 'the one')).toEqual({ name: 'the one', mugs: 40 });
        await second.close();
      }));

    test('a batch with an event that cannot be applied leaves nothing, and skipping it lets the rest through', () =>
      withReadModels(harness, [mugList, shelfCount], async (db) => {
        const bad = event(2, 'MugPaintedEvent', 1, { name: 'bad' });
        const batch = [made(1, 1), bad, shelved(3, 'top')];
        const failure = await db.projector.apply('mug', batch).catch((error: unknown) => error);
        expect(failure).toBeInstanceOf(ProjectionError);
        expect(failure).toMatchObject({ event: { pos: 2 }, cause: { message: 'this paint does not hold' } });
        expect(await db.get(mugs, idOf(1))).toBeUndefined();
        expect(await db.projector.checkpoint('mug', 0)).toBeUndefined();
        // The other projection has no trouble with it and goes on.
        expect(await db.get(shelves, 'top')).toEqual({ name: 'top', mugs: 1 });
        await db.projector.apply('mug', [made(1, 1)]);
        await db.projector.park(bad);
        expect(await db.projector.checkpoint('mug', 0)).toEqual({ epoch: 1, pos: 2, eventId: 'event-0-2' });
        await db.projector.apply('mug', batch);
        expect(await db.get(mugs, idOf(1))).toEqual(mugOf(1));
        expect(await db.get(shelves, 'top')).toEqual({ name: 'top', mugs: 1 });
      }));

    test('a row that the database refuses leaves nothing', () =>
      withReadModels(harness, [mugList], async (db) => {
        const batch = [made(1, 1, { sku: 'SAME' }), made(2, 2, { sku: 'SAME' })];
        await expect(db.projector.apply('mug', batch)).rejects.toThrow();
        expect(await db.get(mugs, idOf(1))).toBeUndefined();
        expect(await db.projector.checkpoint('mug', 0)).toBeUndefined();
      }));

    test('events that nobody projects move the checkpoint; a later epoch is after all positions of an earlier one', () =>
      withReadModels(harness, [shelfCount], async (db) => {
        await db.projector.apply('mug', [made(7, 7, {}, 3), made(9, 9, {}, 3)]);
        expect(await db.projector.checkpoint('mug', 3)).toEqual({ epoch: 1, pos: 9, eventId: 'event-3-9' });
        await db.projector.apply('mug', [{ ...made(2, 2, {}, 3), epoch: 2 }]);
        expect(await db.projector.checkpoint('mug', 3)).toMatchObject({ epoch: 2, pos: 2 });
        expect(await db.projector.checkpoint('mug', 4)).toBeUndefined();
        expect(await db.projector.checkpoint('plate', 3)).toBeUndefined();
      }));

    test('a projection that is added later starts at the beginning, and the others count nothing twice', () =>
      withReadModels(harness, [shelfCount], async (db, url) => {
        const log = [made(1, 1), shelved(2, 'top'), shelved(3, 'top')];
        await db.projector.apply('mug', log);
        const both = await open(url, [shelfCount, mugList]);
        expect(await both.projector.checkpoint('mug', 0)).toBeUndefined();
        await both.projector.apply('mug', log.slice(0, 2));
        expect(await both.projector.checkpoint('mug', 0)).toMatchObject({ pos: 2 });
        expect(await both.get(mugs, idOf(1))).toEqual(mugOf(1));
        expect(await db.get(shelves, 'top')).toMatchObject({ mugs: 2 });
        await both.close();
      }));

    test('one batch over partitions moves each of their checkpoints, and skips what each has had', () =>
      withReadModels(harness, [shelfCount], async (db) => {
        await db.projector.apply('mug', [shelved(1, 'top', 1), shelved(2, 'top', 1)]);
        await db.projector.apply('mug', [
          ...[shelved(2, 'top', 1), shelved(3, 'top', 1)],
          ...[shelved(1, 'top', 2), shelved(9, 'low', 3)],
        ]);
        expect(await db.get(shelves, 'top')).toEqual({ name: 'top', mugs: 4 });
        const positions = [0, 1, 2, 3].map(async (p) => (await db.projector.checkpoint('mug', p))?.pos);
        expect(await Promise.all(positions)).toEqual([undefined, 3, 1, 9]);
      }));

    test('a batch of another category is refused', () =>
      withReadModels(harness, [mugList], async (db) => {
        await expect(db.projector.apply('plate', [made(1, 1)])).rejects.toThrow('other categories');
      }));

    describe('a parked aggregate', () => {
      const bad = event(2, 'MugPaintedEvent', 1, { name: 'bad' });

      test('stays as it was before the event, in the projection that cannot apply it only', () =>
        withReadModels(harness, [mugList, shelfCount], async (db, url) => {
          await db.projector.apply('mug', [made(1, 1)]);
          await expect(db.projector.apply('mug', [bad])).rejects.toBeInstanceOf(ProjectionError);
          await db.projector.park(bad);
          const later = [
            event(3, 'MugPaintedEvent', 1, { name: 'Late' }),
            event(4, 'MugShelvedEvent', 1, { shelf: 'top' }),
            made(5, 5),
          ];
          const again = await open(url, [mugList, shelfCount]);
          await again.projector.apply('mug', later);
          expect(await db.get(mugs, idOf(1))).toEqual(mugOf(1));
          expect(await db.get(shelves, 'top')).toEqual({ name: 'top', mugs: 1 });
          expect(await db.get(mugs, idOf(5))).toEqual(mugOf(5, { version: 5 }));
          expect(await db.projector.checkpoint('mug', 0)).toMatchObject({ pos: 5 });
          await again.close();
        }));

      test('is parked once, however often; an entry that is no event only moves the checkpoint', () =>
        withReadModels(harness, [mugList], async (db) => {
          await db.projector.apply('mug', [made(1, 1)]);
          await db.projector.park(bad);
          await db.projector.park(bad);
          await db.projector.park({ ...bad, pos: 3 });
          const unreadable = { category: 'mug', partition: 0, epoch: 1, pos: 4, eventId: '' };
          await db.projector.park({ ...unreadable, aggregateId: undefined });
          expect(await db.projector.checkpoint('mug', 0)).toEqual({ epoch: 1, pos: 4, eventId: '' });
        }));
    });
  });
}
