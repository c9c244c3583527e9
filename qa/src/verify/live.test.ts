/** What verify says of a system at work, and of a replay that is under way: who is behind, and nothing else. */
import { afterAll, beforeAll, expect, onTestFinished, test, vi } from 'vitest';
import { sellMugs, send } from '../../test/testing.ts';
import { type Lab, startLab } from '../lab.ts';
import { Feed } from '../replay/feed.ts';
import { reactionsTo } from '../replay/into.ts';
import { paced, withRecording } from '../replay/source.ts';
import { categories } from '../services.ts';
import { verify } from './command.ts';

let lab: Lab;
let productId: string;

beforeAll(async () => {
  lab = await startLab();
  productId = await sellMugs(lab);
});
afterAll(() => lab?.stop());

/** Whenever a head of the log is asked for, an order is placed before anything else is. */
function orderAtEveryLook() {
  const placed = { orders: 0, stop: () => look.mockRestore() };
  const ask = lab.redis.hmget.bind(lab.redis) as (...args: unknown[]) => Promise<(string | null)[]>;
  const look = vi.spyOn(lab.redis, 'hmget').mockImplementation(async (...args: unknown[]) => {
    const answer = await ask(...args);
    const body = { customerId: 'ann', lines: [{ productId, quantity: 1 }] };
    if (placed.orders++ < 16) await send(lab, 'order', { method: 'POST', path: '/api/orders', body });
    return answer;
  });
  return placed;
}
const findingsOf = async (target: Lab, chosen?: readonly string[]) =>
  (await verify(chosen, target)).findings.filter(({ kind }) => kind !== 'behind');

test('a system at work', async () => {
  const placed = orderAtEveryLook();
  expect(await findingsOf(lab)).toEqual([]);
  expect(placed.orders).toBeGreaterThan(8);
  placed.stop();
  await lab.caughtUp();
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
      for (let from = 0; from < page.length; from += 30) {
        await feed.write(page.slice(from, from + 30));
        await target.caughtUp();
        // The logs and the groups: half of a story, without its timers, breaks invariants.
        if (written++ < 3) expect(await findingsOf(target, categories)).toEqual([]);
      }
    }
    expect(written).toBeGreaterThan(2);
  });
});
