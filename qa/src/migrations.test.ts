/** Two changes of a schema that meet on main can each be complete, and together lack a migration. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Table } from '@quickmart/projections';
import { generateMigrations } from '@quickmart/projections/generate';
import { expect, test } from 'vitest';

const apps = fileURLToPath(new URL('../../apps', import.meta.url));

test.each(readdirSync(apps))('the migrations of the %s service are up to date', async (app) => {
  const schema: Record<string, unknown> = await import(pathToFileURL(join(apps, app, 'src/schema.ts')).href);
  const tables = Object.values(schema).filter((value) => typeof value === 'object') as Table[];
  const folder = join(apps, app, 'drizzle');
  expect(await generateMigrations({ tables, folder, name: 'missing', check: true })).toEqual([]);
});
