/** Signing up, codes and passwords, over HTTP. */
import { serviceOfTests } from '@quickmart/service/testing';
import { expect, test, vi } from 'vitest';
import { bearer, env, newEmail, password, people } from '../test/testing.ts';
import { limits } from './limits.ts';
import identity from './service.ts';

const service = serviceOfTests(identity, { env });
const { send } = service;
const { post, codeFor, logIn, member } = people(service);

test('an account is there when its address is verified, and is entered by a password or by a code', async () => {
  const email = newEmail();
  const signedUp = await post('/api/accounts', { email: email.toUpperCase(), password, name: 'Anna' });
  expect([signedUp.status, signedUp.body]).toMatchObject([
    201,
    { email, name: 'Anna', emailVerified: false },
  ]);
  expect((await logIn(email)).status).toBe(401);
  const verified = await post('/api/accounts/verify', { email, code: await codeFor(email, 'verify') });
  expect([verified.status, verified.body]).toMatchObject([
    200,
    { id: signedUp.body.id, emailVerified: true },
  ]);

  const byPassword = await logIn(email);
  expect([byPassword.status, byPassword.body]).toMatchObject([200, { tokenType: 'Bearer', expiresIn: 600 }]);
  const byCode = await logIn(email, { code: await codeFor(email, 'login') });
  const me = await send('GET', '/api/me', undefined, bearer(byCode.body.accessToken));
  expect(me.body).toMatchObject({ id: signedUp.body.id, email, name: 'Anna', roles: ['customer'] });
});

test('whoever logs in by a code has verified the address', async () => {
  const email = newEmail();
  await post('/api/accounts', { email, password });
  expect((await logIn(email, { code: await codeFor(email, 'login') })).status).toBe(200);
  expect((await logIn(email)).status).toBe(200);
});

test('who signs up says nothing about roles, rights or ids', async () => {
  for (const more of [
    { role: 'admin' },
    { roles: ['admin'] },
    { id: newEmail() },
    { emailVerified: true },
    { scope: '*' },
  ]) {
    const { status } = await post('/api/accounts', { email: newEmail(), password, ...more });
    expect({ more, status }).toEqual({ more, status: 422 });
  }
});

test('an address that has an account is answered as a new one; its owner is told', async () => {
  const { email, id } = await member();
  const again = await post('/api/accounts', { email, password: 'another one altogether', name: 'Bert' });
  const fresh = await post('/api/accounts', {
    email: newEmail(),
    password: 'another one altogether',
    name: 'Bert',
  });
  expect(again.status).toBe(fresh.status);
  expect([...again.headers.keys()].sort()).toEqual([...fresh.headers.keys()].sort());
  expect(Object.keys(again.body)).toEqual(Object.keys(fresh.body));
  expect({ ...again.body, id: 0, createdAt: 0, updatedAt: 0, email: 0 }).toEqual({
    ...fresh.body,
    id: 0,
    createdAt: 0,
    updatedAt: 0,
    email: 0,
  });
  expect(again.body.id).not.toBe(id);
  const { body } = await send('GET', `/dev/inbox?to=${email}`);
  expect(body.data[0].subject).toContain('have an account already');
  expect((await logIn(email, { password: 'another one altogether' })).status).toBe(401);
  expect((await logIn(email)).status).toBe(200);
});

test('two sign-ups for one address that nobody has verified: neither password counts', async () => {
  const email = newEmail();
  await post('/api/accounts', { email, password });
  await post('/api/accounts', { email, password }); // the same again is a repeat
  const first = await codeFor(email, 'verify');
  await post('/api/accounts', { email, password: 'that of somebody else' });
  expect((await post('/api/accounts/verify', { email, code: first })).body.code).toBe('code-invalid');
  await post('/api/accounts/verify', { email, code: await codeFor(email, 'verify') });
  expect((await logIn(email)).status).toBe(401);
  expect((await logIn(email, { password: 'that of somebody else' })).status).toBe(401);
  const code = await codeFor(email, 'reset');
  expect((await post('/api/accounts/reset', { email, code, password: 'a new one' })).status).toBe(200);
  expect((await logIn(email, { password: 'a new one' })).status).toBe(200);
});

test('two sign-ups for one address at the same moment: neither password counts, whoever is first', async () => {
  const email = newEmail();
  const signedUp = (given: string) => post('/api/accounts', { email, password: given });
  const both = await Promise.all([signedUp(password), signedUp('that of somebody else')]);
  expect(both.map(({ status }) => status)).toEqual([201, 201]);
  await post('/api/accounts/verify', { email, code: await codeFor(email, 'verify') });
  for (const given of [password, 'that of somebody else'])
    expect((await logIn(email, { password: given })).status).toBe(401);
});

test('a guest who sends the same sign-up twice at the same moment has one account', async () => {
  const email = newEmail();
  const guest = bearer((await post('/api/guests')).body.accessToken);
  const { id } = (await send('GET', '/api/me', undefined, guest)).body;
  const twice = await Promise.all([1, 2].map(() => post('/api/accounts', { email, password }, guest)));
  expect(twice.map(({ status, body }) => [status, body.id])).toEqual([
    [201, id],
    [201, id],
  ]);
  await post('/api/accounts/verify', { email, code: await codeFor(email, 'verify') });
  expect((await logIn(email)).status).toBe(200);
});

