/** For tests: one system for all of a file. */
import { afterAll, beforeAll, expect } from 'vitest';
import { type System, type SystemOptions, startSystem } from '../../src/processes.ts';

export type { ServiceName } from '../../src/names.ts';
export type { Service, System } from '../../src/processes.ts';

/**
 * One system for all tests of a file, or of a `describe`: there from the first test on, and gone after the last. No
 * service may have a defect in its log then. `expected`: what the test wants them to log.
 */
export function systemOfTests({ expected, ...options }: SystemOptions & { expected?: RegExp } = {}): System {
  const system = {} as System;
  beforeAll(async () => void Object.assign(system, await startSystem(options)));
  afterAll(async () => {
    const defects = system.defects?.().filter((line) => !expected?.test(line));
    await system.stop?.();
    expect(defects?.map((line) => line.slice(0, 1_000))).toEqual([]);
  });
  return system;
}
