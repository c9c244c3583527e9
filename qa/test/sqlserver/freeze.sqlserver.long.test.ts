/** A minute of silence with the times that a service has by default. */
import { test } from 'vitest';
import { freeze } from './freeze.ts';

test('a SQL Server that does not answer for a minute costs orders and queries nothing but time', () =>
  freeze({ seconds: 60, rate: 20 }));
