/** SQL Server that stops answering under a running shop, for a moment; `freeze.sqlserver.long.test.ts` is a minute of it. */
import { test } from 'vitest';
import { freeze } from './freeze.ts';

test(
  'a SQL Server that does not answer costs orders and queries nothing but time',
  { timeout: 400_000 },
  () => freeze({ seconds: 8, rate: 10 }),
);
