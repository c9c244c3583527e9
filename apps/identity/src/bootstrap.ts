/** The first administrator and the first machine client, from the environment. Made where they are missing, at every start. */
import { randomUUIDv7 } from 'node:crypto';
import { roleGranted } from '@quickmart/contracts/identity/events';
import { ClaimTakenError } from '@quickmart/streams';
import { accountOf, emailIndexOf } from './accounts.ts';
import { changeSecret, client, register as registerClient } from './client.ts';
import type { Parts } from './config.ts';
import { hashPassword } from './passwords.ts';
import { bySystem } from './said.ts';
import { register, type UserState, user } from './user.ts';

export async function bootstrap(parts: Parts): Promise<void> {
  // Whoever verifies tokens may ask for the keys before the first token is signed.
  await parts.keyRing.jwks();
  const { bootstrapAdminEmail, bootstrapAdminPassword, bootstrapClientId, bootstrapClientSecret } =
    parts.settings;
  if (bootstrapAdminEmail && bootstrapAdminPassword)
    await administrator(parts, bootstrapAdminEmail, bootstrapAdminPassword);
  if (bootstrapClientId && bootstrapClientSecret)
    await machineClient(parts, bootstrapClientId, bootstrapClientSecret);
}

async function administrator(parts: Parts, email: string, password: string): Promise<void> {
  const { store, sealing, logger } = parts;
  const emailIndex = emailIndexOf(sealing, email);
  const known = await accountOf(parts, emailIndex);
  if (known !== undefined) {
    // Somebody may have signed up with the address before it was set here: they get no rights by that.
    if (!known.roles.includes('admin'))
      logger.warn(
        { userId: known.id },
        'BOOTSTRAP_ADMIN_EMAIL is the address of an account that is no administrator, and stays none: set another one',
      );
    return;
  }
  const id = randomUUIDv7();
  const registration = {
    id,
    emailIndex,
    email: await sealing.seal(id, 'user/email', email),
    name: null,
    hash: await sealing.seal(id, 'user/password', await hashPassword(password)),
  };
  const claims = [{ name: 'email', value: emailIndex }];
  try {
    const first = (state: UserState) => [
      ...register(state, registration, true),
      roleGranted({ userId: id, role: 'admin' }),
    ];
    await store.decide(user, id, first, { ...bySystem(), claims });
  } catch (error) {
    if (error instanceof ClaimTakenError) return; // another process was faster
    throw error;
  }
  logger.info({ userId: id }, 'the first administrator was made');
}

/** A secret that has changed in the environment is the new one: so it can be rotated there. */
async function machineClient({ store, logger }: Parts, id: string, secret: string): Promise<void> {
  const first = { name: 'Of the environment', scopes: ['*'], secret };
  const { events } = await store.decide(
    client,
    id,
    (state) => (state === null ? registerClient(state, first) : changeSecret(state, secret)),
    bySystem(),
  );
  if (events.length > 0)
    logger.info({ clientId: id }, 'the machine client of the environment was made, or has a new secret');
}
