/**
 * The master key wraps all other keys. It is 32 bytes, written as 43 characters of base64url or 64 of hex, in `MASTER_KEY` or
 * in a file. There may be several, separated by blanks or lines: the first one wraps, the others are still known while
 * keys are wrapped anew.
 */
import { createHash, createSecretKey, type KeyObject, randomBytes } from 'node:crypto';
import { existsSync, linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { decrypt, encrypt } from './cipher.ts';
import { KeysError } from './keys/table.ts';

export type MasterKey = { readonly id: string; readonly key: Buffer; readonly wraps: KeyObject };

const idLength = 8;

export function masterKey(key: Buffer): MasterKey {
  if (key.length !== 32) throw new KeysError('a master key has 32 bytes');
  const id = createHash('sha256').update('master key').update(key).digest('hex').slice(0, idLength);
  return { id, key, wraps: createSecretKey(key) };
}

/** Where the master keys stand. */
export type MasterSource = { text: string } | { file: string };

/** @throws KeysError */
export function readMasters(source: MasterSource): MasterKey[] {
  const where = 'file' in source ? `the file ${source.file}` : 'MASTER_KEY';
  const text = 'file' in source ? textOf(source.file) : source.text;
  const masters = text.split(/[\s,]+/).filter((part) => part !== '');
  if (masters.length === 0) throw new KeysError(`${where} holds no master key`);
  return masters.map((part) => {
    if (!/^([\w-]{43}|[0-9a-f]{64})$/i.test(part))
      throw new KeysError(
        `${where} holds something that is no master key: it is 32 random bytes, as 64 characters of hex or 43 of base64url`,
      );
    return masterKey(Buffer.from(part, part.length === 64 ? 'hex' : 'base64url'));
  });
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new KeysError(
      `the master key cannot be read from ${file} (${code}): set MASTER_KEY_FILE to the file that has it`,
    );
  }
}

export const newMaster = (): MasterKey => masterKey(randomBytes(32));
const textOfKey = ({ key }: MasterKey): string => `${key.toString('base64url')}\n`;

/** Makes the file, for its owner only. Of several processes that do so at once, one wins. @throws KeysError */
export function makeMasterFile(file: string): void {
  try {
    mkdirSync(dirname(file), { recursive: true });
    const own = writeBeside(file, textOfKey(newMaster()));
    try {
      linkSync(own, file);
    } finally {
      rmSync(own);
    }
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST' && existsSync(file)) return;
    throw new KeysError(
      `the master key cannot be written to ${file} (${code}): set MASTER_KEY_FILE to a place where it can`,
    );
  }
}

/** Has the file hold these, in this order. */
export function writeMasters(file: string, masters: readonly MasterKey[]): void {
  renameSync(writeBeside(file, masters.map(textOfKey).join('')), file);
}

function writeBeside(file: string, text: string): string {
  const own = `${file}.${process.pid}.${randomBytes(4).toString('hex')}`;
  writeFileSync(own, text, { mode: 0o600, flag: 'wx', flush: true });
  return own;
}

/** `<id of the master>.<payload>`. `name`: what the key is called by; it does not open under another name. */
export const wrap = (master: MasterKey, name: string, key: Buffer): string =>
  `${master.id}.${encrypt(master.wraps, randomBytes(12), name, key).toString('base64url')}`;

export const masterOf = (wrapped: string): string => wrapped.slice(0, idLength);

/** Undefined where none of the masters has wrapped it under this name. */
export function unwrap(masters: readonly MasterKey[], name: string, wrapped: string): Buffer | undefined {
  const master = masters.find(({ id }) => id === masterOf(wrapped));
  return master && decrypt(master.wraps, name, Buffer.from(wrapped.slice(idLength + 1), 'base64url'));
}
