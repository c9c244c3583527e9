/**
 * The guarantees of the event store and its consumers, one test each, for any Redis that they are to hold on.
 *
 * @example
 * conformance('a standalone Redis', async () => standalone(await startRedis({ appendOnly: true })));
 */
import { afterAll, beforeAll, describe, test, vi } from 'vitest';
import { allOrNothing, idempotencyKeys, noLossByRedis, noLossByServices, oneWriterWins } from './appends.ts';
import type { Deployment } from './deployment.ts';
import type { Guarantee } from './guarantee.ts';
import { lostGroups } from './losses.ts';
import { boundedMemory } from './memory.ts';
import { noBusyLoop } from './outages.ts';
import { effectsOnce, orderPerAggregate, poison, redriveInOrder, takeover } from './reactions.ts';
import { countedOnce, sqlOutage } from './read-models.ts';
import { World } from './world.ts';

/** By their numbers in the design. */
const guarantees: Record<number, Guarantee> = {
  1: noLossByServices,
  2: noLossByRedis,
  3: oneWriterWins,
  4: idempotencyKeys,
  5: allOrNothing,
  6: orderPerAggregate,
  7: effectsOnce,
  8: countedOnce,
  9: poison,
  10: sqlOutage,
  11: redriveInOrder,
  12: takeover,
  13: lostGroups,
  14: noBusyLoop,
  15: boundedMemory,
};

/** `only`: those of these numbers. */
export function conformance(
  name: string,
  setUp: () => Promise<Deployment>,
  only: readonly number[] = Object.keys(guarantees).map(Number),
): void {
  describe(`on ${name}`, () => {
    let deployment: Deployment;
    beforeAll(async () => {
      deployment = await setUp();
    }, 60_000);
    afterAll(() => deployment?.stop());

    const define = (alone: boolean) => {
      for (const [number, guarantee] of Object.entries(guarantees)) {
        if ((guarantee.alone ?? false) !== alone || !only.includes(Number(number))) continue;
        test(
          `${number} ${guarantee.title}`,
          () => prove(guarantee, deployment),
          guarantee.timeoutMs ?? 180_000,
        );
      }
    };
    vi.setConfig({ maxConcurrency: Object.keys(guarantees).length }); // most of them wait most of the time
    describe.concurrent('side by side', () => define(false));
    describe('one after the other', () => define(true));
  });
}

async function prove(guarantee: Guarantee, deployment: Deployment): Promise<void> {
  const world = await World.on(deployment);
  try {
    await guarantee.test(world);
  } finally {
    await world.close();
  }
}
