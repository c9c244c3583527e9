/** Another e-mail address for an account, over HTTP: what counts when, who is told, and who gets in afterwards. */
import { randomUUIDv7 } from 'node:crypto';
import { type OrderEvents, orderPlaced, plainOrder } from '@quickmart/contracts/order/events';
import { serviceOfTests } from '@quickmart/service/testing';
import { aggregate, clock } from '@quickmart/streams';
import { expect, test, vi } from 'vitest';
import { bearer, env, newEmail, password, people } from '../test/testing.ts';
import { limits } from './limits.ts';
import identity from './service.ts';

const service = serviceOfTests(identity, { env });
const { send } = service;
const { post, codeFor, logIn, member, staff, changing } = people(service);
type Member = Awaited<ReturnType<typeof member>>;

const ask = ({ headers }: Pick<Member, 'headers'>, email: string, proof: object = { password }) =>
  post('/api/me/email', { email, ...proof }, headers);
const confirm = ({ headers }: Pick<Member, 'headers'>, email: string, code: string) =>
  post('/api/me/email/confirm', { email, code }, headers);
const inbox = async (to: string) =>
  (await send('GET', `/dev/inbox?to=${to}`)).body.data as { subject: string }[];
const sentTo = async (to: string): Promise<string> =>
  /your account: (\d{6})/.exec((await inbox(to))[0]?.subject ?? '')?.[1] ?? '';

test('a new address counts when the code that was sent there comes back; the old one is told, and is free', async () => {
  const anna = await member();
  const email = newEmail();
  expect((await ask(anna, email.toUpperCase())).status).toBe(202);
  const code = await sentTo(email);
  // Until then nothing has changed.
  expect((await logIn(anna.email)).status).toBe(200);
  expect((await logIn(email)).status).toBe(401);
  const changed = await confirm(anna, email, code);
  expect([changed.status, changed.body]).toMatchObject([200, { id: anna.id, email, emailVerified: true }]);
  expect((await inbox(anna.email))[0]?.subject).toBe('Your account has another address');
  expect((await confirm(anna, email, code)).body.code).toBe('code-invalid');

  // Whoever had a session proves who they are by the new address.
  expect((await post('/api/sessions/refresh', { refreshToken: anna.refreshToken })).status).toBe(401);
  expect((await logIn(anna.email)).status).toBe(401);
  expect((await logIn(email)).status).toBe(200);
  expect((await logIn(email, { code: await codeFor(email, 'login') })).status).toBe(200);

  const somebodyElse = await member(anna.email);
  expect(somebodyElse.id).not.toBe(anna.id);
});

test('staff sees the change in the history, with who did it; lists find the account by its new address', async () => {
  const anna = await member();
  const email = newEmail();
  await ask(anna, email);
  await confirm(anna, email, await sentTo(email));
  const asStaff = await staff();
  const { body } = await send('GET', `/api/users/${anna.id}/history`, undefined, asStaff);
  const event = body.data.at(-1);
  expect(event).toMatchObject({ eventType: 'EmailChangedEvent', data: { userId: anna.id, email } });
  expect(event.data).not.toHaveProperty('emailIndex');
  expect(event.meta.actor).toBe(`user:${anna.id}`);
  const found = async (by: string) =>
    (await send('GET', `/api/users?email=${by}`, undefined, asStaff)).body.data.map(
      ({ id }: { id: string }) => id,
    );
  await vi.waitFor(async () =>
    expect([await found(email), await found(anna.email)]).toEqual([[anna.id], []]),
  );
  const stored = await service.store.history('user', anna.id, { afterVersion: 0, limit: 50 });
  expect(JSON.stringify(stored)).not.toContain(email);
  expect(service.lines.filter((line) => line.includes(email))).toEqual([]);
});

test('an open session is not enough: it needs the password, or a code that was sent to the present address', async () => {
  const anna = await member();
  const email = newEmail();
  expect((await ask(anna, email, { password: 'not the right one' })).body.code).toBe('password-wrong');
  expect((await ask(anna, email, { code: '000000' })).body.code).toBe('code-invalid');
  for (const proof of [{}, { password, code: '000000' }, { password, roles: ['admin'] }])
    expect((await ask(anna, email, proof)).status).toBe(422);
  expect(await inbox(email)).toEqual([]);
  expect((await ask(anna, email, { code: await codeFor(anna.email, 'login') })).status).toBe(202);
  expect((await confirm(anna, email, await sentTo(email))).status).toBe(200);
  for (const headers of [bearer((await post('/api/guests')).body.accessToken), await clientToken()])
    expect((await ask({ headers }, newEmail())).status).toBe(404);
});

