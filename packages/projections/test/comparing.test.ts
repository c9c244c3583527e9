/** Comparisons on SQL Server do not depend on the collation of the database: under a Turkish one, `lower('I')` is `ı`. */
import { eq, type SQL } from 'drizzle-orm';
import { MsSqlDialect } from 'drizzle-orm/mssql-core';
import mssql from 'mssql';
import { expect, test } from 'vitest';
import { SqlServerDatabase } from '../src/sqlserver/database.ts';
import { mugs } from './schema.ts';

const pool = new mssql.ConnectionPool({ server: '127.0.0.1' });
const changes = () => Promise.reject(new Error('nothing is changed here'));
const database = new SqlServerDatabase({ place: 'nowhere', pool, changes, readsJson: true });
const textOf = (part: SQL) => new MsSqlDialect().sqlToQuery(part).sql;

test('small letters are those of one collation, for the searched text and for the column', () => {
  const sql = textOf(database.contains(mugs, 'name', 'IZGARA'));
  expect(sql.match(/lower\([^()]* collate Latin1_General_CI_AS\)/g)).toHaveLength(2);
  expect(sql).toContain('collate Latin1_General_100_BIN2) > 0');
});

test('what is to be equal, in a list or a prefix is compared exactly', () => {
  for (const part of [
    database.equals(mugs, 'name', 'I'),
    database.within(mugs, 'name', ['I']),
    database.startsWith(mugs, 'name', 'I'),
  ])
    expect(textOf(part)).toContain('collate Latin1_General_100_BIN2');
  // A key has its collation in the column.
  expect(textOf(eq(database.column(mugs, 'sku'), 'I'))).not.toContain('collate');
});
