/** `pnpm qa erase`: destroys the keys of a person's data, so that nobody reads it any more. */
import { randomUUIDv7 } from 'node:crypto';
import { clock } from '@quickmart/streams';
import type { Command } from 'commander';
import { erasePerson, personOf } from '../../../apps/identity/src/person.ts';
import { print, type WriteOptions, withTarget, writeCommand } from '../target.ts';
import { withSealing } from './keys.ts';

const help = `
From then on every read says null where their data stood; orders, payments and stock stay as they are. An account ends, with
all its sessions, and its address is free. It cannot be undone, but by a backup of the keys. It may be repeated: what a crash
has left half done is finished. A person can do the same by DELETE /api/me, staff by POST /api/erasures.

Examples
  pnpm qa erase ann@example.com            # whose data would be erased
  pnpm qa erase ann@example.com --yes`;

export const eraseCommand = (): Command =>
  writeCommand('erase', 'erase the personal data of a person, for ever', help)
    .argument('<customer>', 'an id, an e-mail address, or the text that orders name the customer by')
    .action((customer: string, options: WriteOptions) =>
      withTarget(options, ({ store }) =>
        withSealing(options.data, async (sealing) => {
          const person = await personOf({ store, sealing }, customer);
          const command = { meta: { correlationId: randomUUIDv7(), actor: 'qa' }, at: clock.now() };
          const erased = options.yes ? await erasePerson({ store, sealing }, person, command) : undefined;
          const outcome = {
            dryRun: !options.yes,
            ids: person.ids,
            isNew: erased && erased.events.length > 0,
          };
          print(options, outcome, textOf(outcome));
        }),
      ),
    );

type Outcome = { dryRun: boolean; ids: readonly string[]; isNew: boolean | undefined };

function textOf({ dryRun, ids, isNew }: Outcome): string {
  const whose = `the personal data of ${ids.join(', ')}`;
  if (dryRun) return `would erase ${whose}; --yes does it, and it cannot be undone`;
  return isNew ? `erased ${whose}` : `${whose} was erased before`;
}
