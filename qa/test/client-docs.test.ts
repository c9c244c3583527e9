/** The code of docs/client.md, run as it stands there: before a gateway that checks rights. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { node, root } from '../src/process.ts';
import { startShop } from './small-shop.ts';

const page = readFileSync(join(root, 'docs', 'client.md'), 'utf8');
const [, block = ''] = /```ts\n(.*?)```/s.exec(page) ?? [];

test('the example of docs/client.md does what it says', async () => {
  const { url: baseUrl, credentials, stop } = await startShop();
  onTestFinished(stop);
  const given = { baseUrl, ...credentials, sku: 'MUG-1' };
  const names = Object.entries(given).map(([name, value]) => `const ${name} = ${JSON.stringify(value)};`);
  const program = `${names.join('\n')}\n${block}`;
  const args = ['--input-type=module-typescript', '--eval', program];
  const { status, stdout, stderr } = spawnSync(node, args, { cwd: join(root, 'qa'), encoding: 'utf8' });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(stdout).toBe('Blue mug 1\nAnother product has this SKU\n');
});
