/** What is particular to SQL Server: outages of the network, logins, and databases that are not there. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { OutageError } from '@quickmart/streams';
import mssql, { type ConnectionPool } from 'mssql';
import { describe, expect, test, vi } from 'vitest';
import { openSqlServer } from '../src/sqlserver/open.ts';
import { type Fresh, type Harness, onMaster, open, silent, sqlServer, withReadModels } from './harness.ts';
import { event, idOf, made, mugList, mugOf, shelfCount, shelved } from './mugs.ts';
import { proxyTo } from './proxy.ts';
import { mugs, shelves } from './schema.ts';
import { serverUrl } from './server-url.ts';
import { certificateOf } from './tds-certificate.ts';
import { faultyTds } from './tds-faults.ts';

const harness = sqlServer(serverUrl);

/** The harness with other URLs for its databases. */
const withUrl = (change: (url: URL) => void): Harness => ({
  ...harness,
  async fresh(): Promise<Fresh> {
    const { url, drop } = await harness.fresh();
    const changed = new URL(url);
    change(changed);
    return { url: changed.href, drop };
  },
});

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

/** Runs on the database of a harness, beside the code under test. */
async function onDatabase<Result>(
  url: string,
  work: (pool: ConnectionPool) => Promise<Result>,
): Promise<Result> {
  const { hostname, port, username, password, pathname } = new URL(url);
  const pool = await new mssql.ConnectionPool({
    ...{ server: hostname, port: Number(port), database: pathname.slice(1) },
    ...{ user: decodeURIComponent(username), password: decodeURIComponent(password) },
    options: { trustServerCertificate: true },
  }).connect();
  return await work(pool).finally(() => pool.close());
}

/** Of Azure, of locks and of snapshots: what passes by itself. */
const transient = [1205, 1222, 3960, 10928, 10929, 40197, 40501, 40613, 49918, 49919, 49920];

