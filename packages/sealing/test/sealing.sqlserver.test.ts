import { randomBytes, randomUUID } from 'node:crypto';
import { pino } from 'pino';
import { expect, onTestFinished, test } from 'vitest';
import { sqlServer } from '../../projections/test/harness.ts';
import { serverUrl } from '../../projections/test/server-url.ts';
import { faultyTds } from '../../projections/test/tds-faults.ts';
import { openSealing } from '../src/index.ts';
import { sealingOn } from './conformance.ts';

sealingOn('SQL Server', () => sqlServer(serverUrl).fresh());

test('a deadlock at any request of a key that is made, read or erased is tried again', async () => {
  const keys = await sqlServer(serverUrl).fresh();
  const { hostname, port } = new URL(serverUrl);
  const faults = await faultyTds(hostname, Number(port));
  const url = new URL(keys.url);
  url.host = `127.0.0.1:${faults.port}`;
  url.searchParams.set('encrypt', 'false');
  const master = { text: randomBytes(32).toString('base64url') };
  const sealing = await openSealing({ url: url.href, master, logger: pino({ level: 'silent' }) });
  onTestFinished(async () => {
    await sealing.close();
    faults.close();
    await keys.drop();
  });
  let isHit = true;
  for (let after = 0; isHit; after++) {
    const person = randomUUID();
    faults.fail(1205, after);
    const sealed = await sealing.seal(person, 'name', 'Ann');
    expect((await sealing.open([sealed])).get(sealed)).toBe('Ann');
    expect(await sealing.erase(person)).toBe(true);
    isHit = faults.left() === 0;
  }
});
