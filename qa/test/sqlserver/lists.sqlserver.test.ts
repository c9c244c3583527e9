/** Every list of every service finds on SQL Server what it finds on SQLite. */
import type { ReadModels, Table } from '@quickmart/projections';
import { expect, test } from 'vitest';
import { connect } from '../../../packages/projections/src/connect.ts';
import type { Row } from '../../../packages/projections/src/table/table.ts';
import {
  type Harness,
  sqlite,
  sqlServer,
  storedTable,
  withDatabase,
} from '../../../packages/projections/test/harness.ts';
import { silent } from '../../../packages/projections/test/open.ts';
import { serverUrl } from '../../../packages/projections/test/server-url.ts';
import type { Service } from '../../src/services.ts';
import { type Spec, shapeOf, specsOf, startLists, wantedOf, withLists } from '../lists.ts';

/** Of each table: every other row passes all filters. */
const rowCount = 6;

test.each(withLists)('the lists of the $name service', { timeout: 600_000 }, async (service) => {
  const [expected, found] = [await listed(service, sqlite), await listed(service, sqlServer(serverUrl))];
  expect(expected.filter(([, page]) => page.length > 1).length).toBeGreaterThan(expected.length / 2);
  expect(found).toEqual(expected);
});

/** The keys on the first page of each list, and how many rows there are. */
async function listed(service: Service, harness: Harness): Promise<[string, string[]][]> {
  const pages: [string, string[]][] = [];
  await withDatabase(harness, async (url) => {
    const running = await startLists(service, url);
    try {
      const specs = await specsOf(running);
      await fill(url, service, specs);
      for (const spec of specs) pages.push([shapeOf(spec), await keysOf(running.readModels, spec)]);
    } finally {
      await running.close();
    }
  });
  return pages;
}

async function keysOf(readModels: ReadModels, { table, query }: Spec): Promise<string[]> {
  const { rows, total } = await readModels.list(table, { ...query, limit: 4, includeTotal: true });
  return [...rows.map((row) => String(row[table.primaryKey[0]!])), `of ${total}`];
}

async function fill(url: string, service: Service, specs: readonly Spec[]): Promise<void> {
  const database = await connect(url, silent);
  await database.transaction('fill', async (tx) => {
    const insert = async (table: Table, values: ReadonlyMap<string, unknown>) =>
      await tx.insert(await storedTable(database, service.readModels, table), rowsOf(table, values));
    for (const table of new Set(specs.map((spec) => spec.table))) {
      const { own, details } = wantedOf(specs, table);
      await insert(table, own);
      for (const [detail, values] of details) await insert(detail, values);
    }
  });
  await database.close();
}

function rowsOf(table: Table, values: ReadonlyMap<string, unknown>): Row[] {
  const distinct = new Set([table.primaryKey[0], ...table.unique.flat()]);
  const cell = (name: string, n: number): unknown => {
    const { kind, characters = 0 } = table.columns[name]!;
    // One row has the unique value that a filter wants.
    const wanted = n === 0 || (!distinct.has(name) && n % 2 === 0) ? values.get(name) : undefined;
    if (typeof wanted === 'string' && wanted.length > characters && kind !== 'uuid') return `v${n}`;
    return wanted ?? plain(kind, n, characters);
  };
  const names = Object.keys(table.columns);
  return Array.from({ length: rowCount }, (_, n) =>
    Object.fromEntries(names.map((name) => [name, cell(name, n)])),
  );
}

function plain(kind: Table['columns'][string]['kind'], n: number, characters: number): unknown {
  if (kind === 'json') return {};
  if (kind === 'boolean') return false;
  // No id that a filter wants.
  if (kind === 'uuid') return `01999999-9999-7999-8999-${String(100 + n).padStart(12, '0')}`;
  if (kind === 'char') return `v${n}`.padEnd(characters, 'x');
  return kind === 'text' || kind === 'key' ? `v${n}` : n;
}