/** Of a machine, which has no account. */
async function clientToken() {
  const { body } = await post('/api/clients', { name: 'till', scopes: ['orders:read'] }, await staff());
  const form = new URLSearchParams({
    grant_type: 'client_credentials',
    client_id: body.id,
    client_secret: body.secret,
  });
  const type = { 'Content-Type': 'application/x-www-form-urlencoded' };
  return bearer((await send('POST', '/oauth/token', `${form}`, type)).body.access_token);
}

test('whether the new address has an account nobody learns by asking; its owner is told', async () => {
  const [anna, bert] = [await member(), await member()];
  const free = await ask(anna, newEmail());
  const taken = await ask(anna, bert.email);
  const told = ({ status, headers, body }: typeof free) => [status, [...headers.keys()].sort(), body];
  expect(told(taken)).toEqual(told(free));
  expect((await inbox(bert.email))[0]?.subject).toBe('You have an account already');
  expect((await confirm(anna, bert.email, '000000')).body.code).toBe('code-invalid');
});

test('a code is for who has asked, and for that address; tried five times, also at the same time', async () => {
  const [anna, bert] = [await member(), await member()];
  const [email, other] = [newEmail(), newEmail()];
  await ask(anna, email);
  const code = await sentTo(email);
  expect((await confirm(bert, email, code)).body.code).toBe('code-invalid');
  expect((await confirm(anna, other, code)).body.code).toBe('code-invalid');
  expect((await logIn(email, { code })).status).toBe(401);
  const wrong = [...Array(20).keys()].map((n) => String(n).padStart(6, '9')).filter((one) => one !== code);
  await Promise.all(wrong.map((guess) => confirm(anna, email, guess)));
  expect((await confirm(anna, email, code)).body.code).toBe('code-invalid');
});

test('of two who confirm one address at the same time, one has it', async () => {
  const [anna, bert] = [await member(), await member()];
  const email = newEmail();
  await ask(anna, email);
  const first = await sentTo(email);
  await ask(bert, email);
  const second = await sentTo(email);
  const both = await Promise.all([confirm(anna, email, first), confirm(bert, email, second)]);
  expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
  expect(both.find(({ status }) => status === 409)?.body.code).toBe('email-taken');
  // Whoever did not get it is who they were.
  const loser = both[0]?.status === 200 ? bert : anna;
  expect((await logIn(loser.email)).status).toBe(200);
});

test('an account asks for another address a few times an hour, whatever the addresses', async () => {
  const anna = await member();
  for (let n = 0; n < limits.emailChangesMax; n++) expect((await ask(anna, newEmail())).status).toBe(202);
  expect((await ask(anna, newEmail())).status).toBe(429);
});

const orders = aggregate<null, OrderEvents>({ category: 'order', initial: null, evolve: {} as never });
async function order(customer: string): Promise<void> {
  const customerId = await service.sealing.customer(customer);
  const total = { amount: 0, currency: 'EUR' };
  const placed = orderPlaced(plainOrder({ customerId, lines: [], total, paymentMethod: null }));
  const id = randomUUIDv7();
  await service.store.decide(orders, id, () => [placed], { meta: { correlationId: id }, at: clock.now() });
}

test('orders that name the customer by an address from before are theirs still, until somebody else has it', async () => {
  const anna = await member();
  await order(anna.email);
  const email = newEmail();
  await ask(anna, email);
  await confirm(anna, email, await sentTo(email));
  const exported = async () =>
    (await post('/api/exports', { customer: anna.id }, await staff())).body.events.filter(
      ({ category }: { category: string }) => category === 'order',
    );
  expect(await exported()).toMatchObject([{ data: { customerId: anna.email } }]);
  // Whoever has only signed up with it has not proven it.
  await post('/api/accounts', { email: anna.email, password: 'that of somebody else' });
  expect(await exported()).toHaveLength(1);
  const bert = await member(anna.email);
  expect(await exported()).toEqual([]);
  await send('DELETE', '/api/me', undefined, { ...bert.headers, 'If-Match': '*' });
  expect((await post('/api/erasures', { customer: anna.id }, await changing())).status).toBe(200);
  const { body } = await send('GET', `/api/users/${anna.id}/history`, undefined, await staff());
  expect(JSON.stringify(body)).not.toContain('@example.com');
});
