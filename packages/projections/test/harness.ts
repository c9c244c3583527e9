/** What the conformance suite needs of a database: a fresh one per test. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import mssql from 'mssql';
import { afterAll, beforeAll } from 'vitest';
import type { Projection, ReadModels, Table } from '../src/index.ts';
import type { Timing } from '../src/limits.ts';
import { define } from '../src/projection/definition.ts';
import { readDefinitions, servingTarget, tableIn } from '../src/projection/generation.ts';
import { tablesOf } from '../src/projection/projection.ts';
import type { Database } from '../src/table/database.ts';
import { open } from './open.ts';

export type Fresh = { url: string; drop: () => Promise<void> };
export type Harness = {
  name: 'SQLite' | 'SQL Server';
  /** A place for a database that does not exist yet. */
  fresh: () => Promise<Fresh>;
  /** Of each property. */
  runs: number;
};

/** The one of these projections' tables that serves, as it is called in the database. */
export async function storedTable(
  database: Database,
  projections: readonly Projection[],
  table: Table,
): Promise<Table> {
  const projection = projections.find((one) => tablesOf(one).includes(table))!;
  const definition = define(projection, database);
  const { generation } = servingTarget(await readDefinitions(database), definition);
  return tableIn(definition, table, generation);
}

/** Work, and what takes away its traces. Where both fail, what the work has thrown is what matters: the other may only follow from it. */
export async function cleanedUp(work: () => Promise<void>, cleanUp: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    await cleanUp().catch((left) => console.error('not cleaned up:', left));
    throw error;
  }
  await cleanUp();
}

/** Work on a place for a database, which is dropped after it. */
export async function withDatabase(harness: Harness, work: (url: string) => Promise<void>): Promise<void> {
  const { url, drop } = await harness.fresh();
  await cleanedUp(() => work(url), drop);
}

/** Opens read models on a new database, and takes everything away after the work. */
export async function withReadModels(
  harness: Harness,
  projections: readonly Projection[],
  work: (readModels: ReadModels, url: string) => Promise<void>,
  timing?: Partial<Timing>,
): Promise<void> {
  await withDatabase(harness, async (url) => {
    const readModels = await open(url, projections, timing);
    await cleanedUp(
      () => work(readModels, url),
      () => readModels.close(),
    );
  });
}

/** One database for the tests of a `describe`. */
export function sharedReadModels(harness: Harness, projections: readonly Projection[]): () => ReadModels {
  let fresh: Fresh;
  let readModels: ReadModels;
  beforeAll(async () => {
    fresh = await harness.fresh();
    readModels = await open(fresh.url, projections);
  });
  afterAll(async () => {
    await readModels.close();
    await fresh.drop();
  });
  return () => readModels;
}

export const sqlite: Harness = {
  name: 'SQLite',
  runs: 60,
  async fresh() {
    const folder = mkdtempSync(join(tmpdir(), 'quickmart-'));
    return {
      url: `file:${join(folder, 'new', 'test.db')}`,
      drop: async () => rmSync(folder, { recursive: true, force: true }),
    };
  },
};

/** The file of a fresh SQLite database. */
export const pathOf = (url: string): string => url.slice('file:'.length);

/** `serverUrl` names any database of the server; each test gets its own, which the code under test creates. */
export const sqlServer = (serverUrl: string): Harness => ({
  name: 'SQL Server',
  runs: 8,
  async fresh() {
    const name = `QuickMartTest${Date.now()}${Math.floor(Math.random() * 1e6)}`;
    const url = new URL(serverUrl);
    url.pathname = `/${name}`;
    return { url: url.href, drop: () => dropped(serverUrl, name) };
  },
});

/** A session that was killed may hold its database for a moment. */
async function dropped(serverUrl: string, name: string): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await onMaster(serverUrl, `drop database if exists ${name}`);
    } catch (error) {
      if (attempt === 60) throw error;
      await sleep(250);
    }
  }
}

export async function onMaster(serverUrl: string, statement: string): Promise<void> {
  const { hostname, port, username, password } = new URL(serverUrl);
  const pool = await new mssql.ConnectionPool({
    server: hostname,
    port: Number(port),
    user: decodeURIComponent(username),
    password: decodeURIComponent(password),
    options: { trustServerCertificate: true },
  }).connect();
  try {
    await pool.query(statement);
  } finally {
    await pool.close();
  }
}
