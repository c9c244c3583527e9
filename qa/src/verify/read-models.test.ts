/** What verify must find in the read models: each thing broken by hand, on a system that was sound before. */
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Found, partitionFor, type Sound, soundSystem } from '../../test/sound-system.ts';
import { qa } from '../../test/testing.ts';
import type { Lab } from '../lab.ts';
import { services } from '../services.ts';

let lab: Lab;
let productId: string;
let orderId: string;
let verify: Sound['verify'];
let sql: Sound['sql'];
beforeAll(async () => {
  ({ lab, productId, orderId, verify, sql } = await soundSystem());
});
afterAll(() => lab?.stop());

test('a row that was deleted by hand, and one that was changed; a rebuild mends both', async () => {
  sql('order', (stored) => `delete from ${stored('orders')} where id = '${orderId}'`);
  sql(
    'inventory',
    (stored) => `update ${stored('inventories')} set onHand = 7 where productId = '${productId}'`,
  );
  const { kinds, findings } = await verify();
  expect(kinds).toEqual(['row']);
  // One row, one finding.
  expect(findings).toHaveLength(2);
  const said = findings.map(({ where, what }) => `${where} ${what}`).join('\n');
  expect(said).toMatch(
    new RegExp(`order orders ${orderId} there is no row, the events say {"id":"${orderId}"`),
  );
  expect(said).toMatch(new RegExp(`inventory inventories ${productId} onHand is 7, the events say 100`));
  expect(await qa(lab, 'rebuild', 'order/order-list')).toMatchObject({
    code: 0,
    out: expect.stringMatching(/--yes/),
  });
  expect((await verify()).ok).toBe(false);
  expect(await qa(lab, 'rebuild', 'order/order-list', '--yes')).toMatchObject({ code: 0 });
  expect(await qa(lab, 'rebuild', 'inventory', '--yes')).toMatchObject({ code: 0 });
  expect(await verify()).toMatchObject({ ok: true });
});

test('a checkpoint that was copied to another partition', async () => {
  const columns = 'projection, category, "partition", epoch, pos, eventId, updatedAt';
  const [free] = [0, 1, 2, 3, 4, 5, 6, 7].filter((one) => one !== partitionFor(productId));
  sql(
    'product',
    () => `insert into read_model_checkpoints (${columns})
      select projection, category, ${free}, epoch, pos, eventId, updatedAt from read_model_checkpoints
      where category = 'product'`,
  );
  const { kinds, findings } = await verify();
  expect(kinds).toEqual(['checkpoint']);
  expect(findings[0]).toMatchObject({
    where: `product products product.${free}@1-1`,
    what: expect.stringMatching(/^says event .*; nothing stands there$/),
  });
  sql(
    'product',
    () => `delete from read_model_checkpoints where category = 'product' and "partition" = ${free}`,
  );
  expect(await verify()).toMatchObject({ ok: true });
});

test('a database without the tables of this build: it is said, stays as it is, and the rest is checked', async () => {
  const older = new DatabaseSync(`${lab.data}/product.sqlite`);
  const [row] = older.prepare("select * from read_models where projection = 'products'").all();
  older.prepare('update read_models set id = ? where id = ?').run('products_0badc0de', row!.id!);
  const { findings, readModels } = await verify();
  expect(findings).toMatchObject([
    {
      kind: 'database',
      where: expect.stringMatching(/^product file:/),
      what: expect.stringMatching(`cannot be read: .* has no tables of this build \\(${row!.id}`),
    },
  ]);
  expect(readModels.map(({ rows }) => rows !== undefined)).toEqual(
    services.map(({ name }) => name !== 'product'),
  );
  const ids = older.prepare("select id from read_models where projection = 'products'").all();
  expect(ids).toEqual([{ id: 'products_0badc0de' }]);
  older.prepare('update read_models set id = ? where id = ?').run(row!.id!, 'products_0badc0de');
  older.close();
  expect(await verify()).toMatchObject({ ok: true });
});

/** The service is said to have another database. */
async function withDatabase(url: string): Promise<Found> {
  process.env.ORDER_DATABASE_URL = url;
  try {
    return await verify();
  } finally {
    delete process.env.ORDER_DATABASE_URL;
  }
}

test('a read model that is not there, and one that is no database: each is one finding, and the rest is checked', async () => {
  const gone = await withDatabase(`file:${lab.data}/nowhere.sqlite`);
  expect(gone.findings).toMatchObject([
    { kind: 'database', what: expect.stringMatching(/is not there; the log has \d+ events for it/) },
  ]);
  // A rebuild would make one that nobody reads.
  process.env.ORDER_DATABASE_URL = `file:${lab.data}/nowhere.sqlite`;
  expect(await qa(lab, 'rebuild', 'order', '--yes')).toMatchObject({
    code: 2,
    err: expect.stringMatching(/there is no database file:.*nowhere.*ORDER_DATABASE_URL/),
  });
  delete process.env.ORDER_DATABASE_URL;
  expect(existsSync(`${lab.data}/nowhere.sqlite`)).toBe(false);
  const others = services.filter(({ name }) => name !== 'order').length;
  expect(gone.readModels.filter(({ rows }) => rows !== undefined)).toHaveLength(others);
  writeFileSync(`${lab.data}/broken.sqlite`, 'this is no database');
  const broken = await withDatabase(`file:${lab.data}/broken.sqlite`);
  expect(broken.findings).toMatchObject([
    { kind: 'database', what: expect.stringMatching(/^cannot be read: /) },
  ]);
  const refused = await withDatabase('sqlserver://sa:secret@127.0.0.1:1/OrderDb');
  expect(refused.findings).toMatchObject([{ kind: 'database' }]);
  expect(JSON.stringify(refused)).not.toContain('secret');
});

test('the database is the one of the service that runs; one that is left from before is found out', async () => {
  const old = `${lab.data}/old.sqlite`;
  sql('order', () => `vacuum into '${old}'`);
  const database = new DatabaseSync(old);
  const tables = database.prepare("select name from sqlite_master where type = 'table'").all();
  const kept = ['read_models', 'read_model_builds', 'read_model_views'];
  for (const { name } of tables) if (!kept.includes(String(name))) database.exec(`delete from "${name}"`);
  database.close();
  const run = { redisUrl: lab.url, databases: { order: `file:${old}` } };
  writeFileSync(`${lab.data}/run.json`, JSON.stringify(run));
  const { kinds, findings } = await verify();
  rmSync(`${lab.data}/run.json`);
  expect(kinds).toEqual(['checkpoint']);
  expect(findings).toContainEqual(
    expect.objectContaining({
      where: `order order.${partitionFor(orderId)}`,
      what: expect.stringMatching(/^is at 0-0, the group order-read-models has done everything up to 1-\d+/),
    }),
  );
});

test('a projection that is broken', async () => {
  const { readModels = [] } = services.find(({ name }) => name === 'order') ?? {};
  const { evolve } = readModels[0]!.sources.get('order') as unknown as { evolve: Map<string, unknown> };
  const placed = evolve.get('OrderPlacedEvent') as (...args: unknown[]) => object;
  evolve.set('OrderPlacedEvent', (...args: unknown[]) => ({ ...placed(...args), customerId: 'nobody' }));
  const { findings } = await verify();
  evolve.set('OrderPlacedEvent', placed);
  expect(findings).toHaveLength(5);
  const what = expect.stringMatching(/^customerId is "sealed\..*", the events say "nobody"$/);
  expect(findings[0]).toMatchObject({ kind: 'row', what });
});
