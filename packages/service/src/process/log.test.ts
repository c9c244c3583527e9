import { expect, test } from 'vitest';
import { capturedLog } from '../../test/mugs.ts';

test('a line is JSON with a level by name and an ISO time', () => {
  const { logger, lines } = capturedLog();
  logger.info({ answer: 42 }, 'hello');
  expect(lines[0]).toMatchObject({ level: 'info', service: 'mugs', answer: 42, msg: 'hello' });
  expect(lines[0]?.time).toMatch(/^\d{4}-\d\d-\d\dT.*Z$/);
});

test('credentials never reach the line', () => {
  const { logger, lines } = capturedLog();
  const url = 'sqlserver://sa:P%40ss:w0rd@db:1433/ProductDb';
  logger.info(
    { url, headers: { authorization: 'Bearer t0ps3cret' }, config: { password: 't0ps3cret' } },
    `to ${url}`,
  );
  logger.error(
    { err: new Error(`connect ${url}`, { cause: new Error('redis://:w0rd@localhost') }) },
    'failed',
  );
  const text = JSON.stringify(lines);
  expect(text).not.toMatch(/w0rd|t0ps3cret/);
  expect(text).toContain('sqlserver://sa:***@db:1433/ProductDb');
});

test('an error is logged with its stack and cause, not with what a driver hangs on it', () => {
  const { logger, lines } = capturedLog();
  const error = Object.assign(new Error('boom', { cause: new Error('deep') }), {
    command: { args: ['secret data'] },
  });
  logger.error({ err: error }, 'failed');
  expect(lines[0]).toMatchObject({ err: { name: 'Error', message: 'boom', cause: { message: 'deep' } } });
  expect(JSON.stringify(lines[0])).toContain('log.test.ts');
  expect(JSON.stringify(lines[0])).not.toContain('secret data');
});
