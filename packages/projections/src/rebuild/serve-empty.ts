/** For shadows and tests, which have no log to build from: all tables are there at once, and empty. */
import { randomUUID } from 'node:crypto';
import type { Definition } from '../projection/definition.ts';
import {
  definitions,
  readDefinitions,
  servingOf,
  tablesIn,
  targetOf,
  writeLock,
} from '../projection/generation.ts';
import type { Database } from '../table/database.ts';
import { createIndexes, createTable } from './ddl.ts';
import { register, uses } from './registry.ts';
import { showIn } from './views.ts';

export async function serveEmpty(database: Database, all: readonly Definition[]): Promise<void> {
  const process = randomUUID();
  await register(database, all, process);
  await database.change(writeLock, async (tx) => {
    await tx.remove(uses, [process]);
    const rows = await readDefinitions(tx);
    const missing = all.filter((one) => servingOf(rows, one) === undefined);
    if (missing.length === 0) return;
    const targets = missing.map((one) => targetOf(one, 1));
    for (const table of targets.flatMap(tablesIn)) {
      await createTable({ tx, database }, table);
      await createIndexes({ tx, database }, table);
    }
    await showIn({ tx, database }, targets, 'any');
    const served = missing.map(({ id }) => ({ id, serving: 1 }));
    await tx.update(definitions, served, ['serving']);
  });
}
