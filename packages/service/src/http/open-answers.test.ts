/** Personal data over HTTP: sealed wherever it is kept, opened in the answer, null once the person is erased. */
import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSealing, type Sealing } from '@quickmart/sealing';
import { OutageError } from '@quickmart/streams';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type MugService, startMugs } from '../../test/mugs.ts';

const folder = mkdtempSync(join(tmpdir(), 'quickmart-answers-'));
const ann = randomUUID();
let sealing: Sealing;
let service: MugService;
let name = '';
let isDown = false;

beforeAll(async () => {
  const master = { text: randomBytes(32).toString('hex') };
  sealing = await openSealing({
    url: `file:${join(folder, 'keys.sqlite')}`,
    master,
    logger: pino({ level: 'silent' }),
  });
  name = await sealing.seal(ann, 'name', 'Ann "the" \\ Ünïcode');
  service = await startMugs({
    sealing: {
      openJson: (json) => (isDown ? Promise.reject(new OutageError('no keys')) : sealing.openJson(json)),
    },
    more: (api) => {
      api.get('/people', (c) =>
        c.json({ data: [{ name, also: [name, 'x'] }, { [name]: name }] }, 200, { ETag: '"7"' }),
      );
      api.post('/people', (c) => c.json({ name }, 201));
      api.get('/broken', (c) => {
        c.json({ name });
        throw new Error('a defect');
      });
    },
  });
});
afterAll(async () => {
  await service.stop();
  await sealing.close();
  rmSync(folder, { recursive: true });
});

test('every sealed text of an answer is opened, where it is a value', async () => {
  const opened = 'Ann "the" \\ Ünïcode';
  const { status, headers, body } = await service.send('GET', '/people');
  expect(status).toBe(200);
  expect(headers.get('etag')).toBe('"7"');
  expect(headers.get('x-correlation-id')).toBeTruthy();
  expect(body).toEqual({ data: [{ name: opened, also: [opened, 'x'] }, { [name]: opened }] });
});

test('a kept answer is kept sealed, and opened whenever it is given again', async () => {
  const send = () => service.send('POST', '/people', {}, { 'Idempotency-Key': 'k' });
  const first = await send();
  const again = await send();
  expect(again.headers.get('idempotency-replayed')).toBe('true');
  expect(again.body).toEqual(first.body);
  expect(again.body.name).toMatch(/^Ann/);
  const kept = [];
  for (const key of await service.redis.keys('*')) {
    const value = await service.redis.get(key).catch(() => '');
    if (value?.includes(name)) kept.push(key);
    expect(value).not.toContain('Ann');
  }
  expect(kept).toHaveLength(1);
});

test('an answer that a defect has replaced is not mixed up with it', async () => {
  expect(await service.send('GET', '/broken')).toMatchObject({
    status: 500,
    body: { code: 'internal-error' },
  });
});

test('nobody has a sealed text opened by sending it in a header', async () => {
  const sealed = await sealing.seal(ann, 'n', 'Ann');
  expect(sealed.length).toBeLessThan(128);
  const sent = await service.send('GET', '/nope', undefined, { 'X-Correlation-Id': sealed });
  expect(JSON.stringify(sent.body)).not.toContain('Ann');
});

test('once the person is erased, their texts are null, at once', async () => {
  await sealing.erase(ann);
  const { body } = await service.send('GET', '/people');
  expect(body).toEqual({ data: [{ name: null, also: [null, 'x'] }, { [name]: null }] });
  const again = await service.send('POST', '/people', {}, { 'Idempotency-Key': 'k' });
  expect([again.status, again.body]).toEqual([201, { name: null }]);
});

test('where the keys cannot be reached, the answer is a 503', async () => {
  isDown = true;
  expect(await service.send('GET', '/people')).toMatchObject({ status: 503, body: { code: 'unavailable' } });
});
