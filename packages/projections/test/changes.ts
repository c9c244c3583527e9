/** A change of tables that takes `seconds`: somebody else holds the table for as long. */
import { setTimeout as sleep } from 'node:timers/promises';
import { OutageError } from '@quickmart/streams';
import { sql } from 'drizzle-orm';
import mssql from 'mssql';
import { expect } from 'vitest';
import { connect } from '../src/connect.ts';
import { silent } from './harness.ts';
import { onDatabase, withUrl } from './sqlserver.ts';

export async function changeSlowly(seconds: number, options: Record<string, string>): Promise<void> {
  const { url, drop } = await withUrl((one) => {
    for (const [name, value] of Object.entries(options)) one.searchParams.set(name, value);
  }).fresh();
  const database = await connect(url, silent);
  const run = (statement: string) => database.change('change', (tx) => tx.execute(sql.raw(statement)));
  try {
    await run('create table cups (id int not null primary key, colour int not null)');
    await onDatabase(url, async (pool) => {
      const other = new mssql.Transaction(pool);
      await pool.query('insert into cups values (1, 1)');
      await other.begin();
      await other.request().query('update cups set colour = 2');
      const change = run('create index cups_colour on cups (colour)');
      // The same as an ordinary statement has a limit, which is what the change would run into.
      const writing = database.transaction('write', (tx) =>
        tx.execute(sql.raw('update cups set colour = 2')),
      );
      const failed = expect(writing).rejects.toBeInstanceOf(OutageError);
      await sleep(seconds * 1000);
      await other.commit();
      await Promise.all([change, failed]);
    });
  } finally {
    await database.close();
    await drop();
  }
}
