/** What verify must find: each thing broken by hand, on a system that was sound before. */
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { keys, partitionOf } from '@quickmart/streams';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Lab, startLab } from '../lab.ts';
import { append } from '../lab-io.ts';
import { services } from '../services.ts';
import { qa, sellMugs, send } from '../testing.ts';
import type { Report } from './command.ts';

let lab: Lab;
let productId: string;
let orderId: string;
/** Of the order's second event, and of its last one. */
let place: string;
let last: string;
let version: number;
let events: string;
const partition = (id: string) => partitionOf(id, 8);

beforeAll(async () => {
  lab = await startLab();
  productId = await sellMugs(lab);
  for (let n = 0; n < 5; n++) {
    const body = { customerId: 'ann', lines: [{ productId, quantity: 1 }] };
    ({ id: orderId } = await send(lab, 'order', { method: 'POST', path: '/api/orders', body }));
  }
  await lab.settled();
  for (const { consumers } of lab.services.values()) await consumers.stop();
  place = (await lab.redis.lindex(keys.index('order', orderId), 1)) ?? '';
  last = (await lab.redis.lindex(keys.index('order', orderId), -1)) ?? '';
  version = await lab.redis.llen(keys.index('order', orderId));
  events = keys.events('order', partition(orderId));
});
afterAll(() => lab?.stop());

async function verify(...args: string[]): Promise<Report & { kinds: string[] }> {
  const { code, out } = await qa(lab, 'verify', '--json', ...args);
  const report = JSON.parse(out) as Report;
  expect(code).toBe(report.ok ? 0 : 1);
  return { ...report, kinds: [...new Set(report.findings.map(({ kind }) => kind))].sort() };
}

/** What stood at the end of a stream, and was deleted. */
async function forget(stream: string): Promise<void> {
  const [end] = await lab.redis.xrevrange(stream, '+', '-', 'COUNT', 1);
  await lab.redis.call('XSETID', stream, end?.[0] ?? '0-0');
}

/** Breaks something, looks (at a category only, where that shows it), and mends it. */
async function broken(damage: () => Promise<unknown>, mend: () => Promise<unknown>, category?: string) {
  const only = category === undefined ? [] : ['--category', category];
  await damage();
  const report = await verify(...only);
  await mend();
  expect(await verify(...only)).toMatchObject({ ok: true });
  return report;
}

test('a sound system: nothing is found, and what was looked at is said', async () => {
  expect(await verify()).toMatchObject({ ok: true, findings: [] });
  const { out } = await qa(lab, 'verify');
  expect(out).toMatch(/order: \d+ events of 5 aggregates, \d groups.*nothing found/s);
});

test('a stream entry that was deleted by hand', async () => {
  // An entry in the middle cannot be put back: the partition is written anew.
  const all = (await lab.redis.xrange(events, '-', '+')) as [string, string[]][];
  const groups = (await lab.redis.xinfo('GROUPS', events)) as string[][];
  const report = await broken(
    () => lab.redis.xdel(events, place),
    async () => {
      await lab.redis.del(events);
      for (const [id, fields] of all) await lab.redis.xadd(events, id, ...fields);
      for (const flat of groups) {
        const value = (name: string) => flat[flat.indexOf(name) + 1]!;
        await lab.redis.xgroup('CREATE', events, value('name'), value('last-delivered-id'));
      }
    },
  );
  const pos = place.split('-')[1];
  expect(report.findings.map(({ what }) => what).join('\n')).toMatch(
    new RegExp(`position ${pos} (is|was) missing|the last entry is`),
  );
  expect(report.findings).toContainEqual(
    expect.objectContaining({ kind: 'index', what: `version 2: the index says ${place}, the log nothing` }),
  );
});

test('an entry that was written past the append script', async () => {
  let id: string;
  const report = await broken(
    async () => {
      id = (await lab.redis.xadd(events, '*', 'foo', 'bar'))!;
    },
    async () => {
      await lab.redis.xdel(events, id);
      await forget(events);
    },
    'order',
  );
  expect(report.findings.filter(({ kind }) => kind === 'foreign')).toMatchObject([
    { what: expect.stringMatching(/stands after the head: order\.\d takes no events/) },
  ]);
});

test('a position that was given twice, and an entry that is no event between others', async () => {
  const pos = Number(await lab.redis.hget(keys.head('order'), 'pos'));
  const streams = Array.from({ length: 8 }, (_, p) => keys.events('order', p));
  const ends = await Promise.all(streams.map((stream) => lab.redis.xrevrange(stream, '+', '-', 'COUNT', 1)));
  const other = streams[ends.findIndex(([end]) => end?.[0] !== `1-${pos}`)]!;
  const [, fields] = (await lab.redis.xrange(events, last, last))[0]!;
  const report = await broken(
    async () => {
      await lab.redis.xadd(other, `1-${pos}`, ...fields);
      await lab.redis.hset(keys.head('order'), 'epoch', 3);
      await lab.redis.xadd(other, '2-1', 'foo', 'bar');
    },
    async () => {
      await lab.redis.xdel(other, `1-${pos}`, '2-1');
      await forget(other);
      await lab.redis.hset(keys.head('order'), 'epoch', 1);
    },
    'order',
  );
  expect(report.kinds).toEqual(expect.arrayContaining(['double', 'foreign']));
});

