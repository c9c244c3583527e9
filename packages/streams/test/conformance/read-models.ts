/** Guarantees 8 and 10: read models in a real SQL database, over crashes and outages. */
import { join } from 'node:path';
import { expect, vi } from 'vitest';
import { limits } from '../../src/limits.ts';
import { until } from '../servers/until.ts';
import type { Guarantee } from './guarantee.ts';
import type { NoteEvents } from './ledger.ts';
import { foldRows, readLog } from './oracle.ts';
import { outage, type Row, SqliteProjector } from './sqlite.ts';
import { someIds, type World } from './world.ts';

const ids = someIds(24);

/** What the rows have to be, from the log. */
const expectedRows = async (world: World) =>
  foldRows(await readLog<NoteEvents['NotedEvent']>(world.store.log.redis, world.source));

const byId = (rows: Row[]) =>
  rows.map((row) => ({ ...row })).sort((a, b) => a.aggregateId.localeCompare(b.aggregateId));
const total = (rows: Row[]) => rows.reduce((sum, { events }) => sum + events, 0);

export const countedOnce: Guarantee = {
  title: 'the rows of a read model count every event once, over kill -9 of consumers and of Redis',
  alone: true,
  timeoutMs: 120_000,
  test: async (world) => {
    const database = join(world.dir, 'rows.db');
    const view = new SqliteProjector(database);
    const work = () => world.work({ database });
    const [first] = await Promise.all([work(), work()]);
    const load = world.load(ids);
    const more = async (count: number) => {
      const before = total(view.rows());
      await until('rows are counted', () => total(view.rows()) > before + count, 60_000);
    };
    await more(300);
    first.kill();
    await work();
    await more(300);
    await world.deployment.disturb(world.source);
    await more(300);
    world.workers.at(-1)!.kill();
    await load.stop();
    await until('all are counted', () => total(view.rows()) >= load.count, 60_000);
    expect(byId(view.rows())).toEqual(byId(await expectedRows(world)));
    expect(total(view.rows())).toBe(load.count);
    view.close();
  },
};

export const sqlOutage: Guarantee = {
  title: 'an outage of SQL dead-letters nothing, in read models and in handlers, however often it is tried',
  alone: true,
  test: async (world) => {
    // Without jitter the waits are the shortest: more attempts in the time of this test than an event has.
    const random = vi.spyOn(Math, 'random').mockReturnValue(0);
    const projector = new SqliteProjector(join(world.dir, 'rows.db'));
    const handled = new SqliteProjector(join(world.dir, 'handled.db'));
    const giveBack = ['rows.db', 'handled.db'].map((file) => outage(join(world.dir, file)));
    for (let n = 1; n <= 20; n++) await Promise.all(ids.map((id) => world.add(id, n)));
    let calls = 0;
    const apply = vi.spyOn(projector, 'apply');
    await world.consume((group) =>
      group.project(world.source, projector).react<NoteEvents>(world.source, {
        NotedEvent: async (event, { attempt }) => {
          calls++;
          expect(attempt).toBe(1);
          handled.note(event);
        },
      }),
    );
    const enough = limits.attemptsMax + 2;
    await until('it is tried more often than an event may fail', () => {
      return calls > ids.length + enough && apply.mock.calls.length > enough;
    });
    for (const give of giveBack) give();
    await until('all are counted', () => total(projector.rows()) === 20 * ids.length);
    await until('all are handled', () => handled.noted === 20 * ids.length);
    random.mockRestore();
    expect(await world.deadLetters()).toBe(0);
    expect(await world.deadLetters('readers-read-models')).toBe(0);
    expect(byId(projector.rows())).toEqual(byId(await expectedRows(world)));
  },
};
