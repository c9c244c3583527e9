// .data/credentials.json: the administrator and the machine client of this data directory. Made once, with secrets of their
// own, for the owner only; apps/identity takes them in at its start.

import { randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { codeOf, Failure, messageOf } from './failure.mjs';

export type Credentials = {
  administrator: { email: string; password: string };
  client: { clientId: string; clientSecret: string };
};

export const credentialsFile = 'credentials.json';
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