test('an index, a version and a head that were changed by hand', async () => {
  const index = keys.index('order', orderId);
  const cut = await broken(
    () => lab.redis.rpop(index),
    () => lab.redis.rpush(index, last),
    'order',
  );
  expect(cut.kinds).toEqual(['index']);
  const ids = await lab.redis.lrange(index, 0, -1);
  const lost = await broken(
    () => lab.redis.del(index),
    () => lab.redis.rpush(index, ...ids),
    'order',
  );
  // All of it is one finding, beside that of the version.
  expect(lost.findings).toMatchObject([
    { kind: 'index', what: `is at version ${version}, its index has 0` },
    {
      kind: 'index',
      what: expect.stringMatching(`and so on: ${version} of ${version} versions differ$`),
    },
  ]);
  const moved = await broken(
    () => lab.redis.hset(keys.aggregate('order', orderId), 'version', 77),
    () => lab.redis.hset(keys.aggregate('order', orderId), 'version', version),
    'order',
  );
  expect(moved.findings).toMatchObject([
    { kind: 'index', what: `is at version 77, its index has ${version}` },
  ]);
  const head = await broken(
    () => lab.redis.hincrby(keys.head('order'), 'pos', 3),
    () => lab.redis.hincrby(keys.head('order'), 'pos', -3),
    'order',
  );
  expect(head.findings).toMatchObject([
    { kind: 'head', what: expect.stringMatching(/^says \d+, the last entry is \d+$/) },
  ]);
  const orphan = await broken(
    () => lab.redis.rpush(keys.index('order', 'nobody'), '1-1'),
    () => lab.redis.del(keys.index('order', 'nobody')),
    'order',
  );
  expect(orphan.findings).toMatchObject([{ kind: 'index', where: keys.index('order', 'nobody') }]);
});

test('a unique value of nobody', async () => {
  const claim = keys.claim('product', 'sku', 'GONE');
  const report = await broken(
    () => lab.redis.set(claim, 'nobody'),
    () => lab.redis.del(claim),
    'product',
  );
  expect(report.findings).toMatchObject([{ kind: 'claim', where: claim }]);
});

test('a group past the log, and one that waits for what is gone', async () => {
  const leases = keys.leases('order', 'inventory');
  const field = `done:${partition(orderId)}`;
  const done = (await lab.redis.hget(leases, field)) ?? '';
  const past = await broken(
    () => lab.redis.hset(leases, field, '9-99'),
    () => lab.redis.hset(leases, field, done),
    'order',
  );
  expect(past.findings).toMatchObject([{ kind: 'group', where: `${events} inventory` }]);
});

/** Statements on the file of a service, past the service. */
function sql(service: string, ...statements: string[]): void {
  const database = new DatabaseSync(`${lab.data}/${service}.sqlite`);
  for (const statement of statements) database.exec(statement);
  database.close();
}

test('a row that was deleted by hand, and one that was changed; a rebuild mends both', async () => {
  sql('order', `delete from orders where id = '${orderId}'`);
  sql('inventory', `update inventories set onHand = 7 where productId = '${productId}'`);
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
  const [free] = [0, 1, 2, 3, 4, 5, 6, 7].filter((one) => one !== partition(productId));
  sql(
    'product',
    `insert into projection_checkpoints (${columns})
     select projection, category, ${free}, epoch, pos, eventId, updatedAt from projection_checkpoints`,
  );
  const { kinds, findings } = await verify();
  expect(kinds).toEqual(['checkpoint']);
  expect(findings[0]).toMatchObject({
    where: `product products product.${free}@1-1`,
    what: expect.stringMatching(/^says event .*; nothing stands there$/),
  });
  sql('product', `delete from projection_checkpoints where "partition" = ${free}`);
  expect(await verify()).toMatchObject({ ok: true });
});

