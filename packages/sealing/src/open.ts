/** Opens the keys that a process seals with, by its settings. */
import { existsSync } from 'node:fs';
import type { Logger } from '@quickmart/streams';
import { KeyRing, masterRow } from './key-ring.ts';
import { openSqliteKeys } from './keys/sqlite.ts';
import { KeysError, type KeyTable } from './keys/table.ts';
import { type MasterSource, makeMasterFile } from './master.ts';
import { Sealing } from './sealing.ts';

export type SealingOptions = {
  /** Of the table of keys: `file:.data/keys.sqlite` or `sqlserver://…`. */
  url: string;
  /** Where the master key is; `make`: the file is made where it is missing and nothing is wrapped by it yet. */
  master: MasterSource & { make?: boolean };
  logger: Logger;
  /** For tools that look: a table that is missing is not made. */
  create?: boolean;
};

/** @throws KeysError with a message that says what to do */
export async function openSealing({ url, master, logger, create = true }: SealingOptions): Promise<Sealing> {
  const table = await openTable(url, logger, create);
  try {
    if ('file' in master && master.make && !existsSync(master.file)) await makeMaster(master.file, table);
    return await Sealing.on(await KeyRing.on(table, master), logger);
  } catch (error) {
    await table.close();
    throw error;
  }
}

/** Keys that are there already need the master key that they are wrapped by, not a new one. */
async function makeMaster(file: string, table: KeyTable): Promise<void> {
  if ((await table.read([masterRow])).length > 0)
    throw new KeysError(
      `the master key of the keys at ${table.place} is not at ${file}: restore that file, or set MASTER_KEY_FILE`,
    );
  makeMasterFile(file);
}

async function openTable(url: string, logger: Logger, create: boolean): Promise<KeyTable> {
  if (url.startsWith('file:')) return await openSqliteKeys(url, create);
  if (!url.startsWith('sqlserver://')) throw new KeysError('KEYS_URL must begin with file: or sqlserver://');
  // Only here: whoever runs embedded does not load the driver.
  const { openSqlServerKeys } = await import('./keys/sqlserver.ts');
  return await openSqlServerKeys(url, logger, create);
}
