/** What must hold of every answer that was given, and of the log, the stock and the read models, when all is quiet. */
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { ok, type ShopClient, shopClient } from '@quickmart/client';
import { keys, redisClient } from '@quickmart/streams';
import { until } from '@quickmart/streams/testing';
import { node } from '../../src/process.ts';
import type { Acknowledged, Place, Shoppers } from '../kinds/shoppers.ts';
import { redisUrl } from './cluster.ts';

/** All lists are empty, and both numbers 0, where all is well. */
export type Books = {
  /** Positions of orders that were acknowledged, and are not in the log. */
  lost: string[];
  /** Ids of orders that were placed twice; or placed, and told to nobody. */
  doubled: string[];
  unknown: string[];
  unanswered: number;
  /** SKUs of which more was reserved than there was, or not what orders have. */
  oversold: string[];
  /** Exit code of verify. */
  verified: number;
};

const endsWithinMs = 180_000;
const partitions = 8;
const run = promisify(execFile);

export class Oracle {
  readonly #client: ShopClient;
  readonly #data: string;
  readonly #acknowledged: Acknowledged[] = [];

  constructor({ data, ...shop }: Place & { data: string }) {
    this.#client = shopClient({ baseUrl: shop.url, credentials: shop.credentials });
    this.#data = data;
  }

  /** When the crowds have stopped. `build`: whose `verify` is asked. */
  async look(crowds: readonly Shoppers[], build: string): Promise<Books> {
    await until('every order has ended', () => this.#noneIsPending(), endsWithinMs);
    for (const { acknowledged } of crowds) this.#acknowledged.push(...acknowledged);
    const log = await placed();
    const ids = log.map(({ id }) => id);
    const [positions, known] = [
      new Set(log.map((one) => one.position)),
      new Set(this.#acknowledged.map(({ id }) => id)),
    ];
    return {
      lost: this.#acknowledged.map((one) => one.position).filter((position) => !positions.has(position)),
      doubled: ids.filter((id, n) => ids.indexOf(id) !== n),
      unknown: ids.filter((id) => !known.has(id)),
      unanswered: crowds.reduce((sum, { unanswered }) => sum + unanswered, 0),
      oversold: await this.#oversold(crowds),
      verified: await this.#verified(build),
    };
  }

  async #noneIsPending(): Promise<boolean> {
    const query = { status: ['pending' as const], limit: 1 };
    return (await ok(this.#client.GET('/api/orders', { params: { query } }))).data.length === 0;
  }

  async #oversold(crowds: readonly Shoppers[]): Promise<string[]> {
    const oversold: string[] = [];
    for (const { sku, productId } of crowds) {
      const path = { productId };
      const { onHand, reserved } = await ok(
        this.#client.GET('/api/inventories/{productId}', { params: { path } }),
      );
      const query = { sku: [sku], status: ['confirmed' as const], limit: 1, includeTotal: 'true' as const };
      const { total } = await ok(this.#client.GET('/api/orders', { params: { query } }));
      if (reserved > onHand || reserved !== total) oversold.push(`${sku}: ${onHand}, ${reserved}, ${total}`);
    }
    return oversold;
  }

  /** In a process of that build, which knows its tables. */
  async #verified(build: string): Promise<number> {
    const args = [join(build, 'qa/src/main.ts'), 'verify', '--redis', redisUrl, '--data', this.#data];
    const verify = () =>
      run(node, args).then(
        ({ stdout }) => ({ code: 0, stdout }),
        ({ code, stdout, stderr }) => ({ code: Number(code), stdout: `${stdout}${stderr}` }),
      );
    const { code, stdout } = await until(
      'all groups are done',
      async () => {
        const outcome = await verify();
        return !/behind|pending/.test(outcome.stdout) && outcome;
      },
      endsWithinMs,
    );
    if (code !== 0) console.info(stdout);
    return code;
  }
}

/** Every order that the log has, as often as it has it. */
async function placed(): Promise<Acknowledged[]> {
  const redis = redisClient(redisUrl);
  await redis.connect();
  const streams = Array.from({ length: partitions }, async (_, n) => {
    const entries = await redis.xrange(keys.events('order', n), '-', '+');
    return entries.map(([id, fields]) => ({ position: `order.${n}@${id}`, fields }));
  });
  const all = (await Promise.all(streams)).flat();
  redis.disconnect();
  const value = (fields: string[], name: string) => fields[fields.indexOf(name) + 1]!;
  return all
    .filter(({ fields }) => value(fields, 'eventType') === 'OrderPlacedEvent')
    .map(({ position, fields }) => ({ position, id: value(fields, 'aggregateId') }));
}
