/** Every command of docs/qa.md, in the order of the page, on a system that has a dead letter. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startRedis, type TestRedis } from '@quickmart/streams/testing';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { qa, send } from '../test/testing.ts';
import { type Lab, startLab } from './lab.ts';
import { append } from './lab-io.ts';
import { root } from './process.ts';

type Documented = { text: string; args: string[]; code: number; settings: Record<string, string> };
const page = readFileSync(join(root, 'docs', 'qa.md'), 'utf8');
const commands = [...page.matchAll(/^((?:[A-Z_]+=\S+ )*)pnpm qa (.+)$/gm)].map(
  ([, before = '', line = '']) => {
    const [text = '', comment = ''] = line.split(/\s+# /);
    const settings = Object.fromEntries(before.split(' ').flatMap((one) => (one ? [one.split('=')] : [])));
    const args = [...text.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g)].map(
      ([, a, b, word]) => a ?? b ?? word ?? '',
    );
    const code = Number(/exit code (\d)/.exec(comment)?.[1] ?? 0);
    return { text, args, code, settings } as Documented;
  },
);

let lab: Lab;
let empty: TestRedis;
const folder = mkdtempSync(join(tmpdir(), 'quickmart-docs-'));
const words = new Map([['bug.ndjson', join(folder, 'bug.ndjson')]]);

beforeAll(async () => {
  [lab, empty] = await Promise.all([startLab(), startRedis()]);
  await lab.consume();
  const price = { amount: 100, currency: 'EUR' };
  const body = { sku: 'MUG', name: 'Mug', price };
  const mug = await send(lab, 'product', { method: 'POST', path: '/api/products', body });
  await lab.caughtUp();
  const order = { customerId: 'ann', lines: [{ productId: mug.id, quantity: 1 }] };
  const { id } = await send(lab, 'order', { method: 'POST', path: '/api/orders', body: order });
  const poison = '019a0000-0000-7000-8000-00000000dead';
  const line = { productId: poison, sku: 'X', name: 'X', quantity: 1, unitPrice: price, lineTotal: price };
  const placed = { customerId: 'bob', lines: [line], total: price };
  await append(lab, 'order', poison, { eventType: 'OrderPlacedEvent', schema: 1, data: placed });
  await append(lab, 'order', poison, {
    eventType: 'OrderCancelledEvent',
    schema: 1,
    data: { reason: 'x', by: 'system' },
  });
  await lab.caughtUp();
  const [deadLetter] = JSON.parse((await qa(lab, 'dead', 'list', '--json')).out);
  words.set('$ORDER', id).set('$DEAD_LETTER', deadLetter.ref).set('$EMPTY_REDIS', empty.url);
  words.set('$STAGING_REDIS', `${empty.url}/5`);
});
afterAll(async () => {
  await Promise.all([lab?.stop(), empty?.stop()]);
  rmSync(folder, { recursive: true });
});

/** Of these, everything works without the system that runs; a Redis of their own is said in the command. */
const isElsewhere = (args: readonly string[]) =>
  args.includes('--redis') || ['scenario', 'retail', 'quote'].includes(args[0]!);

test('the page has commands', () => expect(commands.length).toBeGreaterThan(20));

test.each(commands)('pnpm qa $text', async ({ args, code, settings }) => {
  Object.assign(process.env, settings);
  onTestFinished(() => {
    for (const name of Object.keys(settings)) delete process.env[name];
  });
  const filled = args.map(
    (word) => words.get(word) ?? word.replaceAll(/\$[A-Z]+/g, (name) => words.get(name) ?? name),
  );
  const path = (word: string) => (word.startsWith('qa/') ? join(root, word) : word);
  const { out, err, ...outcome } = await qa(isElsewhere(args) ? undefined : lab, ...filled.map(path));
  expect(outcome.code, `${out}\n${err}`).toBe(code);
  expect(out).not.toBe('');
});
