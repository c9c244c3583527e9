/** The keys that personal data is sealed with: one table for all services, opened once per process. */
import { dirname, join } from 'node:path';
import { KeysError, openSealing, type Sealing, type SealingOptions } from '@quickmart/sealing';
import type { Logger } from 'pino';
import type { Config } from '../process/config.ts';
import { isLoopback } from '../process/loopback.ts';
import { StartError } from '../process/start-error.ts';

type KeySettings = Pick<Config, 'keysUrl' | 'masterKey' | 'masterKeyFile' | 'host'>;

/** @throws StartError */
export async function openKeys(settings: KeySettings, logger: Logger): Promise<Sealing> {
  try {
    return await openSealing({ url: settings.keysUrl, master: masterOf(settings), logger });
  } catch (error) {
    throw error instanceof KeysError ? new StartError(error.message, { cause: error }) : error;
  }
}

/** Where the master key is. On a machine of one's own it is made at the first start, beside the keys. */
export function masterOf({ keysUrl, masterKey, masterKeyFile, host }: KeySettings): SealingOptions['master'] {
  if (masterKey !== undefined) return { text: masterKey };
  if (masterKeyFile !== undefined) return { file: masterKeyFile };
  if (!isLoopback(host))
    throw new StartError(
      'MASTER_KEY_FILE is missing: set it to a file with 32 random bytes in hex (`openssl rand -hex 32`), the same for every ' +
        'process, and keep a copy of it apart from the data: docs/personal-data.md',
    );
  const folder = keysUrl.startsWith('file:') ? dirname(keysUrl.slice('file:'.length)) : '.data';
  return { file: join(folder, 'master.key'), make: true };
}
