/** A new master key, as an operator makes it: beside a process that goes on sealing, and killed in the middle of it. */
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { newMaster, openSealing, readMasters, type Sealing } from '@quickmart/sealing';
import { launch, until } from '@quickmart/streams/testing';
import { expect, onTestFinished, test, vi } from 'vitest';
import { qa } from '../../test/testing.ts';
import { node, root } from '../process.ts';
import { silentLog } from '../target.ts';

/** The keys of so many people, wrapped by a master key in a file, as in a data directory. */
async function keysOf(count: number) {
  const data = mkdtempSync(join(tmpdir(), 'quickmart-rotation-'));
  const [path, file] = [join(data, 'keys.sqlite'), join(data, 'master.key')];
  const open = () => openSealing({ url: `file:${path}`, master: { file, make: true }, logger: silentLog });
  const sealing = await open();
  const database = new DatabaseSync(path);
  onTestFinished(async () => {
    database.close();
    await sealing.close();
    rmSync(data, { recursive: true });
  });
  const people = Array.from({ length: count }, () => randomUUID());
  const sealed = await Promise.all(people.map((person) => sealing.seal(person, 'name', 'Ann')));
  const wrappedBy = (id: string) =>
    Number(database.prepare('select count(*) n from sealing_keys where wrapped like ?').get(`${id}.%`)?.n);
  return { data, file, open, sealing, database, sealed, wrappedBy };
}
const rotate = (data: string, ...more: string[]) =>
  qa(undefined, 'rotate-master-key', '--data', data, ...more);
const allOpen = async (sealing: Sealing, sealed: readonly string[]) =>
  expect(new Set((await sealing.open(sealed)).values())).toEqual(new Set(['Ann']));

test('says what it would do, and does it with --yes: the old key is of no use any more', async () => {
  const { data, file, open, sealing, sealed, wrappedBy } = await keysOf(3);
  const [old] = readMasters({ file });
  expect(await rotate(data)).toMatchObject({
    code: 0,
    out: expect.stringMatching(/^would wrap .* --yes does it/),
  });
  expect(readMasters({ file })).toEqual([old]);
  // Those of the people, and the key of the blind index.
  expect(await rotate(data, '--yes')).toMatchObject({
    code: 0,
    out: expect.stringMatching(/^wrapped 4 keys by/),
  });
  const [next, ...others] = readMasters({ file });
  expect([others, next!.id === old!.id, wrappedBy(old!.id)]).toEqual([[], false, 0]);
  await allOpen(sealing, sealed);
  await using after = await open();
  await allOpen(after, sealed);
});

test('where the keys stand in MASTER_KEY, the first of two wraps; one alone is refused with what to do', async () => {
  const { data, file, sealed } = await keysOf(2);
  const [old, next] = [readMasters({ file })[0]!, newMaster()];
  const text = (...masters: { key: Buffer }[]) => masters.map(({ key }) => key.toString('hex')).join(' ');
  onTestFinished(() => void vi.unstubAllEnvs());
  vi.stubEnv('MASTER_KEY', text(old));
  expect(await rotate(data, '--yes')).toMatchObject({
    code: 1,
    err: expect.stringContaining('put the new one in front'),
  });
  vi.stubEnv('MASTER_KEY', text(next, old));
  expect(await rotate(data, '--yes')).toMatchObject({ code: 0 });
  const url = `file:${join(data, 'keys.sqlite')}`;
  await using after = await openSealing({ url, master: { text: text(next) }, logger: silentLog });
  await allOpen(after, sealed);
});

test('killed in the middle of it, it goes on with the next run; meanwhile everything opens, and others go on sealing', async () => {
  const { data, file, open, sealing, database, sealed, wrappedBy } = await keysOf(1_000);
  const [old] = readMasters({ file });
  // It goes by 500 at a time: now each of them takes a second or more.
  database.exec(
    `create trigger slow after update on sealing_keys begin
       select (with recursive n(x) as (select 1 union all select x + 1 from n where x < 5000) select count(*) from n);
     end`,
  );
  const child = launch(node, [join(root, 'qa/src/main.ts'), 'rotate-master-key', '--data', data, '--yes'], {
    stdio: 'ignore',
  });
  const exit = once(child, 'exit');
  const begun = () => {
    const [next] = readMasters({ file });
    return next!.id !== old!.id && wrappedBy(next!.id) > 1;
  };
  await until('the first keys are wrapped anew', () => begun() || child.exitCode !== null, 60_000);
  child.kill('SIGKILL');
  expect((await exit)[1]).toBe('SIGKILL');
  database.exec('drop trigger slow');
  const [next] = readMasters({ file });
  expect(wrappedBy(old!.id)).toBeGreaterThan(0);
  await allOpen(sealing, sealed);
  const late = await sealing.seal(randomUUID(), 'name', 'Ann');
  await using meanwhile = await open();
  await allOpen(meanwhile, [...sealed, late]);
  expect(await rotate(data, '--yes')).toMatchObject({ code: 0, out: expect.stringContaining(next!.id) });
  expect([wrappedBy(old!.id), readMasters({ file })]).toEqual([0, [next]]);
  await using after = await open();
  await allOpen(after, [...sealed, late]);
});
