/** docs/redis.md: its rule for the user is the one that is tested, and covers all that the services touch. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ReadModels } from '@quickmart/projections';
import { aclRule } from '@quickmart/streams';
import { Redis } from 'ioredis';
import { expect, test } from 'vitest';
import { root } from './processes.ts';
import { categories, services } from './services.ts';
import { silentLog } from './target.ts';

test('the rule of docs/redis.md is the one that the services are tested with', () => {
  const page = readFileSync(join(root, 'docs', 'redis.md'), 'utf8');
  expect(page).toContain(`ACL SETUSER quickmart on >PASSWORD ${aclRule(categories)}\n`);
});

/** Never connected: what is wired is looked at, not used. */
const idle = {
  lazyConnect: true,
  maxRetriesPerRequest: 0,
  autoResendUnfulfilledCommands: false,
  socketTimeout: 1,
};

test.each(services)('$name asks at its start for the keys of all that it reads and writes', (service) => {
  const readModels = { projector: {} } as ReadModels;
  const { consumers } = service.wire({ redis: new Redis(idle), log: silentLog, readModels, settings: {} });
  const read = consumers.status().map(({ category }) => category);
  const written = service.aggregates.map(({ category }) => category);
  expect([...service.categories].sort()).toEqual([...new Set([...read, ...written])].sort());
});
