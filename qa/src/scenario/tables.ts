/** The tables that rows are looked up in: those of the read models, as their code says. */
import { tablesOf } from '@quickmart/projections';
import type { z } from 'zod';
import { services } from '../services.ts';
import { table as textTable } from '../table.ts';

export const tablesIn = (name: string) =>
  services.find((service) => service.name === name)?.readModels.flatMap(tablesOf) ?? [];

type Row = { service: string; table: string; has?: Record<string, unknown> | undefined };
type Context = Pick<z.RefinementCtx, 'addIssue'>;

export function assertTable({ service, table }: Row, context: Context): boolean {
  const names = tablesIn(service).map(({ name }) => name);
  if (names.includes(table)) return true;
  const message = `${service} has no table ${table}; it has ${names.join(', ')}`;
  context.addIssue({ code: 'custom', path: ['table'], message });
  return false;
}

export function assertColumns({ service, table, has = {} }: Row, context: Context): void {
  const columns = Object.keys(tablesIn(service).find(({ name }) => name === table)?.columns ?? {});
  for (const name of Object.keys(has)) {
    if (columns.includes(name)) continue;
    const message = `${table} has no column ${name}; it has ${columns.join(', ')}`;
    context.addIssue({ code: 'custom', path: ['has', name], message });
  }
}

/** Every table, its key and its columns. */
export function textOfTables(): string {
  const rows = services.flatMap(({ name }) =>
    tablesIn(name).map(({ name: table, primaryKey, columns }) => [
      ...[name, table, primaryKey.join(' ')],
      Object.keys(columns).join(' '),
    ]),
  );
  return textTable(['service', 'table', 'key', 'columns'], rows);
}
