/** A steady rate, whether the shop keeps up or not. */
import { setTimeout as sleep } from 'node:timers/promises';

const tickMs = 10;

/** Resolves when all of them are done. */
export async function steadily(count: number, perSecond: number, one: (n: number) => Promise<void>) {
  const began = performance.now();
  const sent: Promise<void>[] = [];
  while (sent.length < count) {
    const due = Math.min(count, Math.ceil(((performance.now() - began) / 1000) * perSecond));
    while (sent.length < due) sent.push(one(sent.length));
    await sleep(tickMs);
  }
  await Promise.all(sent);
}