const changed = (change: (url: URL) => void): string => {
  const url = new URL(serverUrl);
  url.pathname = '/QuickMartNowhere';
  change(url);
  return url.href;
};

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
    await withReadModels(proxied, [shelfCount], async (db) => {
      let pos = 0;
      for (let after = 0; faults.left() === 0; after++) {
        faults.fail(transient[after % transient.length]!, after);
        await db.projector.apply('mug', [shelved(++pos, 'shaky')]);
      }
      // Begin, lock, two reads, two writes, commit: the last one was past the end.
      expect(pos).toBeGreaterThan(7);
      expect(await db.get(shelves, 'shaky')).toEqual({ name: 'shaky', mugs: pos });
    });
    faults.close();
  });

  test('each of these errors is tried again a few times, then it is an outage', async () => {
    const { faults, ...proxied } = await withFaults();
    await withReadModels(proxied, [shelfCount], async (db) => {
      for (const number of transient) {
        faults.fail(number, 0, 3);
        expect(await db.get(shelves, 'none')).toBeUndefined();
        expect(faults.left()).toBe(0);
        faults.fail(number, 0, 1000);
        await expect(db.get(shelves, 'none')).rejects.toBeInstanceOf(OutageError);
        expect(faults.left()).toBe(995);
      }
      faults.fail(0, 0, 0);
    });
    faults.close();
  });

  test('an error of the statement itself is thrown at once', async () => {
    const { faults, ...proxied } = await withFaults();
    await withReadModels(proxied, [shelfCount], async (db) => {
      faults.fail(207, 0, 2);
      const failure: unknown = await db.get(shelves, 'none').catch((error: unknown) => error);
      expect(failure).not.toBeInstanceOf(OutageError);
      expect(String((failure as Error).cause)).toContain('injected 207');
      expect(faults.left()).toBe(1);
    });
    faults.close();
  });

  test('the victim of a deadlock tries again', () =>
    withReadModels(harness, [mugList], (db, url) =>
      onDatabase(url, async (pool) => {
        await db.projector.apply('mug', [made(1, 1), made(2, 2)]);
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

  test('a pool opens no more connections than the URL says, and everyone gets a turn', () =>
    withReadModels(
      withUrl((url) => url.searchParams.set('connectionsMax', '3')),
      [mugList],
      (db, url) =>
        onDatabase(url, async (pool) => {
          const sessions = async () => {
            const { recordset } = await pool.query<{ n: number }>(
              `select count(*) n from sys.dm_exec_sessions where program_name = 'quickmart' and database_id = db_id()`,
            );
            return recordset[0]?.n;
          };
          const queries = Array.from({ length: 60 }, (_, n) => db.get(mugs, idOf(n)));
          const batches = Array.from({ length: 8 }, (_, n) => db.projector.apply('mug', [made(1, n, {}, n)]));
          expect(await sessions()).toBeLessThanOrEqual(3);
          await Promise.all([...queries, ...batches]);
          expect(await sessions()).toBe(3);
        }),
    ));

  test('while partitions wait for the lock, queries find a connection', () =>
    withReadModels(
      withUrl((url) => url.searchParams.set('connectionsMax', '2')),
      [mugList],
      (db, url) =>
        onDatabase(url, async (pool) => {
          const other = new mssql.Transaction(pool);
          await other.begin();
          await other
            .request()
            .query(`exec sp_getapplock 'quickmart-read-models', 'Exclusive', 'Transaction'`);
          const batches = Array.from({ length: 8 }, (_, n) => db.projector.apply('mug', [made(1, n, {}, n)]));
          await sleep(200);
          expect(await db.get(mugs, idOf(1))).toBeUndefined();
          await other.commit();
          await Promise.all(batches);
          expect(
            await db.getMany(
              mugs,
              'id',
              Array.from({ length: 8 }, (_, n) => idOf(n)),
            ),
          ).toHaveLength(8);
        }),
    ));

  test('a database without READ_COMMITTED_SNAPSHOT is warned of at every start', async () => {
    const { url, drop } = await harness.fresh();
    try {
      await onMaster(serverUrl, `create database ${new URL(url).pathname.slice(1)}`);
      const isOn = await onDatabase(url, async (pool) => {
        const { recordset } = await pool.query<{ isOn: boolean }>(
          'select is_read_committed_snapshot_on isOn from sys.databases where name = db_name()',
        );
        return recordset[0]?.isOn;
      });
      const warn = vi.fn();
      await (await openSqlServer(url, { ...silent, warn })).close();
      const warnings = warn.mock.calls.map(([, message]) => String(message));
      expect(warnings.some((message) => message.includes('READ_COMMITTED_SNAPSHOT is off'))).toBe(!isOn);
    } finally {
      await drop();
    }
  });

  test('a database that it creates itself has READ_COMMITTED_SNAPSHOT, or it is warned of', async () => {
    const { url, drop } = await harness.fresh();
    const warn = vi.fn();
    await (await openSqlServer(url, { ...silent, warn })).close();
    expect(warn).not.toHaveBeenCalled();
    await drop();
  });

  test('the certificate is checked against the one in the URL', async () => {
    const { pem, name } = await certificateOf(serverUrl);
    const folder = mkdtempSync(join(tmpdir(), 'quickmart-certificate-'));
    const file = join(folder, 'server.pem');
    try {
      writeFileSync(file, pem);
      const checked = changed((url) => {
        url.pathname = '/master';
        url.search = new URLSearchParams({ certificate: file, hostNameInCertificate: name }).toString();
      });
      await (await openSqlServer(checked, silent)).close();
      const other = changed((url) => {
        url.search = new URLSearchParams({
          certificate: file,
          hostNameInCertificate: 'other.example',
        }).toString();
      });
      await expect(openSqlServer(other, silent)).rejects.toThrow(/other.example/);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  test.each([
    [
      'the password is wrong',
      changed((url) => (url.password = 'not-the-secret')),
      /refused .* check user, password and database/,
    ],
    [
      'nobody listens',
      changed((url) => (url.port = '1')),
      /cannot be reached at .*:1 .*: start it, or correct host and port/,
    ],
    [
      'the host does not exist',
      changed((url) => (url.hostname = 'nowhere.invalid')),
      /cannot be reached at nowhere.invalid/,
    ],
    [
      'the certificate is not trusted',
      changed((url) => (url.search = '')),
      /certificate.* add certificate=.*, or trustServerCertificate=true/,
    ],
    ['the database is not named', changed((url) => (url.pathname = '/')), /DATABASE_URL is not of the form/],
    ['the password is not encoded', serverUrl.replace(/:[^:@]+@/, ':100%secret@'), /percent-encoded/],
  ])('says what to do where %s, without the password', async (_, url, message) => {
    const failure: unknown = await open(url, []).catch((error: unknown) => error);
    expect(String(failure)).toMatch(message);
    expect(String(failure)).not.toMatch(/secret/);
    expect(String(failure)).not.toContain(decodeURIComponent(new URL(serverUrl).password));
  });

  test('a password of any characters works, and a user that may not create a database is told so', async () => {
    const name = `QuickMartLogin${Date.now()}`;
    const password = 'p@ss:/w%rd?#[ü]"';
    await onMaster(serverUrl, `create login ${name} with password = N'${password}'`);
    const url = changed((one) => {
      one.username = name;
      one.password = encodeURIComponent(password);
    });
    try {
      await expect(openSqlServer(url, silent)).rejects.toThrow(`${name} may not create it`);
    } finally {
      await onMaster(serverUrl, `drop login ${name}`);
    }
  });
});
