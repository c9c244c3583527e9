/**
 * The whole system on a Redis of several servers: orders are placed while a master dies, taken again soon, and all of them end.
 * Clients repeat a request under its Idempotency-Key until it has an answer.
 */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { type Kind, startDeployment, until } from '@quickmart/streams/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Order } from '../../../apps/order/src/api.ts';
import type { Env } from '../../src/process.ts';
import { type System, startSystem } from '../../src/processes.ts';
import { qa } from '../testing.ts';
import { decided, send, sendSurely, stockedProduct } from './shop.ts';

/** As an operator sets it: how long a server that does not answer counts as alive. */
const electionMs = 5_000;
const takenAgainMs = 15_000;

/** `replicas`: of each master. `env`: of the services. */
export function systemOn(name: string, kind: Kind, replicas: number, env: Env = {}): void {
  describe(`the whole system on ${name}`, () => {
    let system: System;
    beforeAll(async () => {
      const redis = await startDeployment({ kind, replicas, electionMs });
      system = await startSystem({ redis, env });
    });
    afterAll(() => system?.stop());
    const tool = (...args: string[]) => qa({ url: system.redis.url, data: system.data }, ...args);

    test('orders are taken again soon after a master has died, every order ends, and verify finds nothing', async () => {
      const product = await stockedProduct(system);
      const order = { customerId: 'customer-17', lines: [{ sku: product.sku, quantity: 1 }] };
      const place = async (key: string) => {
        const { status, body } = await sendSurely<Order>(system.order, '/api/orders', order, key);
        expect(status).toBe(201);
        return body.id;
      };
      const ids = await Promise.all(Array.from({ length: 10 }, (_, n) => place(`before-${n}`)));
      const dies = system.redis.killMaster('order', { lossless: true });
      const meanwhile = Array.from({ length: 10 }, (_, n) => place(`meanwhile-${n}`));
      await dies;
      const died = performance.now();
      await until('an order is taken again', async () => {
        const answer = await send(system.order, 'POST', '/api/orders', order);
        return answer.status === 201 && ids.push(answer.body.id);
      });
      const outageMs = Math.round(performance.now() - died);
      console.info(`${name}: orders were taken again after ${outageMs} ms`);
      expect(outageMs).toBeLessThan(takenAgainMs);
      ids.push(...(await Promise.all(meanwhile)), await place('after'));
      const orders = await Promise.all(ids.map((id) => decided(system, id)));
      expect(new Set(ids).size).toBe(22);
      expect(new Set(orders.map(({ status }) => status))).toEqual(new Set(['confirmed']));
      await system.redis.settled();
      const verified = await until('all groups are done', async () => {
        const { code, out } = await tool('verify');
        return !/behind|pending/.test(out) && { code, out };
      });
      expect(verified).toMatchObject({ code: 0 });
    });

    test('tools: what is there is shown, recorded, and brought into an empty one', async () => {
      expect(await tool('groups')).toMatchObject({ code: 0 });
      expect(await tool('dead', 'list')).toMatchObject({ code: 0 });
      expect(await tool('heal')).toMatchObject({ code: 0, out: 'nothing to heal\n' });
      const file = join(system.data, 'day.ndjson');
      expect(await tool('record', file)).toMatchObject({ code: 0 });
      expect(await tool('replay', file)).toMatchObject({ code: 0 });
      const refused = await tool('import', file, '--yes');
      expect(refused.err).toContain('the Redis is not empty');
      rmSync(file);
    });
  });
}
