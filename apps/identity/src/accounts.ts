/**
 * Signing up, and proving who one is. Whoever asks about an address learns nothing about it: the answers are the same and so
 * is the work, whether there is an account or not.
 */
import type { Sealing } from '@quickmart/sealing';
import { ClaimTakenError, clock, type EventStore, type Logger } from '@quickmart/streams';
import { refuse, type SignUp } from './api.ts';
import type { Codes, Purpose } from './codes.ts';
import { demandTurnToHash, hashPassword, isPassword, nobodysHash } from './passwords.ts';
import { codeMail, knownMail, type Post, sendBeside } from './post.ts';
import type { Said } from './said.ts';
import type { Tries } from './tries.ts';
import {
  contest,
  isLockedByStaff,
  lock,
  type Registration,
  register,
  type User,
  type UserState,
  user,
  verify,
} from './user.ts';

export type AccountParts = {
  store: EventStore;
  sealing: Sealing;
  codes: Codes;
  failures: Tries;
  post: Post;
  logger: Logger;
};

export const emailIndexOf = (sealing: Pick<Sealing, 'blind'>, email: string): string =>
  sealing.blind('email', email);

/** Whose an address is. */
export const ownerOf = (
  { store }: Pick<AccountParts, 'store'>,
  emailIndex: string,
): Promise<string | undefined> => store.owner(user.category, 'email', emailIndex);

/** The account of an address; undefined where there is none. */
export async function accountOf(
  { store }: Pick<AccountParts, 'store'>,
  emailIndex: string,
): Promise<User | undefined> {
  const owner = await ownerOf({ store }, emailIndex);
  // Where there is none, something is read all the same: it takes the same time.
  const { state } = await store.read(user, owner ?? 'nobody');
  return owner === undefined ? undefined : userIn(state);
}

export const userIn = (state: UserState): User | undefined =>
  state === null || state === 'erased' ? undefined : state;

/** What stands in a sealed field. */
export const opened = async (sealing: Pick<Sealing, 'open'>, text: string | null | undefined) =>
  text == null ? null : ((await sealing.open([text])).get(text) ?? null);

/** Whether it is the password of this account; where there is none, one is opened and compared all the same. */
export async function fits(
  { sealing }: Pick<AccountParts, 'sealing'>,
  account: User | undefined,
  password: string,
): Promise<boolean> {
  const own = account?.hash ?? undefined;
  const hash = await opened(sealing, own ?? (await nobodysPassword(sealing)));
  return (await isPassword(password, hash)) && own !== undefined;
}

/** Of no account. */
const nobody = '00000000-0000-4000-8000-000000000000';
const nobodysPassword = (sealing: Pick<Sealing, 'seal'>): Promise<string> =>
  sealing.seal(nobody, 'user/password', nobodysHash);

/** Registers an account, or tells whoever owns the address that there is one. Which of it happened the answer does not say. */
export async function signUp(
  parts: AccountParts,
  { email, password, name }: SignUp,
  id: string,
  command: Said,
): Promise<void> {
  const { sealing, codes, post, logger } = parts;
  const emailIndex = emailIndexOf(sealing, email);
  const hash = await hashPassword(password);
  // Also for an address that has an account: to make the key of a person takes its time.
  const registration = {
    id,
    emailIndex,
    email: await sealing.seal(id, 'user/email', email),
    name: name === undefined ? null : await sealing.seal(id, 'user/name', name),
    hash: await sealing.seal(id, 'user/password', hash),
  };
  const owner = await registerOrContest(parts, registration, password, command);
  if (!owner?.isVerified) return await sendCode(parts, 'verify', email);
  // Nobody gets this code. It is made as for a new account, and counted: nobody gets more mails than that.
  const code = await codes.create('verify', emailIndex);
  const mail = knownMail({ userId: owner.id, to: email });
  sendBeside(post, logger, code === undefined ? undefined : mail);
}

