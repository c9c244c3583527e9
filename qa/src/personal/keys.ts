/** The keys of the system that a command works on. */
import { join } from 'node:path';
import { env } from 'node:process';
import { KeysError, openSealing, type Sealing, type SealingOptions } from '@quickmart/sealing';
import { masterOf } from '@quickmart/service';
import { UsageFailure } from '../failure.ts';
import { silentLog } from '../target.ts';

/** As the services have them: by the environment, else in the data directory. */
export function keySettings(data: string) {
  const keysUrl = env.KEYS_URL || `file:${join(data, 'keys.sqlite')}`;
  const [masterKey, masterKeyFile] = [env.MASTER_KEY || undefined, env.MASTER_KEY_FILE || undefined];
  const { make: _, ...master } = masterOf({ keysUrl, masterKey, masterKeyFile, host: '127.0.0.1' });
  return { url: keysUrl, master: master as SealingOptions['master'] };
}

/** Opens the keys, does the work, and closes them. It makes none where there are none. */
export async function withSealing<Result>(
  data: string,
  work: (sealing: Sealing) => Promise<Result>,
): Promise<Result> {
  const sealing = await openSealing({ ...keySettings(data), logger: silentLog, create: false }).catch(
    asUsage,
  );
  try {
    return await work(sealing);
  } finally {
    await sealing.close();
  }
}

function asUsage(error: unknown): never {
  throw error instanceof KeysError ? new UsageFailure(error.message) : error;
}
