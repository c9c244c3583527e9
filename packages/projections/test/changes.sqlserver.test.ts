/** A change of tables that somebody else holds: it has no limit of time, where an ordinary statement has one. */
import { OutageError } from '@quickmart/streams';
import { until } from '@quickmart/streams/testing';
import { sql } from 'drizzle-orm';
import mssql from 'mssql';
import { expect, test } from 'vitest';
import { connect } from '../src/connect.ts';
import { changeTables } from '../src/rebuild/change-tables.ts';
import { withDatabase } from './harness.ts';
import { silent } from './open.ts';
import { onDatabase, withUrl } from './sqlserver.ts';

const slow = withUrl((one) => one.searchParams.set('requestTimeoutMs', '1000'));

test('a change of tables goes on where any other statement would be given up', () =>
  withDatabase(slow, async (url) => {
    const database = await connect(url, silent);
    let waits = 0;
    const run = (statement: string) =>
      changeTables({ database, onLocked: () => waits++ }, ({ tx }) => tx.execute(sql.raw(statement)));
    try {
      await run('create table cups (id int not null primary key, colour int not null)');
      await onDatabase(url, async (pool) => {
        const other = new mssql.Transaction(pool);
        await pool.query('insert into cups values (1, 1)');
        await other.begin();
        await other.request().query('update cups set colour = 2');
        const change = run('create index cups_colour on cups (colour)');
        const writing = database.transaction('write', (tx) =>
          tx.execute(sql.raw('update cups set colour = 2')),
        );
        await expect(writing).rejects.toBeInstanceOf(OutageError);
        // Each attempt waits for longer than the other statement might.
        await until('a second attempt is over', () => waits >= 2, 60_000);
        await other.commit();
        await change;
      });
    } finally {
      await database.close();
    }
  }));
