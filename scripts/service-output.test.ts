import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { finished } from 'node:stream/promises';
import { expect, onTestFinished, test, vi } from 'vitest';
import { createLog } from '../packages/service/src/process/log.ts';
import { ServiceOutput } from './service-output.ts';

test('a warning or an error of a service, as it logs it, is a line on the terminal', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'quickmart-log-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const printed: string[] = [];
  const write = vi
    .spyOn(process.stdout, 'write')
    .mockImplementation((text) => printed.push(String(text)) > 0);
  onTestFinished(() => write.mockRestore());

  const output = new PassThrough();
  const file = join(folder, 'order.log');
  const services = new ServiceOutput('services', folder, ['order']);
  services.attach([output]);
  const order = createLog({ name: 'order', level: 'info' }, output);
  order.info({}, 'order is listening');
  order.warn({ reason: 'WRONGPASS' }, 'Redis is not available');
  order.error({ err: new Error('disk full') }, 'reading stopped');
  output.end();
  await finished(output);
  await vi.waitFor(() => expect(printed).toHaveLength(2));

  expect(printed[0]).toMatch(/ warn {2}order: Redis is not available: WRONGPASS\n$/);
  expect(printed[1]).toMatch(/ error order: reading stopped: disk full\n$/);
  expect(readFileSync(file, 'utf8')).toContain('order is listening');
  // What it says of a process that has died: no requests, and no file that is not there.
  expect(services.lastWords()).toContain(`${folder}:\n`);
  expect(services.lastWords()).toContain('disk full');
  expect(services.lastWords()).not.toContain('listening');
});
