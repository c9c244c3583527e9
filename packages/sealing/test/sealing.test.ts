import { randomUUID } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { expect, onTestFinished, test } from 'vitest';
import { KeysError, newMaster, openSealing, readMasters, type Sealing, writeMasters } from '../src/index.ts';
import { KeyRing } from '../src/key-ring.ts';
import { openSqliteKeys } from '../src/keys/sqlite.ts';
import type { KeyRow, KeyTable } from '../src/keys/table.ts';
import { sealingOn } from './conformance.ts';

const logger = pino({ level: 'silent' });
const fresh = async () => {
  const folder = mkdtempSync(join(tmpdir(), 'quickmart-keys-'));
  return {
    url: `file:${join(folder, 'keys.sqlite')}`,
    drop: async () => rmSync(folder, { recursive: true }),
  };
};

sealingOn('SQLite', fresh);

test('of a key that was erased the files of SQLite hold nothing any more', async () => {
  const { url, drop } = await fresh();
  onTestFinished(drop);
  const path = url.slice('file:'.length);
  const folder = join(path, '..');
  const sealing = await openSealing({
    url,
    master: { file: join(folder, 'master.key'), make: true },
    logger,
  });
  onTestFinished(() => sealing.close());
  const [ann, bob] = [randomUUID(), randomUUID()];
  await sealing.seal(ann, 'name', 'Ann');
  await sealing.seal(bob, 'name', 'Bob');
  const table = await openSqliteKeys(url, false);
  onTestFinished(() => table.close());
  const [row] = await table.read([ann]);
  const wrapped = row?.wrapped ?? '';
  const isThere = () =>
    readdirSync(folder).some((name) => readFileSync(join(folder, name)).includes(wrapped));
  expect([wrapped.length > 50, isThere()]).toEqual([true, true]);
  await sealing.erase(ann);
  expect(isThere()).toBe(false);
});

test('a rotation that a crash has cut short is finished by the next one; meanwhile everything opens', async () => {
  const { url, drop } = await fresh();
  onTestFinished(drop);
  const file = join(url.slice('file:'.length), '..', 'master.key');
  const open = () => openSealing({ url, master: { file, make: true }, logger });
  await using sealing = await open();
  const people = Array.from({ length: 5 }, () => randomUUID());
  const sealed = await Promise.all(people.map((person) => sealing.seal(person, 'name', 'Ann')));
  const next = newMaster();
  writeMasters(file, [next, ...readMasters({ file })]);
  const table = await openSqliteKeys(url, false);
  const dying = {
    ...table,
    after: () => Promise.reject(new Error('killed')),
    write: table.write.bind(table),
  };
  const ring = await KeyRing.on(dying as unknown as KeyTable, { file });
  await expect(ring.rotate(next.key)).rejects.toThrow('killed');
  await table.close();
  const late = await sealing.seal(randomUUID(), 'name', 'Ann');
  const names = async (one: Sealing) => [...(await one.open([...sealed, late])).values()];
  expect(await names(sealing)).toEqual(Array(6).fill('Ann'));
  // The five, and the key of the blind index.
  expect(await sealing.rotate(next.key)).toEqual({ wrapped: 6 });
  writeMasters(file, [next]);
  await using after = await open();
  expect(await names(after)).toEqual(Array(6).fill('Ann'));
});

test('a key that was changed is in the way of nobody who opens something else at the same time', async () => {
  const { url, drop } = await fresh();
  onTestFinished(drop);
  const file = join(url.slice('file:'.length), '..', 'master.key');
  await using sealing = await openSealing({ url, master: { file, make: true }, logger });
  const [ann, bob] = [randomUUID(), randomUUID()];
  const ofAnn = await sealing.seal(ann, 'name', 'Ann');
  const ofBob = await sealing.seal(bob, 'name', 'Bob');
  const table = await openSqliteKeys(url, false);
  onTestFinished(() => table.close());
  const [{ wrapped }, row] = (await table.read([ann, bob])).sort((one) => (one.name === ann ? -1 : 1)) as [
    KeyRow,
    KeyRow,
  ];
  await table.write((writes) => writes.update([{ ...row, wrapped }]));
  const [own, changed] = await Promise.allSettled([sealing.open([ofAnn]), sealing.open([ofBob])]);
  expect(own).toMatchObject({ value: new Map([[ofAnn, 'Ann']]) });
  expect(changed).toMatchObject({ reason: { message: expect.stringContaining('was changed') } });
  // Nor of who seals something: a process that has none of the keys in memory yet.
  await using other = await openSealing({ url, master: { file }, logger });
  const sealed = await Promise.allSettled([ann, bob].map((person) => other.seal(person, 'name', 'Ann')));
  expect(sealed).toMatchObject([
    { value: ofAnn },
    { reason: { message: expect.stringContaining('was changed') } },
  ]);
});

test('a master key that cannot be written is said in one line', async () => {
  const { url, drop } = await fresh();
  onTestFinished(drop);
  const file = '/dev/null/master.key';
  const opening = openSealing({ url, master: { file, make: true }, logger });
  await expect(opening).rejects.toThrow(KeysError);
  await expect(opening).rejects.toThrow(
    /^the master key cannot be written to \/dev\/null\/master.key \(E[A-Z]+\): set MASTER_KEY_FILE to a place where it can/,
  );
});

test('a database that cannot be used is said in one line, which does not advise to delete it', async () => {
  const master = { text: '0'.repeat(64) };
  await expect(openSealing({ url: `file:${import.meta.filename}`, master, logger })).rejects.toThrow(
    /^the keys at file:.* cannot be opened \(.*not a database\): check KEYS_URL.*restored from its backup$/,
  );
  await expect(openSealing({ url: 'file:/nowhere/keys', master, logger, create: false })).rejects.toThrow(
    'there are no keys at file:/nowhere/keys: set KEYS_URL',
  );
  await expect(openSealing({ url: 'postgres://x', master, logger })).rejects.toThrow(
    'KEYS_URL must begin with file: or sqlserver://',
  );
});
