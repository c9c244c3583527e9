/** What is particular to SQL Server: outages of the network, logins, and databases that are not there. */
import { OutageError } from '@quickmart/streams';
import { describe, expect, test } from 'vitest';
import { openSqlServer } from '../src/sqlserver/open.ts';
import { type Fresh, onMaster, open, silent, sqlServer, withReadModels } from './harness.ts';
import { idOf, made, mugList, mugOf, shelfCount, shelved } from './mugs.ts';
import { proxyTo } from './proxy.ts';
import { mugs, shelves } from './schema.ts';
import { serverUrl } from './server-url.ts';

const harness = sqlServer(serverUrl);

/** Like the harness, but every connection runs through a proxy. */
async function behindProxy() {
  const { hostname, port } = new URL(serverUrl);
  const proxy = await proxyTo(hostname, Number(port));
  const fresh = async (): Promise<Fresh> => {
    const { url, drop } = await harness.fresh();
    const proxied = new URL(url);
    proxied.host = `127.0.0.1:${proxy.port}`;
    return { url: proxied.href, drop };
  };
  return { ...harness, fresh, proxy };
}

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
      await db.projector.apply('mug', 0, [made(1, 1)]);
      await proxy.cut();
      await expect(db.projector.apply('mug', 0, [made(2, 2)])).rejects.toBeInstanceOf(OutageError);
      await expect(db.get(mugs, idOf(1))).rejects.toBeInstanceOf(OutageError);
      await expect(db.ping()).rejects.toBeInstanceOf(OutageError);
      expect(await db.waitFor('mug.0@1-2', 60)).toBe(false);
      const wait = db.waitFor('mug.0@1-2', 20_000);
      await proxy.restore();
      await db.projector.apply('mug', 0, [made(2, 2)]);
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
        await db.projector.apply('mug', 0, batch).catch((error: unknown) => {
          expect(error).toBeInstanceOf(OutageError);
          return db.projector.apply('mug', 0, batch);
        });
        clearTimeout(breaking);
      }
      expect(await db.get(shelves, 'shaky')).toEqual({ name: 'shaky', mugs: 60 });
    });
    await proxy.cut();
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
      /certificate.* add trustServerCertificate=true/,
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
