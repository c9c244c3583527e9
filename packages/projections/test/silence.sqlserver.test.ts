/** SQL Server that stops answering, for a moment; `silence.sqlserver.long.test.ts` is a minute of it. */
import { describe, test } from 'vitest';
import { MugLog } from './mug-log.ts';
import { staySilent } from './silence.ts';

describe('SQL Server', () => {
  const log = new MugLog();
  const options = { acquireTimeoutMs: '1000', requestTimeoutMs: '3000' };

  test('that stops answering costs no event and no query anything but time, with every connection in use', () =>
    staySilent(log, { seconds: 8, options: { ...options, connectionsMax: '3' } }));
});
