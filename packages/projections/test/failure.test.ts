/** What errors of SQL Server mean: only those about the data itself may park an event, everything else is waited for. */
import { createRequire } from 'node:module';
import { OutageError } from '@quickmart/streams';
import mssql from 'mssql';
import { describe, expect, test } from 'vitest';
import { failureOf, toDriverError } from '../src/sqlserver/failure.ts';
import { DataError, DriverOutage, retrying } from '../src/table/database.ts';

const raised = (number: number, message = 'as the server says it') =>
  new Error('Failed query: select …\nparams: Jane Doe', {
    cause: Object.assign(new mssql.RequestError(message), { number }),
  });
const coded = (code: string) =>
  new Error('Failed query', { cause: Object.assign(new mssql.ConnectionError('…'), { code }) });

function thrownBy(work: () => unknown): unknown {
  try {
    return work();
  } catch (error) {
    return error;
  }
}

describe('an error of SQL Server', () => {
  test.each([
    2627, 2601, 2628, 8152, 8115, 8114, 8134, 8169, 547, 511, 1946, 220, 232, 241, 242, 245, 248, 13609,
  ])('%i is about the data', (number) => {
    expect(failureOf(raised(number))).toBe('data');
  });

  test.each([1205, 3960, 10928, 10929, 40197, 40501, 40613, 49918, 49919, 49920])(
    '%i passes by itself',
    (number) => {
      expect(failureOf(raised(number))).toBe('transient');
    },
  );

  test('1222 says that another session reads what is to be changed', () => {
    expect(failureOf(raised(1222))).toBe('locked');
    expect(failureOf(raised(99_999, 'canceling statement due to lock timeout'))).toBe('locked');
  });

  test.each([
    ...[229, 230, 262, 297, 300, 916, 4060, 18456, 18487], // rights, logins
    ...[208, 207, 102, 4902, 2812], // a table, a column, a statement that is not there
    515, // a column that this build does not write
    ...[701, 1204, 8645, 8651, 802], // memory, locks
    ...[1101, 1105, 9002, 823, 824, 825, 3906, 3930, 596, 6005, 17142, 976, 983], // disk, log, state
    ...[40544, 40549, 40550, 40551, 40552, 40553], // limits of Azure
    ...[33_557_097, 99_999], // unknown
  ])('%i waits', (number) => {
    expect(failureOf(raised(number))).toBe('outage');
  });

  test('the driver refuses a parameter, or a stored value cannot be read: that is the data', () => {
    expect(failureOf(coded('EPARAM'))).toBe('data');
    expect(failureOf(new Error('Failed query', { cause: new SyntaxError('half of a JSON') }))).toBe('data');
  });

  test('what aborts a transaction counts, not that it was aborted', () => {
    const aborted = Object.assign(new mssql.TransactionError('Transaction has been aborted.'), {
      code: 'EABORT',
    });
    expect(failureOf(aborted)).toBe('transient');
    expect(failureOf(Object.assign(aborted, { originalError: raised(2628).cause }))).toBe('data');
    expect(failureOf(Object.assign(raised(3930), { precedingErrors: [raised(8152)] }))).toBe('data');
  });

  test('a connection that broke is worth another try, silence is not', () => {
    for (const code of ['ESOCKET', 'ECONNRESET', 'ECLOSE', 'ENOTFOUND'])
      expect(failureOf(coded(code))).toBe('transient');
    // What the driver throws where an encrypted connection was closed in good order.
    expect(
      failureOf(new Error('Failed query', { cause: new Error('unexpected end of message stream') })),
    ).toBe('transient');
    expect(failureOf(coded('ETIMEOUT'))).toBe('outage');
  });

  test('no connection is free in time: that waits', async () => {
    // The driver's own pool; its only connection is never made.
    const { Pool } = createRequire(import.meta.resolve('mssql'))('tarn');
    const create = () => new Promise<never>(() => {});
    const pool = new Pool({ create, destroy: () => {}, min: 0, max: 1, acquireTimeoutMillis: 20 });
    const failure: unknown = await pool.acquire().promise.catch((error: unknown) => error);
    expect(failureOf(failure)).toBe('outage');
    expect(failureOf(new Error('Failed query', { cause: failure }))).toBe('outage');
  });

  test('a defect of the driver waits, too', () => {
    const answer = Buffer.alloc(2);
    const garbled = () => answer.readUInt32LE(0);
    expect(garbled).toThrow(RangeError);
    expect(failureOf(thrownBy(garbled))).toBe('outage');
    expect(failureOf(thrownBy(() => new Date(Number.NaN).toISOString()))).toBe('data');
    expect(failureOf(new TypeError('cannot read properties of null'))).toBe('outage');
    expect(failureOf('a text')).toBe('outage');
  });

  test('is said in the words of the server, without statement, parameters and values', () => {
    const said = (number: number, message: string) => toDriverError(raised(number, message)).message;
    expect(said(229, `The INSERT permission was denied on the object 'orders'.`)).toBe(
      `The INSERT permission was denied on the object 'orders'. (error 229)`,
    );
    const truncated = `String or binary data would be truncated in table 'x', column 'y'. Truncated value: 'Jane Doe'.`;
    expect(said(2628, truncated)).toBe(
      `String or binary data would be truncated in table 'x', column 'y'. Truncated value: '…'. (error 2628)`,
    );
    expect(said(2627, 'Violation of PRIMARY KEY. The duplicate key value is (Jane, Doe).')).not.toContain(
      'Jane',
    );
    expect(said(245, `Conversion failed when converting the nvarchar value 'Jane' to data type int.`)).toBe(
      `Conversion failed when converting the nvarchar value '…' to data type int. (error 245)`,
    );
  });

  test('data is thrown as it is, everything else as an outage that names the database', async () => {
    const attempt = (number: number) => {
      let tries = 0;
      const work = async () => {
        tries++;
        throw toDriverError(raised(number));
      };
      return retrying({ place: 'Shop on db:1433' }, work).catch((error: unknown) => ({ error, tries }));
    };
    expect(await attempt(2627)).toMatchObject({ error: expect.any(DataError), tries: 1 });
    const waits = await attempt(229);
    expect(waits).toMatchObject({ error: expect.any(OutageError), tries: 1 });
    expect(String((waits as { error: Error }).error)).toContain(
      'Shop on db:1433 does not work: as the server says it (error 229)',
    );
    expect(await attempt(1205)).toMatchObject({ tries: 5 });
    // Also where nobody repeats it.
    expect(toDriverError(raised(229))).toBeInstanceOf(DriverOutage);
  });
});