/** The account that has the address already; undefined where it is a new one now. */
async function registerOrContest(
  parts: AccountParts,
  registration: Registration,
  password: string,
  command: Said,
): Promise<User | undefined> {
  const account = await accountOf(parts, registration.emailIndex);
  const isSame = await fits(parts, account, password);
  if (account !== undefined) {
    if (!account.isVerified && !isSame) await parts.store.decide(user, account.id, contest, command);
    return account;
  }
  if (await registerNew(parts, registration, command)) return undefined;
  return await registerOrContest(parts, registration, password, command);
}

/** False: somebody has signed up with the same address at the same moment. */
async function registerNew(
  { store }: AccountParts,
  registration: Registration,
  command: Said,
): Promise<boolean> {
  const { id, emailIndex } = registration;
  const claims = [{ name: 'email', value: emailIndex }];
  try {
    const decision = (state: UserState) => register(state, registration);
    return (await store.decide(user, id, decision, { ...command, claims })).events.length > 0;
  } catch (error) {
    if (error instanceof ClaimTakenError) return false;
    throw error;
  }
}

/** Makes a code in any case, and sends it where there is an account. Nothing of the account is read: that would take its time. */
export async function sendCode(parts: AccountParts, purpose: Purpose, email: string): Promise<void> {
  const emailIndex = emailIndexOf(parts.sealing, email);
  const userId = await ownerOf(parts, emailIndex);
  const code = await parts.codes.create(purpose, emailIndex);
  const mail = codeMail({ userId: userId ?? '', to: email }, purpose, code ?? '');
  sendBeside(parts.post, parts.logger, userId === undefined || code === undefined ? undefined : mail);
}

/**
 * Does the work for the account of whoever has the code, which is verified then. Undefined: it is not the code, or there is no account.
 */
export async function provenByCode<Result>(
  { codes, store, sealing, failures }: AccountParts,
  { purpose, email, code }: { purpose: Purpose; email: string; code: string },
  command: Said,
  work: (account: User) => Promise<Result>,
): Promise<Result | undefined> {
  const emailIndex = emailIndexOf(sealing, email);
  // Without the code nothing of the account is read: it would take its time.
  return await codes.use({ purpose, emailIndex, code }, async () => {
    const account = await accountOf({ store }, emailIndex);
    if (account === undefined) return undefined;
    if (!account.isVerified) await store.decide(user, account.id, verify, command);
    await failures.clear(emailIndex);
    return await work(account);
  });
}

/** Refuses with credentials-invalid, too-many-requests, account-locked. */
export async function provenByPassword(
  parts: AccountParts,
  { email, password }: { email: string; password: string },
  command: Said,
): Promise<User> {
  // Before it is counted: who floods us would else lock everybody out, and it would cost more than to say no.
  demandTurnToHash();
  const emailIndex = emailIndexOf(parts.sealing, email);
  const { isLast, leftMs, result } = await parts.failures.attempt(emailIndex, async () => {
    const account = await accountOf(parts, emailIndex);
    return { account, isRight: await fits(parts, account, password) };
  });
  const { account, isRight } = result;
  if (!isRight || !account?.isVerified) {
    if (isLast) noteLock(parts, account, leftMs, command);
    return refuse(
      'credentials-invalid',
      'the address or the password is wrong, or the address is not verified yet',
    );
  }
  await parts.failures.clear(emailIndex);
  demandUnlocked(account);
  return account;
}

/** Only whoever has proven who they are learns that the account is locked. */
export function demandUnlocked(account: User): void {
  if (isLockedByStaff(account, clock.now())) refuse('account-locked', 'this account is locked: ask for help');
}

/** For the history of the account; beside the answer, so that it takes no time. */
function noteLock(
  { store, logger }: AccountParts,
  account: User | undefined,
  leftMs: number,
  command: Said,
): void {
  if (account === undefined) return;
  const now = clock.now();
  store
    .decide(
      user,
      account.id,
      (state) => lock(state, { reason: 'failures', until: now + leftMs }, now),
      command,
    )
    .catch((error: Error) => logger.warn({ reason: error.message }, 'a lock could not be written'));
}
