import { DeadLetters, keys, parsePosition } from '@quickmart/streams';
import { until } from '@quickmart/streams/testing';
import { describe, expect, test, vi } from 'vitest';
import { ReadModelProjector } from '../../src/apply/projector.ts';
import { connect } from '../../src/connect.ts';
import { define } from '../../src/projection/definition.ts';
import { rebuild } from '../../src/rebuild/rebuild.ts';
import { replay } from '../../src/rebuild/replay.ts';
import { type Harness, withReadModels } from '../harness.ts';
import { group, MugLog, made, painted, shelved, unreadable } from '../mug-log.ts';
import { idOf, mendedMugs, mugList, shelfCount } from '../mugs.ts';
import { open, silent } from '../open.ts';
import { mugs, shelves } from '../schema.ts';

/** The same definition, in code that can apply every paint. */
const mended = { ...mendedMugs, revision: mugList.revision };

export function repairing(harness: Harness): void {
  describe(`repairing on ${harness.name}`, () => {
    const log = new MugLog();
    const letters = () => new DeadLetters(log.store.log, 'mug', group).count();

    test('of mended code applies what was parked, and discards its dead letters; without, they stay', () =>
      withReadModels(harness, [mugList, shelfCount], async (db, url) => {
        log.project(db);
        await log.say(1, made(1), painted('bad'), shelved('top'), painted('Green'));
        await log.say(2, made(2), shelved('top'));
        await until(async () => (await letters()) === 3);
        await until(async () => (await db.get(shelves, 'top'))?.mugs === 2);
        const sameCode = await db.rebuild(log.source);
        expect(sameCode.settled).toBe(0);
        expect(sameCode.parked).toMatchObject([
          {
            projection: 'mugs',
            aggregateId: idOf(1),
            reason: expect.stringContaining('this paint does not hold'),
          },
        ]);
        expect(await db.get(mugs, idOf(1))).toMatchObject({ name: 'Mug 1' });
        expect(await letters()).toBe(3);
        const fixed = await open(url, [mended, shelfCount]);
        const rebuilt = await fixed.rebuild({ ...log.source, projections: ['mugs'] });
        expect(rebuilt).toMatchObject({ projections: ['mugs'], parked: [], settled: 3 });
        expect(await letters()).toBe(0);
        expect(await db.get(mugs, idOf(1))).toMatchObject({ name: 'Green' });
        await log.say(1, painted('Blue'));
        await until(async () => (await db.get(mugs, idOf(1)))?.name === 'Blue');
        expect(await letters()).toBe(0);
        await fixed.close();
      }));

    test('says in the words of the database what it refuses, and so does the dead letter', () =>
      withReadModels(harness, [mugList], async (db) => {
        log.project(db);
        await log.say(1, made(1));
        await log.say(2, { ...made(2), data: { ...made(2).data, sku: 'MUG-1' } } as never);
        await until(async () => (await letters()) === 1);
        const words = expect.stringMatching(
          /^(UNIQUE constraint failed|Cannot insert duplicate key|duplicate key)/,
        );
        const [letter] = await new DeadLetters(log.store.log, 'mug', group).list({ limit: 10 });
        expect(letter).toMatchObject({ errorMessage: words });
        const { parked } = await db.rebuild(log.source);
        expect(parked).toMatchObject([{ aggregateId: idOf(2), reason: words }]);
      }));

    test('a dead letter that a consumer writes while the others are discarded is discarded, too', () =>
      withReadModels(harness, [mugList], async (db, url) => {
        log.project(db);
        await log.say(1, made(1), painted('bad'), painted('Green'));
        await until(async () => (await letters()) === 2);
        const fixed = await open(url, [mended]);
        const { discard } = DeadLetters.prototype;
        const late = vi.spyOn(DeadLetters.prototype, 'discard').mockImplementationOnce(async function (
          this: DeadLetters,
          ...args
        ) {
          await log.say(1, painted('Late')); // behind the letters that are about to go
          await until(async () => (await letters()) === 3);
          return discard.apply(this, args);
        });
        expect(await fixed.rebuild(log.source)).toMatchObject({ settled: 3 });
        late.mockRestore();
        expect(await letters()).toBe(0);
        expect(await db.get(mugs, idOf(1))).toMatchObject({ name: 'Late' });
        await fixed.close();
      }));

    test('what cannot be read is parked without another transaction, however much it is', () =>
      withReadModels(harness, [mugList, shelfCount], async (db, url) => {
        const mugsMade = 300;
        const spoilt = [painted(unreadable), painted('late'), shelved('top')];
        for (let number = 1; number <= mugsMade; number++)
          await log.say(number, made(number), ...(number % 3 === 0 ? [] : spoilt));
        const database = await connect(url, silent);
        const transactions = vi.spyOn(database, 'transaction');
        const projections = [mugList, shelfCount].map((one) => define(one, database));
        const projector = new ReadModelProjector({ database, projections });
        await replay({ ...log.source, projector, category: 'mug', batch: 10_000 });
        expect(transactions).toHaveBeenCalledTimes(1);
        await database.close();
        const { rows } = await db.list(mugs, { sort: { column: 'id', direction: 'asc' }, limit: 1000 });
        expect(rows.map(({ version }) => version)).toEqual(rows.map(() => 1));
        expect(rows).toHaveLength(mugsMade);
        expect(await db.get(shelves, 'top')).toBeUndefined();
        const { parked } = await db.rebuild(log.source);
        expect(parked).toHaveLength(2 * (mugsMade - mugsMade / 3));
      }));

    test('an entry that is no event, and the last one of its partition, is in the way of no rebuild', () =>
      withReadModels(harness, [shelfCount], async (db) => {
        const { position, events } = await log.say(1, shelved('top'));
        const { partition, epoch, pos } = parsePosition(position!)!;
        const { redis } = log.store.log;
        const byHand = ['aggregateId', events[0]!.aggregateId, 'written', 'by hand'];
        await redis.xadd(keys.events('mug', partition), `${epoch}-${pos + 1}`, ...byHand);
        expect(await db.rebuild(log.source)).toMatchObject({ events: 2, parked: [] });
        expect(await db.get(shelves, 'top')).toEqual({ name: 'top', mugs: 1 });
      }));

    test('over a log that was lost and begun anew, it is the repair', () =>
      withReadModels(harness, [shelfCount], async (db) => {
        log.project(db);
        await log.say(1, shelved('top'), shelved('top'));
        await until(async () => (await db.get(shelves, 'top'))?.mugs === 2);
        await log.lose();
        await log.say(1, shelved('top'));
        await until(() =>
          log.running[0]!.healthy().then(
            () => false,
            () => true,
          ),
        );
        await db.rebuild(log.source);
        expect(await db.get(shelves, 'top')).toEqual({ name: 'top', mugs: 1 });
        await until(() =>
          log.running[0]!.healthy().then(
            () => true,
            () => false,
          ),
        );
        await log.say(1, shelved('top'));
        await until(async () => (await db.get(shelves, 'top'))?.mugs === 2);
      }));

    test('one of the last events, between replay and switch, that the database refuses is parked', () =>
      withReadModels(harness, [mugList], async (db, url) => {
        await log.say(1, made(1));
        const database = await connect(url, silent);
        const change = database.change.bind(database);
        let times = 0;
        database.change = async (lock, work) => {
          // Make the tables, make their indexes, switch.
          if (++times === 3) await log.say(2, { ...made(2), data: { sku: 'MUG-1' } } as never);
          return change(lock, work);
        };
        const { parked } = await rebuild(database, [define(mugList, database)], log.source);
        await database.close();
        expect(times).toBe(4);
        expect(parked).toMatchObject([{ aggregateId: idOf(2) }]);
        expect(await db.get(mugs, idOf(1))).toMatchObject({ sku: 'MUG-1' });
      }));

    test('a log that is lost before the switch ends it: what served serves', () =>
      withReadModels(harness, [shelfCount], async (db, url) => {
        await log.say(1, shelved('top'), shelved('top'));
        const database = await connect(url, silent);
        const change = database.change.bind(database);
        let times = 0;
        database.change = async (lock, work) => {
          // Make the tables, make their indexes, switch.
          if (++times === 3) {
            await log.lose();
            await log.say(1, shelved('low'));
          }
          return change(lock, work);
        };
        const definitions = [define(shelfCount, database)];
        await expect(rebuild(database, definitions, log.source)).rejects.toThrow('begin anew');
        await database.close();
        expect(times).toBe(3);
        expect(await db.get(shelves, 'top')).toBeUndefined();
        await db.rebuild({ ...log.source, restart: true });
        expect(await db.get(shelves, 'low')).toEqual({ name: 'low', mugs: 1 });
        expect(await db.get(shelves, 'top')).toBeUndefined();
      }));
  });
}