test('what is asked about an address is answered the same, whether it has an account or not', async () => {
  const { email } = await member();
  const unknown = newEmail();
  for (const [path, body] of [
    ['/api/codes', { purpose: 'login' }],
    ['/api/codes', { purpose: 'verify' }],
    ['/api/codes', { purpose: 'reset' }],
    ['/api/sessions', { password: 'not the right one' }],
    ['/api/sessions', { code: '000000' }],
    ['/api/accounts/verify', { code: '000000' }],
    ['/api/accounts/reset', { code: '000000', password: 'whatever it is' }],
  ] as const) {
    const known = await post(path, { email, ...body });
    const none = await post(path, { email: unknown, ...body });
    const told = ({ status, headers, body }: typeof known) => ({
      status,
      headers: [...headers.keys()].sort(),
      body: { ...body, traceId: '' },
    });
    expect(told(known)).toEqual(told(none));
  }
  const { body } = await send('GET', `/dev/inbox?to=${unknown}`);
  expect(body.data).toEqual([]);
});

test('a code is used once', async () => {
  const { email } = await member();
  const code = await codeFor(email, 'login');
  expect((await logIn(email, { code })).status).toBe(200);
  expect((await logIn(email, { code })).status).toBe(401);
});

test('a code is for its purpose and its address', async () => {
  const [one, other] = [await member(), await member()];
  const code = await codeFor(one.email, 'login');
  const reset = { email: one.email, code, password: 'whatever it is' };
  expect((await post('/api/accounts/reset', reset)).body.code).toBe('code-invalid');
  expect((await logIn(other.email, { code })).status).toBe(401);
});

test('a code can be tried five times, also where the tries come at the same time', async () => {
  const { email } = await member();
  const code = await codeFor(email, 'login');
  const wrong = [...Array(60).keys()].map((n) => String(n).padStart(6, '9')).filter((one) => one !== code);
  const tries = await Promise.all(wrong.map((guess) => logIn(email, { code: guess })));
  expect(new Set(tries.map(({ status }) => status))).toEqual(new Set([401]));
  expect((await logIn(email, { code })).status).toBe(401);
  // Of right ones that come at the same time, one counts.
  const right = await codeFor(email, 'login');
  const all = await Promise.all([1, 2, 3, 4, 5].map(() => logIn(email, { code: right })));
  expect(all.filter(({ status }) => status === 200)).toHaveLength(1);
});

test('so many codes are sent to an address, and no more', async () => {
  const { email } = await member();
  for (let n = 0; n < limits.codesSentMax + 2; n++)
    expect((await post('/api/codes', { email, purpose: 'reset' })).status).toBe(202);
  const { body } = await send('GET', `/dev/inbox?to=${email}`);
  const sent = body.data.filter(({ subject }: { subject: string }) => subject.includes('new password'));
  expect(sent).toHaveLength(limits.codesSentMax);
});

test('whoever signs up again and again with an address that has an account sends its owner a few mails only', async () => {
  const { email } = await member();
  const before = (await send('GET', `/dev/inbox?to=${email}`)).body.data.length;
  for (let n = 0; n < limits.codesSentMax + 2; n++)
    expect((await post('/api/accounts', { email, password })).status).toBe(201);
  const { body } = await send('GET', `/dev/inbox?to=${email}`);
  // The codes that the owner has asked for count, too: two of them.
  expect(body.data.length - before).toBe(limits.codesSentMax - 2);
});

test('after ten wrong passwords none is taken, of anybody; a code still is', async () => {
  const { email, id } = await member();
  const guess = async (to: string) => (await logIn(to, { password: 'not the right one' })).status;
  const unknown = newEmail();
  for (const to of [email, unknown]) {
    for (let n = 0; n < limits.failuresMax; n++) expect(await guess(to)).toBe(401);
    expect(await guess(to)).toBe(429);
  }
  const refused = await logIn(email);
  expect([refused.status, Number(refused.headers.get('retry-after')) > 60]).toEqual([429, true]);
  expect((await logIn(email, { code: await codeFor(email, 'login') })).status).toBe(200);
  expect((await logIn(email)).status).toBe(200);
  const stored = () => service.store.history('user', id, { afterVersion: 0, limit: 50 });
  await vi.waitFor(async () =>
    expect((await stored()).map(({ eventType }) => eventType)).toContain('UserLockedEvent'),
  );
});

test('guesses that come at the same time are counted, too', async () => {
  const { email } = await member();
  const guesses = [...Array(40).keys()].map(() => logIn(email, { password: 'not the right one' }));
  const statuses = (await Promise.all(guesses)).map(({ status }) => status);
  expect(statuses.filter((status) => status === 401).length).toBeLessThanOrEqual(limits.failuresMax);
  expect((await logIn(email)).status).toBe(429);
});

test('a flood of logins is refused before it takes all there is', async () => {
  const flood = [...Array(60).keys()].map(() => logIn(newEmail(), { password: 'not the right one' }));
  const answers = await Promise.all(flood);
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([401, 429]));
  const refused = answers.find(({ status }) => status === 429);
  expect(refused?.headers.get('retry-after')).toBe('2');
});

test('no password, code, token or address is in a log line, or in Redis', async () => {
  const { email, accessToken, refreshToken } = await member();
  const code = await codeFor(email, 'login');
  const secrets = [email, password, accessToken, refreshToken, code, 'Anna Arnold'];
  const client = service.redis.connect();
  const dump: string[] = [];
  for (const key of await client.keys('*')) {
    dump.push(key);
    const bytes = await client.dumpBuffer(key);
    dump.push(bytes?.toString('latin1') ?? '');
  }
  for (const secret of secrets) {
    expect(service.lines.filter((line) => line.includes(secret))).toEqual([]);
    expect(dump.filter((text) => text.includes(secret))).toEqual([]);
  }
});
