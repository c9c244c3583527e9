/** A change of tables has no limit of time. The one in `changes.sqlserver.long.test.ts` takes longer than any other statement may. */
import { test } from 'vitest';
import { changeSlowly } from './changes.ts';

test('a change of tables goes on where any other statement would be given up', () =>
  changeSlowly(3, { requestTimeoutMs: '1000' }));
