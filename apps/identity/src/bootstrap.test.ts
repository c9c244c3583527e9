import { serviceOfTests } from '@quickmart/service/testing';
import { expect, test } from 'vitest';
import { admin, env, people } from '../test/testing.ts';
import { bootstrap } from './bootstrap.ts';
import type { Parts } from './config.ts';
import identity from './service.ts';

let parts: Parts;
const prepare = async (own: Parts) => {
  parts = own;
  await bootstrap(own);
};
const service = serviceOfTests({ ...identity, prepare }, { env });
const warnings = () =>
  service.lines.map((line) => JSON.parse(line)).filter(({ msg }) => /^BOOTSTRAP_ADMIN_EMAIL/.test(msg));

test('the address of somebody who is no administrator makes them none, and the log says so without the address', async () => {
  const { member } = people(service);
  const { id, email } = await member();
  await bootstrap({ ...parts, settings: { ...parts.settings, bootstrapAdminEmail: email } });
  expect(warnings()).toMatchObject([{ level: 'warn', userId: id }]);
  expect(service.lines.join()).not.toContain(email);
});

test('a later start finds the administrator, and says nothing', async () => {
  const before = warnings().length;
  await bootstrap({ ...parts, settings: { ...parts.settings, bootstrapAdminEmail: admin.email } });
  expect(warnings()).toHaveLength(before);
});
