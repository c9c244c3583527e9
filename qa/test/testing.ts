/** For tests: commands as they are typed, requests that must succeed, and what a system holds. */
import { createHash } from 'node:crypto';
import { DatabaseSync } from 'node:sqlite';
import { keys } from '@quickmart/streams';
import type { Lab } from '../src/lab.ts';
import { type Request, request } from '../src/lab-io.ts';
import { run } from '../src/program.ts';
import { categories, services } from '../src/services.ts';

/** The services begin to work, and have a product in stock; its id. */
export async function sellMugs(lab: Lab): Promise<string> {
  await lab.consume();
  const body = { sku: 'MUG', name: 'Mug', price: { amount: 1299, currency: 'EUR' } };
  const { id } = await send(lab, 'product', { method: 'POST', path: '/api/products', body });
  await lab.caughtUp();
  return id;
}

/** `pnpm qa <args>` in this process, on a lab where one is given. */
export async function qa(
  lab: Pick<Lab, 'url' | 'data'> | undefined,
  ...args: string[]
): Promise<{ code: number; out: string; err: string }> {
  const target = lab ? ['--redis', lab.url, '--data', lab.data] : [];
  const said = { out: '', err: '' };
  const [out, err] = [process.stdout.write, process.stderr.write];
  const listen = (name: 'out' | 'err') => (text: string | Uint8Array) => {
    said[name] += text;
    return true;
  };
  process.stdout.write = listen('out');
  process.stderr.write = listen('err');
  try {
    return { code: await run([...args, ...target]), ...said };
  } finally {
    Object.assign(process.stdout, { write: out });
    Object.assign(process.stderr, { write: err });
    // What a command says is no outcome of the tests.
    process.exitCode = undefined;
  }
}

// biome-ignore lint/suspicious/noExplicitAny: what an API answers has no type here.
type Body = any;

/** Sends a request that must succeed; its body. */
export async function send(lab: Lab, service: string, sent: Request): Promise<Body> {
  const { status, body } = await request(lab, service, sent);
  if (status >= 300) throw new Error(`${sent.method} ${sent.path}: ${status} ${JSON.stringify(body)}`);
  return body;
}

/** Of every key, group and row that there is. Whoever reads renews its leases: the services must not run. */
export async function digest(lab: Lab): Promise<string> {
  const hash = createHash('sha256');
  for (const key of (await lab.redis.keys('*')).sort())
    hash.update(key).update((await lab.redis.dumpBuffer(key))!);
  for (const { name } of services) {
    const database = new DatabaseSync(`${lab.data}/${name}.sqlite`, { readOnly: true });
    const tables = database
      // Services that run say so again and again.
      .prepare(
        "select name from sqlite_master where type = 'table' and name <> 'read_model_uses' order by name",
      )
      .all();
    for (const table of tables)
      hash.update(JSON.stringify(database.prepare(`select * from "${table.name}"`).all()));
    database.close();
  }
  return hash.digest('hex');
}

/** Every entry of the log, partition by partition. */
export async function logOf({ redis }: Lab): Promise<unknown> {
  const streams = categories.flatMap((name) =>
    Array.from({ length: 8 }, (_, partition) => keys.events(name, partition)),
  );
  return await Promise.all(streams.map((stream) => redis.xrange(stream, '-', '+')));
}

/** What a table of a read model that serves is called, e.g. `orders`. */
export function storedName(database: DatabaseSync, table: string): string {
  const from = new RegExp(`from "(${table}_[0-9a-f]{8}(?:_2)?)"`);
  const views = database.prepare("select sql from sqlite_master where type = 'view'").all();
  const [name] = views.flatMap(({ sql }) => from.exec(String(sql))?.[1] ?? []);
  if (name === undefined) throw new Error(`no view shows a table ${table}`);
  return name;
}

/** The rows of every read model, as they serve. */
export function rowsOf({ data }: { data: string }): unknown {
  return services.flatMap(({ name, readModels }) => {
    const database = new DatabaseSync(`${data}/${name}.sqlite`, { readOnly: true });
    const rows = readModels.map(({ table }) => {
      const select = `select * from "${storedName(database, table.name)}" order by "${table.primaryKey[0]}"`;
      return [table.name, database.prepare(select).all()];
    });
    database.close();
    return rows;
  });
}
