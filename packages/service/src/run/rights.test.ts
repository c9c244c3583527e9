import { expect, test } from 'vitest';
import { settingsOf } from './start.ts';

const read = (env: Record<string, string>) => settingsOf({ name: 'mugs', port: 1 }, env).auth;

test('rights are checked unless somebody says otherwise, which counts on loopback only', () => {
  expect([read({}), read({ HOST: '0.0.0.0' }), read({ AUTH: '' })]).toEqual(['on', 'on', 'on']);
  expect([read({ AUTH: 'off' }), read({ AUTH: 'off', HOST: '::1' })]).toEqual(['off', 'off']);
  for (const HOST of ['0.0.0.0', '10.0.0.7', 'shop.example'])
    expect(() => read({ AUTH: 'off', HOST })).toThrow(`HOST=${HOST} is reached from outside`);
});
