import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { generateMigrations } from '../src/generate.ts';
import { boolean, code, defineTable, openReadModels, uuid } from '../src/index.ts';
import type { Column, Table } from '../src/table.ts';
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
      const open = () => openReadModels({ url, projections: [mugList], migrations: drizzle, logger: silent });
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

  test('a column that changes in SQL Server changes by a copy of its table, whatever indexes it', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'quickmart-generate-'));
    try {
      const cups = (name: Column) =>
        defineTable('cups', { id: uuid(), name }, { primaryKey: 'id', indexes: [['name', 'id']] });
      const generate = (table: Table, day: string) =>
        generateMigrations({ tables: [table], folder, name: 'cups', now: new Date(`2030-01-${day}`) });
      await generate(cups(code(10)), '01');
      const [written = ''] = await generate(cups(code(20)), '02');
      const sql = readFileSync(join(written, 'migration.sql'), 'utf8');
      const statements = sql.split('--> statement-breakpoint').map((one) => one.trim().replace(/\s+/g, ' '));
      expect(statements.slice(0, 6)).toEqual([
        'CREATE TABLE [cups_new] ( [id] char(36) collate Latin1_General_100_BIN2 NOT NULL, [name] nvarchar(20) collate Latin1_General_100_BIN2 NOT NULL );',
        'INSERT INTO [cups_new] ([id], [name]) SELECT [id], [name] FROM [cups];',
        'DROP TABLE [cups];',
        `EXEC sp_rename 'cups_new', 'cups', 'OBJECT';`,
        'ALTER TABLE [cups] ADD CONSTRAINT [cups_pk] PRIMARY KEY ([id]);',
        'CREATE INDEX [cups_name_id_index] ON [cups] ([name],[id]);',
      ]);
      // The second generation likewise.
      expect(statements).toHaveLength(12);
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
