/** The identity service's part of the environment, and what is made of it. */
import { type Base, ConfigError, isLoopback } from '@quickmart/service';
import { z } from 'zod';
import { clientId, signUp } from './api.ts';
import { Codes } from './codes.ts';
import { KeyRing } from './key-ring.ts';
import { limits } from './limits.ts';
import { Inbox, nowhere, type Post, smtp } from './post.ts';
import { Sessions } from './sessions.ts';
import { Tries } from './tries.ts';

const secretText = z
  .string()
  .regex(/^[\x21-\x7e]{20,200}$/, { error: 'must be 20 to 200 characters without spaces' });

export const settings = {
  /** Where mail goes out: `smtps://user:password@host`. */
  smtpUrl: z
    .string()
    .regex(/^smtps?:\/\/./, { error: 'must start with smtp:// or smtps://' })
    .optional(),
  mailFrom: z.email().default('shop@localhost.localdomain'),
  /** Made at the start, where they are not there: who can give rights to others. */
  bootstrapAdminEmail: signUp.shape.email.optional(),
  bootstrapAdminPassword: signUp.shape.password.optional(),
  bootstrapClientId: clientId.optional(),
  bootstrapClientSecret: secretText.optional(),
};
export type IdentityBase = Base<typeof settings>;
type Settings = IdentityBase['settings'];

export function checkSettings(given: Settings): void {
  const { bootstrapAdminEmail, bootstrapAdminPassword, bootstrapClientId, bootstrapClientSecret } = given;
  if ((bootstrapAdminEmail === undefined) !== (bootstrapAdminPassword === undefined))
    throw new ConfigError('BOOTSTRAP_ADMIN_EMAIL and BOOTSTRAP_ADMIN_PASSWORD go together');
  if ((bootstrapClientId === undefined) !== (bootstrapClientSecret === undefined))
    throw new ConfigError('BOOTSTRAP_CLIENT_ID and BOOTSTRAP_CLIENT_SECRET go together');
}

/** `inbox`: on a machine of one's own, where no mail goes out. */
export type Own = {
  keyRing: KeyRing;
  codes: Codes;
  /** Wrong passwords, counted for an address, whether it has an account or not: what is counted tells nobody who exists. */
  failures: Tries;
  exports: Tries;
  emailChanges: Tries;
  sessions: Sessions;
  post: Post;
  inbox: Inbox | undefined;
};

export function partsOf({ store, sealing, ephemeral, settings }: IdentityBase): Own {
  const { smtpUrl, mailFrom, host } = settings;
  const inbox = smtpUrl === undefined && isLoopback(host) ? new Inbox() : undefined;
  return {
    keyRing: new KeyRing({ store, sealing, settings }),
    codes: new Codes(ephemeral, sealing),
    failures: new Tries(ephemeral, {
      kind: 'failures',
      max: limits.failuresMax,
      inMs: limits.failuresMs,
      refusal: 'too many wrong passwords: wait, or log in by a code',
    }),
    exports: new Tries(ephemeral, {
      kind: 'exports',
      max: limits.exportsMax,
      inMs: limits.exportsMs,
      refusal: 'an export reads all that there is: ask again later',
    }),
    emailChanges: new Tries(ephemeral, {
      kind: 'email-changes',
      max: limits.emailChangesMax,
      inMs: limits.emailChangesMs,
      refusal: 'too many changes of the address: ask again later',
    }),
    sessions: new Sessions(ephemeral),
    post: inbox ?? (smtpUrl === undefined ? nowhere : smtp(smtpUrl, mailFrom)),
    inbox,
  };
}

export type Parts = IdentityBase & Own;
