/**
 * Another e-mail address for an account. It counts when the code that was sent there comes back; until then the one before is the
 * account's. Whether somebody else has the new address only its owner learns: by mail.
 */
import { ClaimTakenError, type Decided, StaleVersionError } from '@quickmart/streams';
import { type AccountParts, emailIndexOf, opened, ownerOf } from './accounts.ts';
import { refuse } from './api.ts';
import { changedMail, codeMail, knownMail, sendBeside } from './post.ts';
import type { Said } from './said.ts';
import { changeEmail, existing, type User, type UserState, user } from './user.ts';

/** As often as somebody else may write to the account meanwhile. */
const attemptsMax = 5;

/** Makes a code in any case, and sends it where nobody has the address. */
export async function sendChangeCode(parts: AccountParts, { id }: User, email: string): Promise<void> {
  const emailIndex = emailIndexOf(parts.sealing, email);
  const owner = await ownerOf(parts, emailIndex);
  const code = await parts.codes.create('change', emailIndex, id);
  if (code === undefined) return;
  const mail =
    owner === undefined
      ? codeMail({ userId: id, to: email }, 'change', code)
      : knownMail({ userId: owner, to: email });
  sendBeside(parts.post, parts.logger, mail);
}

/**
 * The claim of the address before is given back by the append that takes the new one. Undefined: it is not the code. Refuses with
 * email-taken, limit-reached.
 */
export async function changeByCode(
  parts: AccountParts,
  id: string,
  { email, code }: { email: string; code: string },
  command: Said,
): Promise<Decided<UserState> | undefined> {
  const emailIndex = emailIndexOf(parts.sealing, email);
  return await parts.codes.use({ purpose: 'change', emailIndex, code, forUser: id }, async () => {
    const next = { email: await parts.sealing.seal(id, 'user/email', email), emailIndex };
    for (let attempt = 1; ; attempt++) {
      try {
        return await moved(parts, id, next, command);
      } catch (error) {
        if (error instanceof ClaimTakenError)
          refuse('email-taken', 'somebody has signed up with it meanwhile');
        if (!(error instanceof StaleVersionError) || attempt >= attemptsMax) throw error;
      }
    }
  });
}

async function moved(
  { store, sealing, post, logger }: AccountParts,
  id: string,
  next: Pick<User, 'email' | 'emailIndex'>,
  command: Said,
): Promise<Decided<UserState>> {
  const { state, version } = await store.read(user, id);
  const before = existing(state);
  const to = await opened(sealing, before.email);
  const done = await store.decide(user, id, (state) => changeEmail(state, next), {
    ...command,
    expectedVersion: version,
    claims: [{ name: 'email', value: next.emailIndex }],
    releases: [{ name: 'email', value: before.emailIndex }],
  });
  if (to !== null) sendBeside(post, logger, changedMail({ userId: id, to }));
  return done;
}
