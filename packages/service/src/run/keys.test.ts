import { expect, test } from 'vitest';
import { loadConfig } from '../process/config.ts';
import { masterOf } from './keys.ts';

const settings = (env: Record<string, string>) => loadConfig({ port: 1, databaseUrl: 'file:a' }, env);

test('on loopback the master key is made beside the keys; elsewhere it has to be given', () => {
  expect(masterOf(settings({}))).toEqual({ file: '.data/master.key', make: true });
  expect(masterOf(settings({ KEYS_URL: 'file:/var/lib/keys.sqlite' }))).toEqual({
    file: '/var/lib/master.key',
    make: true,
  });
  expect(masterOf(settings({ HOST: '0.0.0.0', MASTER_KEY_FILE: '/run/secrets/key' }))).toEqual({
    file: '/run/secrets/key',
  });
  expect(masterOf(settings({ HOST: '0.0.0.0', MASTER_KEY: 'a' }))).toEqual({ text: 'a' });
  expect(() => masterOf(settings({ HOST: '0.0.0.0' }))).toThrow(
    /^MASTER_KEY_FILE is missing: .*openssl rand -hex 32/,
  );
});
