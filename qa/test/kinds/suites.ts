/** What must hold whatever Redis is made of: the same test files, unchanged, on a Redis of several servers. */
import type { Kind } from '@quickmart/streams/testing';
import { describe } from 'vitest';

const suites = {
  scenarios: () => import('../../src/scenario/scenarios.test.ts'),
  'verify: the log': () => import('../../src/verify/log.test.ts'),
  'verify: read models': () => import('../../src/verify/read-models.test.ts'),
  'verify: invariants': () => import('../../src/verify/invariants.test.ts'),
  'verify: while services work': () => import('../../src/verify/live.test.ts'),
  'a saga in any order': () => import('../saga/saga.test.ts'),
  'the saga of whole processes': () => import('../system/saga.test.ts'),
  'the saga in time': () => import('../system/saga-in-time.test.ts'),
  'the retail day': () => import('../../src/retail/retail.system.test.ts'),
  'orders, and a flash sale': () => import('../system/orders.test.ts'),
  'kill -9 under load': () => import('../system/crash.test.ts'),
  'a restart of everything': () => import('../system/lifecycle.test.ts'),
  'recorded, imported, replayed': () => import('../../src/replay/replay.test.ts'),
};

export function suitesOn(kind: Kind): void {
  process.env.TEST_REDIS = kind;
  for (const [name, suite] of Object.entries(suites))
    describe(`${name}, on ${kind}`, async () => void (await suite()));
}
