/** Limits of the identity service, in one place. Units are in the names; a `…Length` is in characters. */
import { limits as shared } from '@quickmart/contracts/limits';

export const limits = {
  nameLength: shared.nameLength,
  emailLength: shared.emailLength,
  passwordLengthMin: 8,
  passwordLengthMax: 256,

  /** argon2id, as OWASP has it: 19 MiB, two passes, one lane. */
  hashKiB: 19_456,
  hashPasses: 2,
  /** Passwords that are hashed at a time in this process: a flood of logins must not starve the rest. */
  hashesMax: 2,
  /** How much less a hash weighs than a request, where both want the same core: 0 to 19, as `nice` has it. */
  hashNice: 10,
  /** Those that wait for it; more are refused. */
  hashesWaitingMax: 10,

  codeDigits: 6,
  codeMs: 10 * 60_000,
  codeTriesMax: 5,
  /** Codes to one address, of one purpose. */
  codesSentMax: 5,
  codesSentMs: 60 * 60_000,

  /** Other addresses that an account asks for, and those that it can have had. */
  emailChangesMax: 5,
  emailChangesMs: 60 * 60_000,
  formerEmailsMax: 20,

  /** Wrong passwords for one address, until none is taken for a while. */
  failuresMax: 10,
  failuresMs: 15 * 60_000,

  accessTokenMs: 10 * 60_000,
  /** A session that is not refreshed for so long is over. */
  sessionIdleMs: 30 * 24 * 60 * 60_000,
  /** And so is one that is as old as that. */
  sessionMs: 180 * 24 * 60 * 60_000,

  addressesMax: 20,

  /** An export reads the whole log: of one person so often, */
  exportsMax: 5,
  exportsMs: 60 * 60_000,
  /** and of several one after the other; so many wait. */
  exportsWaitingMax: 5,

  clientNameLength: 100,
  scopesMax: 50,

  signingKeyMs: 30 * 24 * 60 * 60_000,
  /** A new key is published so long before it signs, and an old one so long after it has signed last. */
  signingKeyOverlapMs: 60 * 60_000,

  inboxMessages: 100,
  formBytes: 8 * 1024,
} as const;
