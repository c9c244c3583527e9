/** What sealing promises, on each of its databases. */
import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import {
  type MasterSource,
  newMaster,
  openSealing,
  readMasters,
  type Sealing,
  writeMasters,
} from '../src/index.ts';

/** A database of keys that is new. */
export type Fresh = { url: string; drop(): Promise<void> };

export function sealingOn(name: string, fresh: () => Promise<Fresh>): void {
  describe(name, () => {
    let keys: Fresh;
    let folder: string;
    let file: string;
    const lines: string[] = [];
    const logger = pino({}, { write: (line) => void lines.push(line) });

    beforeAll(async () => {
      keys = await fresh();
      folder = mkdtempSync(join(tmpdir(), 'quickmart-sealing-'));
      file = join(folder, 'master.key');
    });
    afterAll(async () => {
      rmSync(folder, { recursive: true });
      await keys.drop();
    });

    async function opened(master: MasterSource = { file }): Promise<Sealing> {
      const sealing = await openSealing({ url: keys.url, master: { ...master, make: true }, logger });
      onTestFinished(() => sealing.close());
      return sealing;
    }

    test('the first start makes the master key, for its owner only; several starts at once agree on it', async () => {
      const all = await Promise.all([opened(), opened(), opened()]);
      expect(statSync(file).mode & 0o777).toBe(0o600);
      expect(new Set(all.map((one) => one.blind('email', 'ann@example.com'))).size).toBe(1);
    });

    test('processes that make the key of one person at once get one key', async () => {
      const all = await Promise.all([opened(), opened(), opened()]);
      const people = Array.from({ length: 20 }, () => randomUUID());
      const sealed = await Promise.all(
        all.map((one) => Promise.all(people.map((person) => one.seal(person, 'name', 'Ann')))),
      );
      expect(sealed[1]).toEqual(sealed[0]);
      expect(sealed[2]).toEqual(sealed[0]);
      const texts = await all[2]!.open(sealed[0]!);
      expect([...texts.values()]).toEqual(people.map(() => 'Ann'));
    });

    test('an erased person opens for nobody, in no process, and stays erased', async () => {
      const [one, other] = [await opened(), await opened()];
      const [ann, bob] = [randomUUID(), randomUUID()];
      const ofAnn = await one.seal(ann, 'name', 'Ann');
      const ofBob = await one.seal(bob, 'name', 'Bob');
      expect(await other.seal(ann, 'name', 'Ann')).toBe(ofAnn);
      expect(await one.erase(ann)).toBe(true);
      // That process has the key still: of no use to anybody.
      expect(await other.seal(ann, 'name', 'Ann')).toBe(ofAnn);
      expect(await one.erase(ann)).toBe(false);
      const later = await one.seal(ann, 'name', 'Ann');
      expect(later).not.toBe(ofAnn);
      for (const sealing of [one, other]) {
        const texts = await sealing.open([ofAnn, later, ofBob, 'no sealed text']);
        expect([...texts.values()]).toEqual([null, null, 'Bob', null]);
        expect(await sealing.find(ann, 'name', 'Ann')).toBeUndefined();
      }
    });

    test('somebody can be erased of whom nothing was sealed yet', async () => {
      const sealing = await opened();
      const person = randomUUID();
      expect(await sealing.find(person, 'name', 'Ann')).toBeUndefined();
      expect(await sealing.erase(person)).toBe(true);
      const sealed = await sealing.seal(person, 'name', 'Ann');
      expect(await sealing.open([sealed])).toEqual(new Map([[sealed, null]]));
    });

    test('what was changed does not open, and is logged without its contents', async () => {
      const sealing = await opened();
      const person = randomUUID();
      const sealed = await sealing.seal(person, 'name', 'Ann');
      const changed = sealed.replace('.name.', '.email.');
      expect(await sealing.open([changed])).toEqual(new Map([[changed, null]]));
      expect(lines.at(-1)).toContain(person);
      expect(lines.at(-1)).not.toContain(sealed.split('.').at(-1));
    });

    test('secrets of the system are kept: the first one wins, until it is forgotten', async () => {
      const [one, other] = [await opened(), await opened()];
      expect(await one.kept('signing-key')).toBeUndefined();
      const kept = await Promise.all([one.keep('signing-key', 'one'), other.keep('signing-key', 'other')]);
      expect(kept[0]).toBe(kept[1]);
      expect(await other.kept('signing-key')).toBe(kept[0]);
      expect(await one.forget('signing-key')).toBe(true);
      expect(await other.kept('signing-key')).toBeUndefined();
      expect(await other.keep('signing-key', 'new')).toBe('new');
    });

    test('a person is known by a UUID; a text stands for the same one in every process', async () => {
      const [one, other] = [await opened(), await opened()];
      const id = randomUUID();
      expect(one.subjectOf(id.toUpperCase())).toBe(id);
      expect(one.subjectOf('ann@example.com')).toBe(other.subjectOf('ann@example.com'));
      expect(one.subjectOf('ann@example.com')).not.toBe(one.subjectOf('bob@example.com'));
      expect(one.subjectOf('ann')).toMatch(
        /^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
      );
      expect(one.blind('a', 'bc')).not.toBe(one.blind('ab', 'c'));
    });

    describe('a new master key', () => {
      /** As the tool does it: the file has both while keys are wrapped anew, then the new one only. */
      test('wraps every key while others go on sealing, and the old one is of no use after', async () => {
        const [one, other] = [await opened(), await opened()];
        const people = Array.from({ length: 50 }, () => randomUUID());
        const before = await Promise.all(people.map((person) => one.seal(person, 'name', 'Ann')));
        const [old, next] = [readMasters({ file }), newMaster()];
        const oldText = readFileSync(file, 'utf8');
        writeMasters(file, [next, ...old]);
        const meanwhile = Array.from({ length: 50 }, () => randomUUID());
        const [, ...late] = await Promise.all([
          one.rotate(next.key),
          ...meanwhile.map((person) => other.seal(person, 'name', 'Bob')),
        ]);
        writeMasters(file, [next]);
        const sealing = await opened();
        for (const [texts, name] of [
          [before, 'Ann'],
          [late, 'Bob'],
        ] as const)
          expect([...(await sealing.open(texts)).values()]).toEqual(texts.map(() => name));
        expect(sealing.blind('email', 'ann')).toBe(one.blind('email', 'ann'));
        await expect(opened({ text: oldText })).rejects.toThrow(/set MASTER_KEY or MASTER_KEY_FILE to it/);
      });
    });

    test('a master key that is wrong, missing or none is said at the start, and nothing is made in its place', async () => {
      const foreign = randomBytes(32).toString('hex');
      await expect(opened({ text: foreign })).rejects.toThrow(
        /are wrapped by the master key .* not in MASTER_KEY/,
      );
      await expect(opened({ text: 'hunter2' })).rejects.toThrow(
        /MASTER_KEY holds something that is no master key/,
      );
      await expect(opened({ text: ' ' })).rejects.toThrow('MASTER_KEY holds no master key');
      const elsewhere = join(folder, 'elsewhere.key');
      await expect(opened({ file: elsewhere })).rejects.toThrow(
        /is not at .*elsewhere.key: restore that file/,
      );
      writeFileSync(elsewhere, `${foreign}\n`);
      await expect(opened({ file: elsewhere })).rejects.toThrow(/are wrapped by the master key/);
    });
  });
}
