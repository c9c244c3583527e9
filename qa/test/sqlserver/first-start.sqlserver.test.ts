/** The first start of all services at once on an empty SQL Server, with two logins: one that changes tables, one that runs. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { onDatabase } from '../../../packages/projections/test/sqlserver.ts';
import { serviceNames } from '../../src/names.ts';
import { type System, startSystem } from '../../src/processes.ts';
import { decided, placeOrder, stockedProduct } from '../system/shop.ts';
import { type Databases, type Login, newDatabases, newLogin } from './databases.ts';

let login: Login;
let databases: Databases;
let system: System;
beforeAll(async () => {
  login = await newLogin();
  databases = await newDatabases(() => {}, login);
  system = await startSystem({ apart: serviceNames, envOf: databases.envOf });
});
afterAll(async () => {
  await system?.stop();
  await databases?.drop();
  await login?.drop();
});

test('the databases are created, and an order goes its way', async () => {
  const product = await stockedProduct(system);
  const { body } = await placeOrder(system, [{ productId: product.id, quantity: 2 }]);
  expect(await decided(system, body.id)).toMatchObject({ status: 'confirmed' });
  expect(system.defects()).toEqual([]);
});

test('another instance of each service starts on what is there', async () => {
  const more = await Promise.all(serviceNames.map((name) => system.another(name)));
  expect(more.every(({ isAlive }) => isAlive)).toBe(true);
});

test.each(serviceNames)(
  'the login that %s runs with reads and writes, and changes no table',
  async (name) => {
    await onDatabase(login.of(databases.urls[name]), async (pool) => {
      const { recordset } = await pool.query<{ name: string }>('select name from sys.tables order by name');
      const [table] = recordset.map((one) => `[${one.name}]`);
      await pool.query(`select count(*) n from ${table}`);
      for (const statement of [
        'create table extra (id int)',
        `drop table ${table}`,
        `alter table ${table} add extra int`,
      ])
        await expect(pool.query(statement)).rejects.toThrow();
    });
  },
);
