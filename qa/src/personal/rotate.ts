/** `pnpm qa rotate-master-key`: wraps all keys by a new master key, beside services that run. */
import { newMaster, readMasters, writeMasters } from '@quickmart/sealing';
import { Command } from 'commander';
import { Failure } from '../failure.ts';
import { dataDefault } from '../run.ts';
import { keySettings, withSealing } from './keys.ts';

type Options = { data: string; yes: boolean };

const help = `
The file of the master key (MASTER_KEY_FILE, else master.key in the data directory) gets a new key beside the old one; all keys
are wrapped by the new one; then the old one is taken out. Services that run read the file again when they have to.
After a crash, run it again: it goes on where it was.

Where the master key is in MASTER_KEY, or its file cannot be written: put a new key in front of the old one yourself (openssl
rand -hex 32; a blank between them), restart the services, run this command, take the old one out, restart them once more.

Keep the old key with the backups of the keys that it has wrapped.

Examples
  pnpm qa rotate-master-key                # which keys there are
  pnpm qa rotate-master-key --yes`;

export const rotateCommand = (): Command =>
  new Command('rotate-master-key')
    .description('wrap the keys of personal data by a new master key')
    .option('--data <dir>', 'the data directory of the system that runs here', dataDefault)
    .option('--yes', 'do it; without this it only says what it would do', false)
    .addHelpText('after', help)
    .action(async ({ data, yes }: Options) => {
      const { master } = keySettings(data);
      const known = readMasters(master);
      const [first] = known;
      const next = known.length > 1 ? first! : newMaster();
      if (known.length === 1 && !('file' in master))
        throw new Failure('MASTER_KEY holds one key: put the new one in front of it, see --help');
      if (!yes) return void process.stdout.write(`would wrap all keys by ${next.id}…; --yes does it\n`);
      if (known.length === 1 && 'file' in master) writeMasters(master.file, [next, ...known]);
      const { wrapped } = await withSealing(data, (sealing) => sealing.rotate(next.key));
      if ('file' in master) writeMasters(master.file, [next]);
      process.stdout.write(`wrapped ${wrapped} keys by ${next.id}…\n`);
    });
