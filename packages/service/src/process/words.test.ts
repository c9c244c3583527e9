/** The commonest mistakes, as whoever makes them reads them. */
import { expect, test } from 'vitest';
import { z } from 'zod';
import './words.ts';

const values = Array.from({ length: 22 }, (_, n) => `v${n}`);
test.each([
  [z.strictObject({ sku: z.string() }), {}, 'is missing'],
  [z.string(), 17, 'must be a text'],
  [z.int(), 1.5, 'must be a whole number'],
  [z.int(), '3', 'must be a number, without quotes'],
  [z.boolean(), 'true', 'must be true or false, without quotes'],
  [z.array(z.string()), {}, 'must be a list'],
  [z.string().min(1), '', 'must not be empty'],
  [z.array(z.string()).min(1), [], 'must not be empty'],
  [z.string().min(8), 'short', 'must have at least 8 characters'],
  [z.string().max(1), 'long', 'must have at most 1 character'],
  [z.string().length(1), '', 'must have exactly 1 character'],
  [z.array(z.int()).max(2), [1, 2, 3], 'must have at most 2 entries'],
  [z.int().min(1), 0, 'must be at least 1'],
  [z.int().max(100), 101, 'must be at most 100'],
  [z.number().positive(), 0, 'must be more than 0'],
  [z.enum(['active', 'archived']), 'x', 'must be one of active, archived'],
  [z.enum(values), 'x', `must be one of ${values.slice(0, 20).join(', ')}, or one of 2 more`],
  [z.literal('EUR'), 'USD', 'must be EUR'],
  [z.uuid(), 'x', 'must be a UUID, such as 019a0000-0000-7000-8000-000000000001'],
  [z.email(), 'x', 'must be an e-mail address, such as ann@example.com'],
  [z.iso.datetime(), 'now', 'must be a time in UTC, such as 2026-01-31T12:00:00Z'],
  [z.string().regex(/^[A-Z]$/), 'x', 'must match /^[A-Z]$/'],
  [
    z.record(z.string().max(1), z.int()),
    { ab: 1 },
    'has a name that is not allowed: it must have at most 1 character',
  ],
  [
    z.discriminatedUnion('is', [z.object({ is: z.literal('a') }), z.object({ is: z.literal('b') })]),
    { is: 'c' },
    'must be one of a, b',
  ],
  [z.int().min(1, { error: 'a schema has words of its own' }), 0, 'a schema has words of its own'],
])('%# %j', (schema, input, words) => {
  expect(schema.safeParse(input).error?.issues[0]?.message).toBe(words);
});