test('a database that a service of this build has not migrated: it is said, stays as it is, and the rest is checked', async () => {
  const older = new DatabaseSync(`${lab.data}/product.sqlite`);
  const [last] = older.prepare('select * from projection_migrations order by name desc limit 1').all();
  older.prepare('delete from projection_migrations where name = ?').run(last!.name!);
  const { findings, readModels } = await verify();
  expect(findings).toMatchObject([
    {
      kind: 'database',
      where: expect.stringMatching(/^product file:/),
      what: expect.stringMatching(`cannot be read: .* lacks migrations \\(${last!.name}\\)`),
    },
  ]);
  expect(readModels.map(({ rows }) => rows !== undefined)).toEqual(
    services.map(({ name }) => name !== 'product'),
  );
  const names = older.prepare('select name from projection_migrations').all();
  expect(names).not.toContainEqual({ name: last!.name });
  const { name, hash, appliedAt } = last!;
  older.prepare('insert into projection_migrations values (?, ?, ?)').run(name!, hash!, appliedAt!);
  older.close();
  expect(await verify()).toMatchObject({ ok: true });
});

/** The service is said to have another database. */
async function withDatabase(url: string): Promise<Report & { kinds: string[] }> {
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
  sql('order', `vacuum into '${old}'`);
  const database = new DatabaseSync(old);
  const tables = database.prepare("select name from sqlite_master where type = 'table'").all();
  const kept = ['projection_migrations', 'projection_generations'];
  for (const { name } of tables) if (!kept.includes(String(name))) database.exec(`delete from "${name}"`);
  database.close();
  const run = { redisUrl: lab.url, databases: { order: `file:${old}` } };
  writeFileSync(`${lab.data}/run.json`, JSON.stringify(run));
  const { kinds, findings } = await verify();
  rmSync(`${lab.data}/run.json`);
  expect(kinds).toEqual(['checkpoint']);
  expect(findings).toContainEqual(
    expect.objectContaining({
      where: `order order.${partition(orderId)}`,
      what: expect.stringMatching(/^is at 0-0, the group order-read-models has done everything up to 1-\d+/),
    }),
  );
});

test('a head that is gone, and keys that are something else: findings, and the rest is checked', async () => {
  const head = await lab.redis.hgetall(keys.head('order'));
  const headless = await broken(
    () => lab.redis.del(keys.head('order')),
    () => lab.redis.hset(keys.head('order'), head),
  );
  expect(headless.findings).toContainEqual(
    expect.objectContaining({
      kind: 'head',
      what: expect.stringMatching(/^is gone; there are \d+ entries/),
    }),
  );
  const timers = keys.timerBodies('order');
  const bodies = await lab.redis.dumpBuffer(timers);
  const other = await broken(
    () => lab.redis.multi().del(timers).set(timers, 'x').exec(),
    async () => {
      await lab.redis.del(timers);
      if (bodies) await lab.redis.restore(timers, 0, bodies);
    },
  );
  expect(other.findings).toMatchObject([
    { kind: 'unchecked', where: 'invariants', what: expect.stringMatching(/WRONGTYPE/) },
  ]);
  expect(other.readModels.every(({ rows }) => rows !== undefined)).toBe(true);
});

test('a projection that is broken', async () => {
  const { projections = [] } = services.find(({ name }) => name === 'order') ?? {};
  const { evolve } = projections[0]!.sources.get('order') as unknown as { evolve: Map<string, unknown> };
  const placed = evolve.get('OrderPlacedEvent') as (...args: unknown[]) => object;
  evolve.set('OrderPlacedEvent', (...args: unknown[]) => ({ ...placed(...args), customerId: 'nobody' }));
  const { findings } = await verify();
  evolve.set('OrderPlacedEvent', placed);
  expect(findings).toHaveLength(5);
  expect(findings[0]).toMatchObject({ kind: 'row', what: 'customerId is "ann", the events say "nobody"' });
});

test('stock that is held for nobody', async () => {
  const orphan = '019a0000-0000-7000-8000-000000000001';
  const data = { orderId: orphan, quantity: 2, reserved: 7 };
  await append(lab, 'inventory', productId, { eventType: 'StockAllocatedEvent', schema: 1, data });
  const { findings } = await verify();
  expect(findings).toContainEqual(
    expect.objectContaining({
      kind: 'invariant',
      what: expect.stringMatching(/7 reserved, 5 in open reservations/),
    }),
  );
});

test('events that nobody can read, and dead letters', async () => {
  await append(lab, 'order', orderId, { eventType: 'UnheardOfEvent', schema: 1, data: {} });
  const { kinds, findings } = await verify();
  expect(kinds).toEqual(expect.arrayContaining(['behind', 'unreadable']));
  expect(findings.find(({ kind }) => kind === 'unreadable')?.what).toMatch(/UnheardOfEvent/);
  expect((await qa(lab, 'verify')).out).toMatch(/unreadable \(1\)\n.*UnheardOfEvent.*\n {2}→ /);
  // What else is broken is found all the same; only of that order nothing is known.
  expect(findings).toContainEqual(expect.objectContaining({ kind: 'invariant' }));
  expect(findings.filter(({ kind }) => kind === 'unchecked')).toMatchObject([
    { where: `invariants of order ${orderId}`, what: expect.stringMatching(/cannot be read$/) },
  ]);
});
