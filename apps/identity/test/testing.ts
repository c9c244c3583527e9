/** What tests of accounts do again and again: somebody signs up, gets a code by mail, and logs in. */
import { randomUUID } from 'node:crypto';
import type { Answer, TestService } from '@quickmart/service/testing';
import type { Tokens } from '../src/api.ts';

export const password = 'correct horse battery';
export const admin = { email: 'root@example.com', password: 'a long enough password' };
export const machine = { id: 'tools', secret: 'the-secret-of-the-tools-of-this-test' };

/** Rights are checked; there is an administrator, and a machine client that may do everything. */
export const env = {
  AUTH: 'on',
  BOOTSTRAP_ADMIN_EMAIL: admin.email,
  BOOTSTRAP_ADMIN_PASSWORD: admin.password,
  BOOTSTRAP_CLIENT_ID: machine.id,
  BOOTSTRAP_CLIENT_SECRET: machine.secret,
};

export const newEmail = (): string => `${randomUUID()}@example.com`;
export const bearer = (token: string) => ({ Authorization: `Bearer ${token}` });

export function people({ send }: Pick<TestService, 'send'>) {
  const post = (path: string, body?: unknown, headers: Record<string, string> = {}) =>
    send('POST', path, body, headers);

  /** The newest code that was sent to the address. */
  async function codeFor(email: string, purpose: 'login' | 'verify' | 'reset'): Promise<string> {
    await post('/api/codes', { email, purpose });
    const { body } = await send('GET', `/dev/inbox?to=${encodeURIComponent(email)}`);
    return /\b\d{6}\b/.exec(body.data[0]?.subject ?? '')?.[0] ?? '';
  }
  const logIn = (email: string, given: object = { password }): Promise<Answer> =>
    send('POST', '/api/sessions', { email, ...given });

  /** An account that is verified, and logged in. */
  async function member(email = newEmail()) {
    const { body } = await post('/api/accounts', { email, password, name: 'Anna Arnold' });
    await post('/api/accounts/verify', { email, code: await codeFor(email, 'verify') });
    const tokens: Tokens = (await logIn(email)).body;
    const me = (await send('GET', '/api/me', undefined, bearer(tokens.accessToken))).body;
    return {
      id: me.id as string,
      given: body.id as string,
      email,
      ...tokens,
      headers: bearer(tokens.accessToken),
    };
  }
  let loggedIn: Promise<Answer> | undefined;
  /** The administrator, who logs in once. */
  const staff = async () => {
    loggedIn ??= logIn(admin.email, { password: admin.password });
    return bearer((await loggedIn).body.accessToken);
  };
  const changing = async () => ({ ...(await staff()), 'If-Match': '*' });
  return { post, codeFor, logIn, member, staff, changing };
}
