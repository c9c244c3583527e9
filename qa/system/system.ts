/** For tests: one system for all of a file, and waiting for what comes. */
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect } from 'vitest';
import { type Env, type System, startSystem } from '../src/processes.ts';

export type { Env, Service, ServiceName, System } from '../src/processes.ts';

/**
 * One system for all tests of a file, or of a `describe`: there from the first test on, and gone after the last. No
 * service may have a defect in its log then. `env`: for every service; `expected`: what the test wants them to log.
 */
export function systemOfTests(env?: Env, { expected }: { expected?: RegExp } = {}): System {
  const system = {} as System;
  beforeAll(async () => void Object.assign(system, await startSystem(env)));
  afterAll(async () => {
    const defects = system.defects?.().filter((line) => !expected?.test(line));
    await system.stop?.();
    expect(defects?.map((line) => line.slice(0, 1_000))).toEqual([]);
  });
  return system;
}

/** Asks until the answer is not false (or undefined), and gives it back; says what was waited for when it never comes. */
export async function until<Value>(
  what: string,
  check: () => Promise<Value | false | undefined> | Value | false | undefined,
  withinMs = 30_000,
): Promise<Value> {
  const deadline = performance.now() + withinMs;
  for (;;) {
    const value = await check();
    if (value !== false && value !== undefined) return value;
    if (performance.now() > deadline) throw new Error(`not within ${withinMs} ms: ${what}`);
    await sleep(20);
  }
}
