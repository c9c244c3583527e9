/**
 * Everything that is known about a person, exported or erased: the one way for the person, for staff, and for `pnpm qa`. A
 * person has an account, is a guest, or is known only as a customer whom orders name by a text.
 */
import type { UserEvents } from '@quickmart/contracts/identity/events';
import { type Exportable, type Exported, exportSubject } from '@quickmart/sealing';
import { allCategories } from '@quickmart/service';
import { type Command, type Decided, type Handlers, ref } from '@quickmart/streams';
import { accountOf, emailIndexOf, opened, userIn } from './accounts.ts';
import type { Parts } from './config.ts';
import { limits } from './limits.ts';
import { turns } from './turns.ts';
import { erase, type User, type UserState, user } from './user.ts';

type Known = Pick<Parts, 'store' | 'sealing'>;

/** The first id is that of the account, where there is one. `version`: of what is known under it; 0: nothing. */
export type Person = Exportable & {
  ids: readonly [string, ...string[]];
  account: User | undefined;
  version: number;
};

/**
 * `customer`: an id, or the text that orders name the customer by. Whoever has verified an address is also the customer whom
 * orders name by it.
 */
export async function personOf({ store, sealing }: Known, customer: string): Promise<Person> {
  const own = sealing.subjectOf(customer);
  const isId = own === customer.toLowerCase();
  const found = isId ? undefined : await accountOf({ store }, emailIndexOf(sealing, customer.toLowerCase()));
  const id = found?.id ?? own;
  const { state, version } = await store.read(user, id);
  const account = userIn(state);
  const names = [
    ...new Set([...(isId ? [] : [customer]), ...(await addressesOf({ store, sealing }, account))]),
  ];
  const ids = new Set([id, own, ...names.map((name) => sealing.subjectOf(name))]);
  return { ids: [...ids] as [string, ...string[]], names, account, version };
}

/** Those that the account has verified: its own, and those before that nobody else has verified since. */
async function addressesOf({ store, sealing }: Known, account: User | undefined): Promise<string[]> {
  if (!account?.isVerified) return [];
  const found: string[] = [];
  for (const { email, emailIndex } of [account, ...account.formerEmails]) {
    const owner = await accountOf({ store }, emailIndex);
    const isTheirs = owner === undefined || owner.id === account.id || !owner.isVerified;
    const address = isTheirs ? await opened(sealing, email) : null;
    if (address !== null) found.push(address);
  }
  return found;
}

/**
 * Destroys the keys of a person, for ever, and says so in the log. The account ends with all its sessions; its address is free
 * again: who signs up with it is somebody new. As often as you like; what a crash in between has left, {@link onUser} does.
 * Rejects with a StaleVersionError where the account has changed since `person` was read.
 */
export async function erasePerson(
  { store, sealing }: Known,
  { ids, account, version }: Person,
  command: Command<UserState>,
): Promise<Decided<UserState>> {
  const [first, ...others] = ids;
  const releases = account && [{ name: 'email', value: account.emailIndex }];
  const erased = await store.decideAll(
    user.category,
    [ref(user, first), ...others.map((id) => ref(user, id))],
    (tx) => {
      for (const id of ids) {
        const one = tx.of(user, id);
        one.append(erase(one.state, id));
      }
    },
    { expectedVersion: version, ...command, releases },
  );
  for (const id of ids) await sealing.erase(id);
  return erased;
}

const exporting = turns({
  atOnce: 1,
  waitingMax: limits.exportsWaitingMax,
  refusal: 'too many exports are being made; try again',
  retryAfterSeconds: 60,
});

/** Everything about a person, in the logs of all services. Refuses with too-many-requests. */
export const exportPerson = (parts: Known, person: Exportable): Promise<Exported> =>
  exporting.inTurn(async () => await exportSubject(parts, person, await allCategories()));

export const onUser = ({
  sealing,
  inbox,
}: Pick<Parts, 'sealing' | 'inbox'>): Handlers<Pick<UserEvents, 'UserErasedEvent'>> => ({
  UserErasedEvent: async ({ data: { userId } }) => {
    await sealing.erase(userId);
    inbox?.forget(userId);
  },
});
