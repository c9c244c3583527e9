/** The rows that this checkout builds from both logs: the recorded one, and the one decided today. */
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { type Table, viewsOf } from '@quickmart/projections';
import { openTables } from '@quickmart/service';
import type { EventStore } from '@quickmart/streams';
import { type Service, services } from '../services.ts';
import { silentLog } from '../target.ts';
import { fieldsOf } from './events.ts';

/** `fields`: `status: "confirmed" → "cancelled"`, or that only one side has the row. */
export type RowDifference = { service: string; table: string; key: string; fields: string[] };
type Row = Record<string, unknown>;
type Sides = { recorded: EventStore; today: EventStore; folder: string };

export async function rowDifferences(sides: Sides): Promise<RowDifference[]> {
  const found: RowDifference[] = [];
  for (const service of services) {
    const recorded = await built(
      service,
      sides.recorded,
      join(sides.folder, `${service.name}-recorded.sqlite`),
    );
    const today = await built(service, sides.today, join(sides.folder, `${service.name}-today.sqlite`));
    found.push(...differencesOf(service, recorded, today));
  }
  return found;
}

/** The path of the file. */
async function built(service: Service, { log }: EventStore, path: string) {
  const readModels = await openTables(service, { url: `file:${path}`, logger: silentLog });
  try {
    await readModels.rebuild({ log, group: `${service.name}-read-models` });
  } finally {
    await readModels.close();
  }
  return path;
}

function differencesOf({ name, readModels }: Service, recorded: string, today: string): RowDifference[] {
  const database = new DatabaseSync(recorded);
  try {
    database.prepare('attach database ? as today').run(today);
    return readModels
      .flatMap(viewsOf)
      .flatMap(([view, table]) => tableDifferences(database, name, view, table));
  } finally {
    database.close();
  }
}

function tableDifferences(
  database: DatabaseSync,
  service: string,
  view: string,
  { name, primaryKey }: Table,
): RowDifference[] {
  const only = (one: string, other: string): Map<string, Row> => {
    const rows = database
      .prepare(`select * from ${one}."${view}" except select * from ${other}."${view}"`)
      .all() as Row[];
    return new Map(rows.map((row) => [primaryKey.map((column) => String(row[column])).join(' '), row]));
  };
  const [was, is] = [only('main', 'today'), only('today', 'main')];
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((key) => {
    const [before, after] = [was.get(key), is.get(key)];
    if (before === undefined || after === undefined)
      return [{ service, table: name, key, fields: [before ? 'a row → no row' : 'no row → a row'] }];
    const fields = fieldsOf(parsed(before), parsed(after));
    return fields.length === 0 ? [] : [{ service, table: name, key, fields }];
  });
}

/** JSON columns are parsed, so that only the differing fields in them are shown. */
const parsed = (row: Row): Row =>
  Object.fromEntries(Object.entries(row).map(([name, value]) => [name, parsedValue(value)]));

function parsedValue(value: unknown): unknown {
  if (typeof value !== 'string' || !/^[[{]/.test(value)) return value;
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}
