/** `pnpm qa export`: everything that the system knows about a person, as JSON. */
import { exportSubject, subject } from '@quickmart/sealing';
import { Command } from 'commander';
import { categories } from '../services.ts';
import { type TargetOptions, targetOptions, withTarget } from '../target.ts';
import { withSealing } from './keys.ts';

const help = `
It reads every log from the first event to the last: on a large system it takes its time, and changes nothing.

Examples
  pnpm qa export ann@example.com > ann.json`;

export const exportCommand = (): Command =>
  targetOptions(new Command('export').description('everything about a customer, as one JSON'))
    .argument('<customer>', 'an id, or the text that orders name the customer by')
    .addHelpText('after', help)
    .action((customer: string, options: TargetOptions) =>
      withTarget(options, ({ store }) =>
        withSealing(options.data, async (sealing) => {
          const all = [...new Set([...categories, subject.category])];
          const exported = await exportSubject({ store, sealing }, customer, all);
          process.stdout.write(`${JSON.stringify(exported, null, 2)}\n`);
        }),
      ),
    );
