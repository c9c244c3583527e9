import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { generateMigrations } from '../src/generate.ts';
import { boolean, defineTable, openReadModels, uuid } from '../src/index.ts';
import { migrations, silent } from './harness.ts';
import { mugList } from './mugs.ts';
import * as schema from './schema.ts';

const tables = Object.values(schema);

describe('generated migrations', () => {
  test('the ones of these tests are up to date', async () => {
    expect(await generateMigrations({ tables, folder: migrations, name: 'x', check: true })).toEqual([]);
  });

  test('a change becomes one more migration per dialect, which a database takes', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'quickmart-generate-'));
    try {
      const drizzle = join(folder, 'drizzle');
      cpSync(migrations, drizzle, { recursive: true });
      const url = `file:${join(folder, 'test.db')}`;
      const open = () => openReadModels({ url, projections: [mugList], migrations: drizzle, log: silent });
      await (await open()).close();
      const cups = defineTable('cups', { id: uuid(), clean: boolean() }, { primaryKey: 'id' });
      const options = {
        tables: [...tables, cups],
        folder: drizzle,
        name: 'cups',
        now: new Date('2030-01-02T03:04:05Z'),
      };
      expect(await generateMigrations({ ...options, check: true })).toHaveLength(2);
      const written = await generateMigrations(options);
      expect(written).toEqual(
        ['sqlite', 'sqlserver'].map((dialect) => join(drizzle, dialect, '20300102030405_cups')),
      );
      expect(readdirSync(written[0]!)).toEqual(['migration.sql', 'snapshot.json']);
      const statement = readFileSync(join(written[1]!, 'migration.sql'), 'utf8');
      expect(statement).toContain('[id] char(36) collate Latin1_General_100_BIN2');
      expect(statement).not.toContain('mugs');
      expect(statement).toContain('CREATE TABLE [cups_2]');
      expect(await generateMigrations(options)).toEqual([]);
      await (await open()).close();
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  test('the statements for SQL Server say collations, precision and exact numbers', () => {
    const [first = ''] = readdirSync(join(migrations, 'sqlserver'));
    const statements = readFileSync(join(migrations, 'sqlserver', first, 'migration.sql'), 'utf8');
    for (const column of [
      '[sku] nvarchar(64) collate Latin1_General_100_BIN2 NOT NULL',
      '[name] nvarchar(200) collate Latin1_General_CI_AS NOT NULL',
      '[priceAmount] bigint NOT NULL',
      '[createdAt] datetime2(3) NOT NULL',
      '[soldAt] datetime2(3),',
      'CREATE INDEX [mugs_createdAt_id_index] ON [mugs] ([createdAt],[id])',
    ])
      expect(statements).toContain(column);
  });
});
