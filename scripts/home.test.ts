import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { homeSettings } from './home.mjs';

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'quickmart-home-'));
  onTestFinished(() => rmSync(made, { recursive: true, force: true }));
  return made;
}

test('a home that can be written is used as always', () => {
  expect(homeSettings('/clone', { HOME: folder() })).toEqual({});
});

test('a home that cannot: all of it goes beside the data', () => {
  const file = join(folder(), 'file');
  writeFileSync(file, '');
  expect(homeSettings('/clone', { HOME: join(file, 'me') })).toEqual({
    npm_config_cache: '/clone/.data/home/npm',
    npm_config_store_dir: '/clone/.data/home/pnpm-store',
    npm_config_cache_dir: '/clone/.data/home/pnpm-cache',
    npm_config_state_dir: '/clone/.data/home/pnpm-state',
  });
});

test('only what cannot be written: a folder that was set, or left to root, is judged by itself', () => {
  const home = folder();
  writeFileSync(join(home, '.npm'), 'no folder');
  const set = folder();
  const env = { HOME: home, npm_config_store_dir: set };
  expect(Object.keys(homeSettings('/clone', env))).toEqual(['npm_config_cache']);
});
