/** `pnpm qa export`: everything that the system knows about a person, as JSON. */
import { Command } from 'commander';
import { exportPerson, personOf } from '../../../apps/identity/src/person.ts';
import { type TargetOptions, targetOptions, withTarget } from '../target.ts';
import { withSealing } from './keys.ts';

const help = `
It reads every log from the first event to the last: on a large system it takes its time, and changes nothing. A person can
have the same by GET /api/me/export, staff by POST /api/exports.

Examples
  pnpm qa export ann@example.com > ann.json`;

export const exportCommand = (): Command =>
  targetOptions(new Command('export').description('everything about a person, as one JSON'))
    .argument('<customer>', 'an id, an e-mail address, or the text that orders name the customer by')
    .addHelpText('after', help)
    .action((customer: string, options: TargetOptions) =>
      withTarget(options, ({ store }) =>
        withSealing(options.data, async (sealing) => {
          const person = await personOf({ store, sealing }, customer);
          const exported = await exportPerson({ store, sealing }, person);
          process.stdout.write(`${JSON.stringify(exported, null, 2)}\n`);
        }),
      ),
    );
