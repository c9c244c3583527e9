/** `pnpm qa erase`: destroys the key of a person's data, so that nobody reads it any more. */
import { randomUUIDv7 } from 'node:crypto';
import { eraseSubject } from '@quickmart/sealing';
import { clock } from '@quickmart/streams';
import type { Command } from 'commander';
import { print, type WriteOptions, withTarget, writeCommand } from '../target.ts';
import { withSealing } from './keys.ts';

const help = `
<customer> is the id of the person, or the text that orders name them by. From then on every read says null where their
data stood; orders, payments and stock stay as they are. It cannot be undone, but by a backup of the keys.
It may be repeated: what a crash has left half done is finished.

Examples
  pnpm qa erase ann@example.com            # whose data would be erased
  pnpm qa erase ann@example.com --yes`;

export const eraseCommand = (): Command =>
  writeCommand('erase', 'erase the personal data of a customer, for ever', help)
    .argument('<customer>', 'an id, or the text that orders name the customer by')
    .action((customer: string, options: WriteOptions) =>
      withTarget(options, ({ store }) =>
        withSealing(options.data, async (sealing) => {
          const subject = sealing.subjectOf(customer);
          const command = { meta: { correlationId: randomUUIDv7(), actor: 'qa' }, at: clock.now() };
          const erased = options.yes ? await eraseSubject({ store, sealing }, subject, command) : undefined;
          const outcome = { dryRun: !options.yes, subject, isNew: erased?.isNew ?? null };
          print(options, outcome, textOf(outcome));
        }),
      ),
    );

type Outcome = { dryRun: boolean; subject: string; isNew: boolean | null };

function textOf({ dryRun, subject, isNew }: Outcome): string {
  if (dryRun) return `would erase the personal data of ${subject}; --yes does it, and it cannot be undone`;
  return isNew
    ? `erased the personal data of ${subject}`
    : `the personal data of ${subject} was erased before`;
}
