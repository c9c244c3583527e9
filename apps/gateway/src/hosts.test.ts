import { expect, test } from 'vitest';
import { isOurs } from './hosts.ts';

const allowed = new Set(['shop.example']);

test.each([
  '127.0.0.1',
  '127.0.0.1:3000',
  '[::1]:3000',
  '192.0.2.7',
  'localhost:3000',
  'a.localhost',
  'SHOP.example:443',
])('%s is ours', (host) => expect(isOurs(host, allowed)).toBe(true));

test.each([
  'evil.example',
  'shop.example.evil.example',
  'evil-shop.example',
  'localhost.evil.example',
  '127.0.0.1.evil.example',
  'notlocalhost',
  '',
  '[127.0.0.1',
])('%s is not', (host) => expect(isOurs(host, allowed)).toBe(false));
