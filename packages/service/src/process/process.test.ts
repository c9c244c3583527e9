import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { launch } from '@quickmart/streams/testing';
import { expect, test } from 'vitest';

test('a stop that fails ends with 1, and the log says why', async () => {
  const program = `
import { createLog } from '${new URL('log.ts', import.meta.url)}';
import { handleSignals } from '${new URL('process.ts', import.meta.url)}';
handleSignals(() => Promise.reject(new Error('keys cannot be closed')), createLog({ name: 'mugs', level: 'error' }));
process.kill(process.pid, 'SIGTERM');
setInterval(() => {}, 1_000);
`;
  const child = launch(process.execPath, ['--input-type=module', '--eval', program], { env: {} });
  const [said, [code]] = await Promise.all([text(child.stdout!), once(child, 'exit')]);
  expect(code).toBe(1);
  expect(JSON.parse(said)).toMatchObject({
    level: 'error',
    msg: 'the stop failed',
    err: { message: 'keys cannot be closed' },
  });
});
