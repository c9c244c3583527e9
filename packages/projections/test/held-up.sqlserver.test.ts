/** A report that reads a view for long, while another build of its rows is to take the view over. */

import { type Logger, OutageError } from '@quickmart/streams';
import { until } from '@quickmart/streams/testing';
import mssql from 'mssql';
import { expect, test } from 'vitest';
import { openReadModels } from '../src/index.ts';
import { withDatabase } from './harness.ts';
import { MugLog, painted } from './mug-log.ts';
import { idOf, mugsOf } from './mugs.ts';
import { silent } from './open.ts';
import { mugs } from './schema.ts';
import { harness, onDatabase } from './sqlserver.ts';

const log = new MugLog();

async function start(url: string, revision: number) {
  const warned: string[] = [];
  const logger: Logger = { ...silent, warn: (_, text) => void warned.push(text) };
  const db = await openReadModels({ url, projections: [mugsOf(revision)], logger });
  const consumers = log.project(db);
  const stop = async () => {
    await consumers.stop(100);
    await db.close();
  };
  return { db, warned, stop };
}

/** Reads a view until the work has ended, and does not get to its end. */
const reporting = <Result>(url: string, work: () => Promise<Result>): Promise<Result> =>
  onDatabase(url, async (pool) => {
    const report = new mssql.Request(pool);
    report.stream = true;
    report.on('error', () => {});
    const first = new Promise((resolve) => report.once('row', resolve));
    void report.query('select a.name from mugs a, mugs b, mugs c, mugs d, mugs e');
    await first;
    report.pause();
    return await work().finally(() => report.cancel());
  });

test('the switch waits for the report, says so, and holds up nobody else', { timeout: 120_000 }, () =>
  withDatabase(harness, async (url) => {
    await log.fill(30);
    const old = await start(url, 1);
    await until(() => old.db.get(mugs, idOf(30)).catch(() => undefined));
    const next = await reporting(url, async () => {
      const next = await start(url, 2);
      const heldUp = /no other session, such as a report, reads the views/;
      await until(async () => next.warned.some((text) => heldUp.test(text)));
      await expect(next.db.ping()).rejects.toThrow(heldUp);
      await expect(next.db.ping()).rejects.toThrow(OutageError);
      for (const name of ['Blue', 'Green', 'Red']) {
        await log.say(1, painted(name));
        await until(async () => (await old.db.get(mugs, idOf(1)))?.name === name, 15_000);
      }
      expect(next.warned.filter((text) => heldUp.test(text))).toHaveLength(1);
      return next;
    });
    await until(() => next.db.get(mugs, idOf(1)).catch(() => undefined));
    expect(await next.db.ping()).toEqual({});
    expect(await next.db.get(mugs, idOf(1))).toMatchObject({ name: 'Red', note: 'revision 2' });
    const shown = await onDatabase(
      url,
      async (pool) => (await pool.query('select note from mugs')).recordset,
    );
    expect(shown.map(({ note }) => note)).toEqual(Array(30).fill('revision 2'));
    await old.stop();
    await next.stop();
  }),
);
