import { expect, test, vi } from 'vitest';
import { limits } from '../limits.ts';
import { OutageError } from '../log/errors.ts';
import { Failures } from './failures.ts';

function subject() {
  const lines: string[] = [];
  const note = (_: object, message: string) => void lines.push(message);
  const logger = { debug: note, info: note, warn: note, error: note };
  const failures = new Failures(
    logger,
    { category: 'order', group: 'readers' },
    { stopped: 'stopped', again: 'again' },
  );
  return { failures, lines };
}
const down = () => new OutageError('Redis is not available');

test('an outage that the connections of one process notice one after the other is said once', () => {
  const { failures, lines } = subject();
  failures.fail('read', down());
  failures.passed('read');
  failures.fail('heartbeat', down());
  failures.working();
  failures.fail('read', down());
  failures.passed('read');
  failures.heartbeat();
  failures.working();
  failures.working();
  expect(lines).toEqual(['stopped', 'again']);
});

test('what is refused is said at once, also while there is an outage, and fails readiness', () => {
  const { failures, lines } = subject();
  failures.fail('read', down());
  failures.assertReady();
  failures.fail('heartbeat', new Error('NOPERM no right to ask for the time'));
  expect(lines).toEqual(['stopped', 'stopped']);
  expect(() => failures.assertReady()).toThrow('order readers: NOPERM no right to ask for the time');
});

test('who has not begun, as a process that only answers requests, is not late; who has, is', () => {
  const { failures } = subject();
  const { failures: begun } = subject();
  begun.begin();
  const now = performance.now() + limits.leaseMs + 1;
  const spy = vi.spyOn(performance, 'now').mockReturnValue(now);
  failures.assertReady();
  expect(() => begun.assertReady()).toThrow('no partition can be kept');
  spy.mockRestore();
});
