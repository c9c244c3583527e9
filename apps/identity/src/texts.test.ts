/** Texts as long as they may be, whatever they are, are read back as they were sent: also from what is sealed. */
import { limits } from '@quickmart/contracts/limits';
import { serviceOfTests } from '@quickmart/service/testing';
import { expect, test, vi } from 'vitest';
import { env, people } from '../test/testing.ts';
import { limits as own } from './limits.ts';
import identity from './service.ts';

const service = serviceOfTests(identity, { env });
const { send } = service;
const { post, member, staff } = people(service);
const alphabets = ['\u{1F9E1}', 'ß', '\u{10FFFD}', '"\\<&\'%', 'sealed.1.'];
const long = (alphabet: string, length: number) => [...alphabet.repeat(length)].slice(0, length).join('');

test.each(alphabets)('made of %j', async (alphabet) => {
  const { id, headers } = await member();
  const change = { ...headers, 'If-Match': '*' };
  const name = long(alphabet, limits.nameLength);
  expect((await send('PATCH', '/api/me', { name }, change)).body.name).toBe(name);
  const line = long(alphabet, limits.addressLineLength);
  const postalCode = long(alphabet, limits.postalCodeLength);
  const phone = long(alphabet, limits.phoneLength);
  const address = {
    name,
    company: name,
    line1: line,
    line2: line,
    postalCode,
    city: name,
    region: name,
    country: 'DE',
    phone,
  };
  const added = await post('/api/me/addresses', address, headers);
  expect(added.body).toMatchObject(address);
  expect((await send('GET', '/api/me/addresses', undefined, headers)).body.data).toMatchObject([address]);
  const asStaff = await staff();
  await vi.waitFor(async () => {
    const { body } = await send('GET', `/api/users/${id}`, undefined, asStaff);
    expect(body.name).toBe(name);
  });
  const client = { name: long(alphabet, own.clientNameLength), scopes: ['*'] };
  const { body } = await post('/api/clients', client, asStaff);
  expect((await send('GET', `/api/clients/${body.id}`, undefined, asStaff)).body).toMatchObject(client);
  // Whoever orders name by such a text is exported and erased by it, too.
  const customer = long(alphabet, limits.emailLength);
  const exported = await post('/api/exports', { customer }, asStaff);
  expect([exported.status, exported.body.ids.length]).toEqual([200, 1]);
  expect((await post('/api/erasures', { customer }, asStaff)).body).toEqual({ ids: exported.body.ids });
});
