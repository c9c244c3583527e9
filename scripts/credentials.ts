// .data/credentials.json: the administrator and the machine client of this data directory. Made once, with secrets of their
// own, for the owner only; apps/identity takes them in at its start. And how a person begins with them.

import { randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { codeOf, Failure, messageOf } from './failure.mjs';
import type { Service } from './services.ts';
import { dim, labelled } from './terminal.mjs';

export type Credentials = {
  administrator: { email: string; password: string };
  client: { clientId: string; clientSecret: string };
};

const credentialsFile = 'credentials.json';
const secret = (): string => randomBytes(24).toString('base64url');

export function credentialsIn(dataDir: string): Credentials {
  const file = join(dataDir, credentialsFile);
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    if (codeOf(error) !== 'ENOENT')
      throw new Failure(`${file} cannot be read (${messageOf(error)}): mend it, or start with --fresh.`);
  }
  const made: Credentials = {
    administrator: { email: 'admin@quickmart.example', password: secret() },
    client: { clientId: 'local-tools', clientSecret: secret() },
  };
  writeFileSync(file, `${JSON.stringify(made, null, 2)}\n`, { mode: 0o600 });
  return made;
}

/** As apps/identity reads them. */
export const bootstrapOf = ({ administrator, client }: Credentials) => ({
  BOOTSTRAP_ADMIN_EMAIL: administrator.email,
  BOOTSTRAP_ADMIN_PASSWORD: administrator.password,
  BOOTSTRAP_CLIENT_ID: client.clientId,
  BOOTSTRAP_CLIENT_SECRET: client.clientSecret,
});

/** How a person gets in; empty where no gateway runs. */
export function entryOf(
  services: readonly Pick<Service, 'name' | 'url'>[],
  { administrator }: Credentials,
  env: NodeJS.ProcessEnv,
): string {
  const gateway = services.find(({ name }) => name === 'gateway');
  if (gateway === undefined) return '';
  const file = `.data/${credentialsFile}`;
  const isOff = env.AUTH?.trim() === 'off';
  return labelled([
    [
      'Console',
      `${gateway.url}/console ${dim('the shop in a browser: orders as they move, and what happens')}`,
    ],
    ['Shop', `${gateway.url} ${dim('all services at one address')}`],
    ['Docs', `${gateway.url}/docs ${isOff ? '' : dim(`Authorize there with the client of ${file}, once`)}`],
    isOff
      ? ['Log in', 'nobody has to: AUTH=off lets everyone on this machine do everything']
      : ['Log in', `${administrator.email} ${dim(`with the password in ${file}, in the console`)}`],
  ]);
}
