/**
 * A view per table of a read model, under a name that stays (`order_list`). Reports read it. It shows the rows of one
 * definition, and moves in the transaction in which those of another one begin to serve.
 */

import { type Definition, viewsOf } from '../projection/definition.ts';
import { type DefinitionRows, nameIn, servingOf, type Target, tableIn } from '../projection/generation.ts';
import type { Transaction } from '../table/database.ts';
import { code, defineTable } from '../table/table.ts';
import { type Change, dropTable, dropView, showTable } from './ddl.ts';

/** `shows`: the generation that it was made for. */
export const views = defineTable(
  'read_model_views',
  { view: code(100), definition: code(100), shows: code(100) },
  { primaryKey: 'view' },
);
type ViewRow = { view: string; definition: string; shows: string };

/** `from`: also those that show these other definitions. */
export async function showIn(
  change: Change,
  targets: readonly Pick<Target, 'projection' | 'generation' | 'name'>[],
  from: 'any' | ReadonlySet<string>,
): Promise<void> {
  const { tx } = change;
  const known = new Map(((await tx.select({ table: views })) as ViewRow[]).map((row) => [row.view, row]));
  for (const { projection, generation, name: shows } of targets)
    for (const [view, table] of viewsOf(projection)) {
      const before = known.get(view);
      const isOwn = before === undefined || before.definition === projection.id;
      const mayTake = isOwn || from === 'any' || from.has(before.definition);
      if (before?.shows === shows || !mayTake) continue;
      await showTable(change, view, tableIn(projection, table, generation));
      const row = { view, definition: projection.id, shows };
      if (before === undefined) await tx.insert(views, [row]);
      else await tx.update(views, [row], ['definition', 'shows']);
    }
}

/** Whether a view shows something else than what serves of these definitions. */
export async function areElsewhere(
  tx: Pick<Transaction, 'select'>,
  rows: DefinitionRows,
  definitions: readonly Definition[],
): Promise<boolean> {
  const known = new Map(
    ((await tx.select({ table: views })) as ViewRow[]).map((row) => [row.view, row.shows]),
  );
  return definitions.some((definition) => {
    const generation = servingOf(rows, definition);
    if (generation === undefined) return false;
    return viewsOf(definition).some(([view]) => known.get(view) !== nameIn(definition, generation));
  });
}

/** Drops the views of definitions whose tables are about to go. */
export async function dropViewsOf(change: Change, ids: ReadonlySet<string>): Promise<void> {
  const { tx } = change;
  const rows = ((await tx.select({ table: views })) as ViewRow[]).filter(({ definition }) =>
    ids.has(definition),
  );
  for (const { view } of rows) await dropView(change, view);
  if (rows.length > 0)
    await tx.remove(
      views,
      rows.map(({ view }) => view),
    );
}

/** Drops what older versions have left, whose tables had no hash in their names: views have these names now. */
export async function dropMigrated(change: Change, definitions: readonly Definition[]): Promise<void> {
  const first = 'projection_generations';
  const own = [first, 'projection_checkpoints', 'projection_parked', 'projection_migrations'];
  if (!(await change.database.columnsOf([first])).has(first)) return;
  const names = definitions.flatMap(viewsOf).flatMap(([, { name }]) => [name, `${name}_2`]);
  for (const name of [...new Set(names), ...own]) await dropTable(change, name);
}
