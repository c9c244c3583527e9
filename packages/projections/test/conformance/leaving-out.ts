/** An event that cannot be applied, met by a build of tables: who runs the service sees it, until the code is mended. */
import { DeadLetters } from '@quickmart/streams';
import { until } from '@quickmart/streams/testing';
import { describe, expect, test } from 'vitest';
import { openReadModels, type Projection, type ReadModels } from '../../src/index.ts';
import { type Harness, withDatabase } from '../harness.ts';
import { group, MugLog, made, painted, unreadable } from '../mug-log.ts';
import { idOf, mendedMugs, mugList, shelfCount } from '../mugs.ts';
import { silent } from '../open.ts';
import { mugs } from '../schema.ts';

export function leavingOut(harness: Harness): void {
  describe(`leaving out on ${harness.name}`, { timeout: 120_000 }, () => {
    const log = new MugLog();
    const deadLetters = () => new DeadLetters(log.store.log, 'mug', group);
    const count = () => deadLetters().count();

    async function start(url: string, projections: Projection[]) {
      const db = await openReadModels({ url, projections, logger: silent });
      const consumers = log.project(db);
      await until(() =>
        db.ping().then(
          () => true,
          () => false,
        ),
      );
      const stop = async () => {
        await consumers.stop(100);
        await db.close();
      };
      return { db, stop };
    }
    const detailOf = async (db: ReadModels) => (await db.ping()).detail;

    test('a build of tables writes dead letters, readiness tells, and the build of mended code discards them', () =>
      withDatabase(harness, async (url) => {
        await log.say(1, made(1), painted('bad'), painted('Green'));
        await log.say(2, made(2), painted(unreadable));
        await log.say(3, made(3));
        const spoilt = await start(url, [mugList, shelfCount]);
        const found = await deadLetters().list();
        const reasons = Object.fromEntries(found.map((one) => [one.aggregateId, one.errorMessage]));
        expect(found.map(({ eventType }) => eventType)).toEqual(['MugPaintedEvent', 'MugPaintedEvent']);
        expect(reasons).toEqual({
          [idOf(1)]: expect.stringContaining('this paint does not hold'),
          [idOf(2)]: expect.stringContaining('nobody can read this'),
        });
        expect(await detailOf(spoilt.db)).toMatch(
          /left out: 1 of shelves, 2 of mugs\. See pnpm qa dead list/,
        );
        expect(await spoilt.db.get(mugs, idOf(1))).toMatchObject({ name: 'Mug 1' });
        // Later events queue up behind the dead letter, as always; another build writes nothing twice.
        await log.say(1, painted('Blue'));
        await until(async () => (await count()) === 3);
        await spoilt.db.rebuild(log.source);
        expect(await count()).toBe(3);
        expect((await deadLetters().ofAggregate(idOf(1))).map(({ position }) => position)).toHaveLength(2);
        await spoilt.stop();

        const mended = await start(url, [mendedMugs, shelfCount]);
        await until(async () => (await count()) === 1);
        expect(await deadLetters().list()).toMatchObject([{ aggregateId: idOf(2) }]);
        expect(await mended.db.get(mugs, idOf(1))).toMatchObject({ name: 'Blue' });
        expect(await detailOf(mended.db)).toMatch(/left out: 1 of mugs, 1 of shelves/);
        await mended.stop();
      }));

    test('where nothing is left out, readiness says nothing', () =>
      withDatabase(harness, async (url) => {
        await log.say(1, made(1), painted('Green'));
        const { db, stop } = await start(url, [mugList]);
        expect(await db.ping()).toEqual({});
        expect(await count()).toBe(0);
        await stop();
      }));
  });
}
