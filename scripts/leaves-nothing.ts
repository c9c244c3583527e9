/**
 * Set up for every test file that shares its process with others: what it changes for all of them, it has to put back. What
 * a file leaves behind would fail another one, and only where the two meet.
 */
import { globSync } from 'node:fs';
import { join } from 'node:path';
import { env } from 'node:process';
import { afterAll, expect } from 'vitest';

const root = join(import.meta.dirname, '..');

/** Every limit that has a name, by file. */
const limits: Record<string, object> = {};
for (const file of globSync('{packages,apps}/*/src/**/limits.ts', { cwd: root }))
  limits[file] = { ...(await import(join(root, file))) };

const before = { limits: structuredClone(limits), env: { ...env } };

afterAll(() => {
  expect(limits, 'the limits, after this file').toEqual(before.limits);
  // Only the names: a machine may keep secrets there.
  const names = [...new Set([...Object.keys(env), ...Object.keys(before.env)])];
  expect(names.filter((name) => env[name] !== before.env[name])).toEqual([]);
});
