/**
 * How SQLite finds the rows of every list that a service has (see ../test/lists.ts). Nothing may be read from end to
 * end, and nothing sorted but what was counted to be few. Nothing is timed: the plan is what decides.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import type { Table } from '@quickmart/projections';
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest';
import { limits } from '../../packages/projections/src/limits.ts';
import { type Spec, type Started, specsOf, startLists, wantedOf, withLists } from '../test/lists.ts';
import { storedName } from '../test/testing.ts';

/** Adds rows that pass all filters, up to `count`, so that each filter leaves that many. */
function fill(file: string, specs: readonly Spec[], count: number): void {
  const db = new DatabaseSync(file);
  db.exec('begin');
  for (const table of new Set(specs.map((spec) => spec.table))) {
    const { own, details } = wantedOf(specs, table);
    insert(db, table, own, count);
    for (const [detail, values] of details) insert(db, detail, values, count);
  }
  db.exec('commit');
  db.close();
}
function insert(db: DatabaseSync, table: Table, values: ReadonlyMap<string, unknown>, count: number): void {
  const names = Object.keys(table.columns);
  const distinct = new Set([table.primaryKey[0], ...table.unique.flat()]);
  const statement = db.prepare(
    `insert or ignore into ${storedName(db, table.name)} (${names.map((name) => `"${name}"`)}) values (${names.map(() => '?')})`,
  );
  for (let n = 0; n < count; n++)
    statement.run(
      ...names.map((name) => {
        // One row has the unique value that a filter wants.
        if (n === 0 || !distinct.has(name))
          return (values.get(name) ?? cellOf(table, name, 0)) as SQLInputValue;
        return cellOf(table, name, n);
      }),
    );
}

function cellOf(table: Table, name: string, n: number): SQLInputValue {
  const kind = table.columns[name]?.kind;
  if (kind === 'json') return '{}';
  if (kind === 'uuid') return `01999999-9999-7999-8999-${String(n).padStart(12, '0')}`;
  return kind === 'text' || kind === 'key' || kind === 'char' ? `v${n}` : n;
}

/** The statements of the first two pages, each once. */
async function statementsOf({ readModels }: Started, specs: readonly Spec[]): Promise<Set<string>> {
  const prepare = vi.spyOn(DatabaseSync.prototype, 'prepare');
  for (const { table, query } of specs) {
    const { nextCursor } = await readModels.list(table, { ...query, limit: 1 });
    if (nextCursor !== null) await readModels.list(table, { ...query, limit: 1, cursor: nextCursor });
  }
  const statements = new Set(prepare.mock.calls.map(([statement]) => statement));
  prepare.mockRestore();
  return statements;
}

const isProbe = (statement: string) =>
  /^select count\(\*\) total from \(select 1 .* limit \?\)$/.test(statement);

/** What is wrong with how SQLite would run a statement. */
function faultsOf(db: DatabaseSync, statement: string, isSortingAllowed: boolean): string[] {
  const parameters = Array(statement.split('?').length - 1).fill(null);
  const plan = db
    .prepare(`explain query plan ${statement}`)
    .all(...parameters)
    .map(({ detail }) => String(detail));
  // The table of the definitions has a few rows, and is read where a list finds nothing.
  const isScan = (step: string) =>
    /^SCAN (?!read_models)/.test(step) && !/ VIRTUAL TABLE | CONSTANT ROW|\(subquery/.test(step);
  // Walking the index of the order ends with the page; counting would not end.
  const scans = plan.filter((step) => isScan(step) && (isProbe(statement) || !/ USING /.test(step)));
  const sorts = plan.filter((step) => /TEMP B-TREE/.test(step));
  // Rows named one by one are as few as their names, whatever else the table holds.
  const [, table = ''] = / from "(\w+)"/.exec(statement) ?? [];
  const named = new RegExp(
    `^SEARCH ${table} USING INDEX (sqlite_autoindex_${table}_1|${table}_\\w+_unique) \\(`,
  );
  const isFew = isSortingAllowed || plan.some((step) => named.test(step));
  const isBounded = isFew && !plan.some(isScan);
  const built = plan.filter((step) => /AUTOMATIC/.test(step));
  return [...scans, ...(isBounded ? [] : sorts), ...built];
}

function faults(file: string, statements: ReadonlySet<string>, isSortingAllowed: boolean) {
  const db = new DatabaseSync(file);
  db.function('folded', { deterministic: true }, (value) => String(value));
  const found = [...statements].map((statement) => [statement, ...faultsOf(db, statement, isSortingAllowed)]);
  db.close();
  // The first few say enough.
  return found.filter(([, ...faults]) => faults.length > 0).slice(0, 3);
}

describe.each(withLists)('the lists of the $name service', (service) => {
  const folder = mkdtempSync(join(tmpdir(), 'quickmart-lists-'));
  const file = join(folder, 'test.sqlite');
  let running: Started;
  let specs: Spec[];
  beforeAll(async () => {
    running = await startLists(service, `file:${file}`);
    specs = await specsOf(running);
  });
  afterAll(async () => {
    await running.close();
    rmSync(folder, { recursive: true });
  });

  test('look rows up where few pass a filter, and sort no others', async () => {
    expect(specs.length).toBeGreaterThan(0);
    fill(file, specs, 3);
    const statements = await statementsOf(running, specs);
    expect(faults(file, statements, true)).toEqual([]);
    // Nothing is counted that was not asked for.
    const counts = [...statements].filter((statement) => /count\(/.test(statement) && !isProbe(statement));
    expect(counts).toEqual([]);
  });

  test('take the order from an index where many pass', async () => {
    const { sortedRowsMax } = limits;
    onTestFinished(() => {
      limits.sortedRowsMax = sortedRowsMax;
    });
    limits.sortedRowsMax = 20;
    fill(file, specs, 40);
    expect(faults(file, await statementsOf(running, specs), false)).toEqual([]);
  });
});
