/**
 * A person is erased: first the account ends, in the log, then the key of everything that is sealed for them is destroyed. A
 * crash in between is made good by the reaction to the event.
 */
import type { UserEvents } from '@quickmart/contracts/identity/events';
import type { Caller } from '@quickmart/service';
import type { Command, Handlers } from '@quickmart/streams';
import { opened, userIn } from './accounts.ts';
import { refuse } from './api.ts';
import type { Parts } from './config.ts';
import { erase, user } from './user.ts';

type Erasing = Pick<Parts, 'store' | 'sealing' | 'sessions' | 'inbox'>;

export async function erasePerson(
  parts: Erasing,
  { kind, id, sessionId }: Pick<Caller, 'kind' | 'id' | 'sessionId'>,
  command: Command,
): Promise<void> {
  if (kind !== 'user' && kind !== 'guest') refuse('not-found', 'a machine client has no account');
  if (kind === 'user') await endAccount(parts, id, command);
  await parts.sealing.erase(id);
  if (sessionId !== undefined) await parts.sessions.end(sessionId);
}

/** The address is free again: who signs up with it is somebody new. */
async function endAccount({ store, sealing, inbox }: Erasing, id: string, command: Command): Promise<void> {
  const account = userIn((await store.read(user, id)).state);
  if (account === undefined) return refuse('not-found', 'this account was erased');
  const address = await opened(sealing, account.email);
  const releases = [{ name: 'email', value: account.emailIndex }];
  await store.decide(user, id, erase, { ...command, releases });
  if (address !== null) inbox?.forget(address);
}

export const onUser = ({
  sealing,
}: Pick<Parts, 'sealing'>): Handlers<Pick<UserEvents, 'UserErasedEvent'>> => ({
  UserErasedEvent: async ({ data }) => void (await sealing.erase(data.userId)),
});
