/** SQL Server with two logins, one that changes tables and one for the service; and databases that are not there. */
import { sql } from 'drizzle-orm';
import { expect, onTestFinished, test } from 'vitest';
import { connect } from '../src/connect.ts';
import { openReadModels } from '../src/index.ts';
import { openSqlServer } from '../src/sqlserver/open.ts';
import { onMaster, storedTable } from './harness.ts';
import { idOf, made, mugList, mugOf } from './mugs.ts';
import { openEmpty, silent } from './open.ts';
import { mugs } from './schema.ts';
import { serverUrl } from './server-url.ts';
import { harness, withUrl } from './sqlserver.ts';
import { faultyTds } from './tds-faults.ts';

/** A database that does not exist yet; gone after the test. */
async function fresh(one = harness): Promise<string> {
  const { url, drop } = await one.fresh();
  onTestFinished(drop);
  return url;
}

/** A login without any right but to connect. */
async function newLogin(): Promise<{ user: string; of: (url: string) => string }> {
  const user = `QuickMartRun${Date.now()}${Math.floor(Math.random() * 1e6)}`;
  const password = 'p@ss:/w%rd?#[ü]"1A';
  await onMaster(serverUrl, `create login ${user} with password = N'${password}'`);
  onTestFinished(() => onMaster(serverUrl, `drop login ${user}`));
  const of = (url: string) => {
    const own = new URL(url);
    own.username = user;
    own.password = encodeURIComponent(password);
    return own.href;
  };
  return { user, of };
}

test('a first start with two logins: the database is created, and the service runs with select, insert, update, delete', async () => {
  const run = await newLogin();
  const adminUrl = await fresh();
  const url = run.of(adminUrl);
  const options = { url, adminUrl, name: 'mugs', projections: [mugList], logger: silent };
  const readModels = await openEmpty(options);
  try {
    await readModels.projector.apply('mug', [made(1, 1)]);
    expect(await readModels.get(mugs, idOf(1))).toEqual(mugOf(1));
  } finally {
    await readModels.close();
  }
  // Every later start, and several at once.
  const again = await Promise.all([1, 2, 3].map(() => openReadModels(options)));
  await Promise.all(again.map((one) => one.close()));
  const database = await connect(url, silent);
  try {
    const { name } = await storedTable(database, [mugList], mugs);
    for (const statement of [
      'create table extra (id int)',
      'create view more as select 1 one',
      'drop view mugs',
      `drop table ${name}`,
      `alter table ${name} add extra int`,
    ])
      await expect(database.change('by-hand', (tx) => tx.execute(sql.raw(statement)))).rejects.toThrow();
    expect((await database.columnsOf(['extra'])).size).toBe(0);
  } finally {
    await database.close();
  }
});

test('createDatabase=false, of either login: nothing is created, and it is said what is missing', async () => {
  const asked = await fresh(withUrl((url) => url.searchParams.set('createDatabase', 'false')));
  const plain = asked.replace(/&?createDatabase=false/, '');
  for (const [url, adminUrl] of [[asked], [plain, asked], [asked, plain]] as const)
    await expect(openSqlServer(url!, silent, { adminUrl })).rejects.toThrow(
      /^there is no database QuickMartTest\d+ on .*: create it$/,
    );
});

test('several services, of several instances each, that start at once on an empty server create their databases', async () => {
  const urls = await Promise.all([1, 2].map(() => fresh()));
  const starts = urls.flatMap((url) => [openSqlServer(url, silent), openSqlServer(url, silent)]);
  const opened = await Promise.all(starts);
  await Promise.all(opened.map((one) => one.close()));
});

test.each([1807, 1801, 5030])('a creation that is raced (error %i) is tried again', async (number) => {
  const { hostname, port } = new URL(serverUrl);
  const faults = await faultyTds(hostname, Number(port));
  onTestFinished(() => faults.close());
  const url = await fresh(
    withUrl((one) => {
      one.host = `127.0.0.1:${faults.port}`;
      one.searchParams.set('encrypt', 'false');
    }),
  );
  // The first request asks whether there is such a database, the second one creates it.
  faults.fail(number, 1, 1);
  await (await openSqlServer(url, silent)).close();
  expect(faults.left()).toBe(0);
});
