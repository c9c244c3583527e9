/** SQL Server that fails: outages of the network, errors that pass by themselves, and deadlocks. */
import { setTimeout as sleep } from 'node:timers/promises';
import { OutageError } from '@quickmart/streams';
import mssql from 'mssql';
import { describe, expect, test } from 'vitest';
import { withReadModels } from './harness.ts';
import { event, idOf, made, mugList, mugOf, shelfCount, shelved } from './mugs.ts';
import { proxyTo } from './proxy.ts';
import { mugs, shelves } from './schema.ts';
import { serverUrl } from './server-url.ts';
import { harness, onDatabase, withUrl } from './sqlserver.ts';
import { faultyTds } from './tds-faults.ts';

/** Every connection runs through a proxy. */
async function behindProxy() {
  const { hostname, port } = new URL(serverUrl);
  const proxy = await proxyTo(hostname, Number(port));
  return { ...withUrl((url) => (url.host = `127.0.0.1:${proxy.port}`)), proxy };
}

/** Every request may be answered with an error of the server. */
async function withFaults() {
  const { hostname, port } = new URL(serverUrl);
  const faults = await faultyTds(hostname, Number(port));
  const proxied = withUrl((url) => {
    url.host = `127.0.0.1:${faults.port}`;
    url.searchParams.set('encrypt', 'false');
  });
  return { ...proxied, faults };
}

/** Without heartbeats: they would take some of the errors that are counted. */
const quiet = { heartbeatMs: 3_600_000 };

/** Of Azure, of locks and of snapshots: what passes by itself. */
const transient = [1205, 1222, 3960, 10928, 10929, 40197, 40501, 40613, 49918, 49919, 49920];

describe('SQL Server', () => {
  test('an outage is told as one, and afterwards everything goes on', async () => {
    const { proxy, ...proxied } = await behindProxy();
    await withReadModels(proxied, [mugList], async (db) => {
      await db.projector.apply('mug', [made(1, 1)]);
      await proxy.cut();
      await expect(db.projector.apply('mug', [made(2, 2)])).rejects.toBeInstanceOf(OutageError);
      await expect(db.get(mugs, idOf(1))).rejects.toBeInstanceOf(OutageError);
      await expect(db.ping()).rejects.toBeInstanceOf(OutageError);
      expect(await db.waitFor('mug.0@1-2', 60)).toBe(false);
      const wait = db.waitFor('mug.0@1-2', 20_000);
      await proxy.restore();
      await db.projector.apply('mug', [made(2, 2)]);
      expect(await wait).toBe(true);
      expect(await db.get(mugs, idOf(2))).toEqual(mugOf(2, { version: 2 }));
    });
    await proxy.cut();
  });

  test('connections that break at any moment count nothing twice and lose nothing', async () => {
    const { proxy, ...proxied } = await behindProxy();
    await withReadModels(proxied, [shelfCount], async (db) => {
      for (let pos = 1; pos <= 60; pos += 3) {
        // A batch takes some 50 ms here, so each one loses its connection somewhere else.
        const breaking = setTimeout(proxy.breakAll, Math.random() * 60);
        const batch = [0, 1, 2].map((next) => shelved(pos + next, 'shaky'));
        await db.projector.apply('mug', batch).catch((error: unknown) => {
          expect(error).toBeInstanceOf(OutageError);
          return db.projector.apply('mug', batch);
        });
        clearTimeout(breaking);
      }
      expect(await db.get(shelves, 'shaky')).toEqual({ name: 'shaky', mugs: 60 });
    });
    await proxy.cut();
  });

  test('an error that passes by itself is tried again, whichever statement it meets, and counts nothing twice', async () => {
    const { faults, ...proxied } = await withFaults();
    await withReadModels(
      proxied,
      [shelfCount],
      async (db) => {
        let pos = 0;
        for (let after = 0; faults.left() === 0; after++) {
          faults.fail(transient[after % transient.length]!, after);
          await db.projector.apply('mug', [shelved(++pos, 'shaky')]);
        }
        // Begin, lock, two reads, two writes, commit: the last one was past the end.
        expect(pos).toBeGreaterThan(7);
        expect(await db.get(shelves, 'shaky')).toEqual({ name: 'shaky', mugs: pos });
      },
      quiet,
    );
    faults.close();
  });

  test('each of these errors is tried again a few times, then it is an outage', async () => {
    const { faults, ...proxied } = await withFaults();
    await withReadModels(
      proxied,
      [shelfCount],
      async (db) => {
        for (const number of transient) {
          faults.fail(number, 0, 3);
          expect(await db.get(shelves, 'none')).toBeUndefined();
          expect(faults.left()).toBe(0);
          faults.fail(number, 0, 1000);
          await expect(db.get(shelves, 'none')).rejects.toBeInstanceOf(OutageError);
          expect(faults.left()).toBe(995);
        }
        faults.fail(0, 0, 0);
      },
      quiet,
    );
    faults.close();
  });

  test('an error of the data is thrown at once, any other is an outage at once: a right, a full disk, an unknown number', async () => {
    const { faults, ...proxied } = await withFaults();
    await withReadModels(
      proxied,
      [shelfCount],
      async (db) => {
        const failureOf = async (number: number): Promise<unknown> => {
          // The transaction begins, and then: once, as nobody tries again.
          faults.fail(number, 1, 1);
          return await db.projector.apply('mug', [shelved(1, 'none')]).catch((error: unknown) => error);
        };
        const data = await failureOf(2628);
        expect(data).not.toBeInstanceOf(OutageError);
        expect(String(data)).toContain('injected 2628');
        for (const number of [229, 1105, 823, 40544, 99_999]) {
          const failure = await failureOf(number);
          expect(failure).toBeInstanceOf(OutageError);
          // Readiness says why, until an event is applied again.
          await expect(db.ping()).rejects.toThrow(`injected ${number} (error ${number})`);
        }
        await db.projector.apply('mug', [shelved(1, 'none')]);
        await db.ping();
      },
      quiet,
    );
    faults.close();
  });

  test('the victim of a deadlock tries again', () =>
    withReadModels(harness, [mugList], (db, url) =>
      onDatabase(url, async (pool) => {
        await db.projector.apply('mug', [made(1, 1), made(2, 2)]);
        // Through the view: it shows the table that serves.
        const other = new mssql.Transaction(pool);
        await other.begin();
        // The one who is to win: where the server looks for the cheaper victim, and where it takes the first to wait.
        await other
          .request()
          .query(`set deadlock_priority high; update mugs set stock = 5 where sku = 'MUG-2'`);
        const applied = db.projector.apply('mug', [
          event(3, 'MugPaintedEvent', 1, { name: 'Blue' }),
          event(4, 'MugPaintedEvent', 2, { name: 'Red' }),
        ]);
        await sleep(300);
        await other.request().query(`update mugs set stock = 5 where sku = 'MUG-1'`);
        await other.commit();
        await applied;
        expect(await db.get(mugs, idOf(1))).toEqual(mugOf(1, { name: 'Blue', stock: 5, version: 3 }));
        expect(await db.get(mugs, idOf(2))).toEqual(mugOf(2, { name: 'Red', stock: 5, version: 4 }));
      }),
    ));
});
