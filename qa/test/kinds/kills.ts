/** A master dies by kill -9 under the whole shop, with the times that an operator would set. */
import { setTimeout as sleep } from 'node:timers/promises';
import { serviceNames } from '@quickmart/service';
import { keys, type RedisClient } from '@quickmart/streams';
import { type Kind, startDeployment, type TestDeployment, until } from '@quickmart/streams/testing';
import type { Random } from '../../src/random.ts';
import { categories } from '../../src/services.ts';
import { type SmallShop, startShop } from '../small-shop.ts';
import { qa } from '../testing.ts';
import { administrator, Shoppers, type Work } from './shoppers.ts';

/** How long a server that does not answer counts as alive. */
const electionMs = 5_000;
/** Whose master is killed: in a cluster they are spread over three. */
const killed = ['order', ...categories, 'gateway'];
const partitions = 8;
const ahead = 20;

export type Killed = {
  shoppers: Shoppers;
  /** The longest that each of their works was without, ms. */
  longest: Record<Work, number>;
  /** Positions of all events of orders, in order. */
  log: string[];
  verified: { code: number; out: string };
};

/** `runs` times, without waiting for the replicas, under `DURABILITY=replicated`. */
export async function killUnderLoad(
  kind: Kind,
  runs: number,
  rng: Random,
  say: (line: string) => void,
): Promise<Killed> {
  // When the master is gone, there is still a replica for what is acknowledged after it.
  const { shop, redis, stop } = await open(kind, 2, { DURABILITY: 'replicated' });
  try {
    const shoppers = await Shoppers.at(shop);
    const longest = { order: 0, login: 0, look: 0, event: 0 };
    for (let run = 1; run <= runs; run++) {
      const category = rng.pick(killed);
      await sleep(rng.between(100, 2_000));
      const revive = await redis.killMaster(category);
      const took = await shoppers.again();
      say(
        `${kind} ${run}/${runs}: the master of ${category} is gone: again after ms ${JSON.stringify(took)}`,
      );
      for (const work of Object.keys(took) as Work[]) longest[work] = Math.max(longest[work], took[work]);
      await revive();
      await redis.settled();
    }
    await shoppers.stop();
    const verified = await until('all groups are done', async () => {
      const outcome = await qa({ url: redis.url, data: shop.data }, 'verify');
      return !/behind|pending/.test(outcome.out) && outcome;
    });
    return { shoppers, longest, log: await logOf(await redis.connect()), verified };
  } finally {
    await stop();
  }
}

export type Lost = {
  /** Positions of orders that were acknowledged, and are not there. */
  lost: string[];
  /** What `qa heal --all --yes` names: the last lost event of each partition that read models have applied. */
  named: string[];
  /** Of verify, while orders went on: who is behind at that moment is one, too. */
  findings: { kind: string }[];
};

/** Under `DURABILITY=memory`, when the replica lacks some orders; then the drill, and orders are taken again. */
export async function loseAndHeal(kind: Kind): Promise<Lost> {
  const { shop, redis, stop } = await open(kind, 1, {});
  try {
    const shoppers = await Shoppers.at(shop);
    let before = 0;
    const revive = await redis.killMaster('order', {
      ahead: async () => {
        before = shoppers.acknowledged.length;
        await until('more orders are taken', () => shoppers.acknowledged.length > before + ahead);
      },
    });
    const acknowledged = shoppers.acknowledged.slice(before, before + ahead);
    await revive();
    const log = await logOf(await redis.connect());
    await until('the order service has noticed it', () => shoppers.refusals.has('log-replaced'));
    const healed = await qa({ url: redis.url, data: shop.data }, 'heal', '--all', '--yes', '--json');
    const { lost: named, verified } = JSON.parse(healed.out) as {
      lost: string[];
      verified: { findings: { kind: string }[] };
    };
    await shoppers.again();
    await shoppers.stop();
    const lost = acknowledged.map(({ position }) => position).filter((position) => !log.includes(position));
    return { lost, named, findings: verified.findings };
  } finally {
    await stop();
  }
}

async function open(kind: Kind, replicas: number, env: Record<string, string>) {
  const redis: TestDeployment = await startDeployment({ kind, replicas, electionMs });
  const own = {
    BOOTSTRAP_ADMIN_EMAIL: administrator.email,
    BOOTSTRAP_ADMIN_PASSWORD: administrator.password,
    LIMIT_CLIENT: '1000000',
  };
  const shop: SmallShop = await startShop({ names: serviceNames(), redis, env: { ...own, ...env } });
  return { redis, shop, stop: shop.stop };
}

async function logOf(client: RedisClient): Promise<string[]> {
  const all = Array.from({ length: partitions }, async (_, n) =>
    (await client.xrange(keys.events('order', n), '-', '+')).map(([id]) => `order.${n}@${id}`),
  );
  return (await Promise.all(all)).flat().sort((a, b) => placeOf(a) - placeOf(b));
}

/** `order.3@1-42`: 42, which no other event of orders has while the epoch is the same. */
export const placeOf = (position: string): number => Number(position.split('-').at(-1));
export const partitionOf = (position: string): string => position.split('@')[0] ?? '';
