/** Connections to SQL Server: pools, certificates, logins, and databases that are not there. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import mssql from 'mssql';
import { describe, expect, test, vi } from 'vitest';
import { openSqlServer } from '../src/sqlserver/open.ts';
import { onMaster, withDatabase, withReadModels } from './harness.ts';
import { idOf, made, mugList } from './mugs.ts';
import { open, silent } from './open.ts';
import { mugs } from './schema.ts';
import { serverUrl } from './server-url.ts';
import { harness, onDatabase, withUrl } from './sqlserver.ts';
import { certificateOf } from './tds-certificate.ts';

const changed = (change: (url: URL) => void): string => {
  const url = new URL(serverUrl);
  url.pathname = '/QuickMartNowhere';
  change(url);
  return url.href;
};

describe('SQL Server', () => {
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

  test('a database without READ_COMMITTED_SNAPSHOT is warned of at every start', () =>
    withDatabase(harness, async (url) => {
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
    }));

  test('a database that it creates itself has READ_COMMITTED_SNAPSHOT, or it is warned of', () =>
    withDatabase(harness, async (url) => {
      const warn = vi.fn();
      await (await openSqlServer(url, { ...silent, warn })).close();
      expect(warn).not.toHaveBeenCalled();
    }));

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
      changed((url) => (url.hostname = 'no..such.host')), // no name that a name server could be asked for
      /cannot be reached at no\.\.such\.host/,
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
