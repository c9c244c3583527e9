/**
 * A minute of silence with the times that a service has. `SQLSERVER_FREEZE` and `SQLSERVER_THAW` may be commands that stop
 * the server itself and let it go on, such as `docker pause mssql` and `docker unpause mssql`.
 */
import { describe, test } from 'vitest';
import { MugLog } from './mug-log.ts';
import { staySilent } from './silence.ts';

const { SQLSERVER_FREEZE: freeze, SQLSERVER_THAW: thaw } = process.env;

describe('SQL Server', () => {
  const log = new MugLog();

  test('that does not answer for a minute costs no event and no query anything but time', () =>
    staySilent(log, { seconds: 60, options: {} }));

  if (freeze && thaw)
    test('that is stopped for a minute costs no event and no query anything but time', () =>
      staySilent(log, { seconds: 60, options: {}, freeze, thaw }));
});
