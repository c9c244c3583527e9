// A folder of apps/ that no service can be: one line says which, and why.

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { execute, failureOf, type Sandbox, sandbox } from './test/sandbox.ts';

function define(box: Sandbox, folder: string, text: string): void {
  const sources = join(box.root, 'apps', folder, 'src');
  mkdirSync(sources, { recursive: true });
  writeFileSync(join(sources, 'service.ts'), text);
}

const withPort = (port: string) => `export default {\n  name: 'order',\n  port: ${port},\n};\n`;

test('a port that cannot be read', async () => {
  const box = await sandbox();
  define(box, 'order', withPort('3_003'));
  expect(await failureOf(box)).toBe(
    '✗ apps/order/src/service.ts has no line `port: 3010,` in its definition.\n',
  );
});

test('a port that another one has', async () => {
  const box = await sandbox();
  const { product } = box.ports;
  define(box, 'order', withPort(String(product)));
  expect(await failureOf(box)).toBe(
    `✗ order and product both have port ${product}: give one of them another.\n`,
  );
});

test('a name that no service can have', async () => {
  const box = await sandbox();
  define(box, 'Order 2', withPort('3010'));
  expect(await failureOf(box)).toBe(
    '✗ apps/Order 2 is no name of a service: lower-case letters, digits and dashes only.\n',
  );
});

test.each([
  ["export const order = { name: 'order' };", 'has no `export default defineService({ … })`'],
  ["export default { name: 'orders' };", 'defines orders: give it the name of its folder'],
])('no definition of this service: %s', async (text, message) => {
  const box = await sandbox();
  define(box, 'order', text);
  const program = "await (await import('./packages/service/src/run/discover.ts')).findService('order')";
  const found = execute(process.execPath, ['--input-type=module', '--eval', program], box.root);
  expect(await found.ended).toBe(1);
  expect(found.output()).toContain(`apps/order/src/service.ts ${message}`);
});
