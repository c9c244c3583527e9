/** When a service is asked, and when not: its failures in a row, the pause after them, and one request that tries. */
import pino from 'pino';
import { beforeEach, expect, test, vi } from 'vitest';
import { Circuit, UnreachableError } from './circuit.ts';
import { limits } from './limits.ts';

const unreachable = new UnreachableError('nobody listens', { wasSent: false });
const fails = () => Promise.reject(unreachable);
const answers = () => Promise.resolve('answer');

let circuit: Circuit;
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['performance'] });
  circuit = new Circuit('order', pino({ level: 'silent' }));
  return () => vi.useRealTimers();
});
const fail = async (times: number) => {
  for (let n = 0; n < times; n++) await expect(circuit.run(fails)).rejects.toBe(unreachable);
};
const isAsked = async () => {
  const work = vi.fn(answers);
  await circuit.run(work).catch(() => undefined);
  return work.mock.calls.length > 0;
};

test('only failures in a row open it, and only those to reach the service', async () => {
  await fail(limits.circuitFailures - 1);
  await circuit.run(answers);
  await fail(limits.circuitFailures - 1);
  for (let n = 0; n < limits.circuitFailures; n++)
    await circuit.run(() => Promise.reject(new Error('the client is gone'))).catch(() => undefined);
  expect(circuit.isOpen).toBe(false);
  await fail(1);
  expect(circuit.isOpen).toBe(true);
});

test('while it is open nobody asks; then one at a time, until there is an answer', async () => {
  await fail(limits.circuitFailures);
  vi.advanceTimersByTime(limits.circuitOpenMs - 1);
  expect(await isAsked()).toBe(false);
  vi.advanceTimersByTime(1);
  await fail(1);
  expect(await isAsked()).toBe(false);

  vi.advanceTimersByTime(limits.circuitOpenMs);
  const answer = Promise.withResolvers<string>();
  const trial = circuit.run(() => answer.promise);
  expect(await isAsked()).toBe(false);
  answer.resolve('answer');
  expect(await trial).toBe('answer');
  expect(circuit.isOpen).toBe(false);
  expect(await isAsked()).toBe(true);
});

test('a client that goes away while it tries has not found the service', async () => {
  await fail(limits.circuitFailures);
  vi.advanceTimersByTime(limits.circuitOpenMs);
  await circuit.run(() => Promise.reject(new Error('the client is gone'))).catch(() => undefined);
  expect(circuit.isOpen).toBe(true);
  expect(await isAsked()).toBe(true);
});
