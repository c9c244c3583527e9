import { expect, test } from 'vitest';
import { fieldsOf } from './events.ts';

test('instants that a handler computes may differ a little, whichever way they are written', () => {
  const was = { dueAt: '2026-01-01T00:00:00.000Z', attempt: { retryAt: 1_000 } };
  expect(fieldsOf(was, { dueAt: '2026-01-01T00:00:01.500Z', attempt: { retryAt: 2_900 } })).toEqual([]);
  expect(fieldsOf(was, { dueAt: '2026-01-01T00:00:09.000Z', attempt: { retryAt: 9_000 } })).toEqual([
    'dueAt: "2026-01-01T00:00:00.000Z" → "2026-01-01T00:00:09.000Z"',
    'attempt.retryAt: 1000 → 9000',
  ]);
});

test('other numbers may not', () => {
  expect(fieldsOf({ total: 1_000 }, { total: 1_001 })).toEqual(['total: 1000 → 1001']);
});
