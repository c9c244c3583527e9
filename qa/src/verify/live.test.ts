/** What verify says of a system at work, and of a replay that is under way: who is behind, and nothing else. */
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { type Lab, startLab } from '../lab.ts';
import { Feed } from '../replay/feed.ts';
import { reactionsTo } from '../replay/into.ts';
import { paced, withRecording } from '../replay/source.ts';
import { send } from '../testing.ts';
import { verify } from './command.ts';
import type { Kind } from './finding.ts';

let lab: Lab;
let productId: string;

beforeAll(async () => {
  lab = await startLab();
  await lab.consume();
  const mug = { sku: 'MUG', name: 'Mug', price: { amount: 1299, currency: 'EUR' } };
  ({ id: productId } = await send(lab, 'product', { method: 'POST', path: '/api/products', body: mug }));
  await lab.settled();
});
afterAll(() => lab?.stop());

/** One after the other. */
async function order(count: number): Promise<void> {
  const body = { customerId: 'ann', lines: [{ productId, quantity: 1 }] };
  for (let n = 0; n < count; n++) await send(lab, 'order', { method: 'POST', path: '/api/orders', body });
}
const findingsOf = async (target: Lab, ...but: Kind[]) =>
  (await verify(undefined, target)).findings.filter(({ kind }) => !but.includes(kind));

test('a system at work', async () => {
  for (let round = 0; round < 3; round++) {
    const [findings] = await Promise.all([findingsOf(lab, 'behind'), order(8)]);
    expect(findings).toEqual([]);
  }
  await lab.settled();
  expect(await findingsOf(lab)).toEqual([]);
});

test('a replay that is under way: the groups that are given nothing are never past the log', async () => {
  const target = await startLab();
  onTestFinished(() => target.stop());
  await target.consume();
  await withRecording(undefined, { redis: lab.url, data: lab.data }, async (recording) => {
    const feed = new Feed(target.redis, recording.header.categories);
    for (const { name } of recording.categories) {
      await feed.create(name);
      await feed.silence(name, await reactionsTo(name, recording, target.redis));
    }
    let written = 0;
    for await (const page of paced(recording, undefined)) {
      for (let from = 0; from < page.length; from += 40) {
        await feed.write(page.slice(from, from + 40));
        await target.settled();
        // It is half of the story, told without its timers.
        if (written++ < 4) expect(await findingsOf(target, 'invariant')).toEqual([]);
      }
    }
    expect(written).toBeGreaterThan(2);
  });
  expect(await findingsOf(target)).toEqual([]);
});
