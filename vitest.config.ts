// The projects. `main`: units, and tests against private Redis servers. `sqlserver`: the conformance suites on a real
// SQL Server, only where SQLSERVER_TEST_URL names one. `system`: whole processes, after the others. `alone`: whole Redis
// deployments, at the end. `long`: what takes more than npm test may, with `npm run test:long` (LONG=1).

import { randomInt } from 'node:crypto';
import { availableParallelism } from 'node:os';
import { env } from 'node:process';
import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

const sources = '{packages/*,apps/*,qa}/{src,test}/**/*';

/** Processes, each file with a system of its own. */
const wholeSystems = '{qa/test/fuzz,qa/test/system,scripts,examples}/**/*';

/** Several servers and worker processes each, and takeover times are measured: not beside other projects. */
const deployments = ['packages/streams/test/*.test.ts'];

/** What is random in a test comes from here: the same for everyone, so that a change is judged by what it changes. `random`: new, as long tests are. */
const asked = env.SEED ?? (env.LONG ? 'random' : '1');
const SEED = asked === 'random' ? `${randomInt(2 ** 31)}` : asked;
console.info(`SEED=${SEED}`);

/** What a page shows comes when it comes, on a machine that has other work. */
const poll = { timeout: 30_000 };

const main: TestProjectInlineConfiguration = {
  test: {
    name: 'main',
    env: { SEED },
    include: [`${sources}.test.ts`],
    exclude: [
      '**/*.{sqlserver,system,long}.test.ts',
      `${wholeSystems}.test.ts`,
      ...deployments,
      '**/node_modules/**',
    ],
    // Tests wait for Redis, and for times that run out, more than they compute: four at a time even on two cores.
    maxWorkers: Math.max(4, availableParallelism() - 1),
    // A worker loads what files share once, not for each: half of what they compute. So no file may leave anything behind.
    isolate: false,
    setupFiles: ['scripts/leaves-nothing.ts'],
    restoreMocks: true,
    // What hangs is found all the same; a machine that has other work is not.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    expect: { poll },
    sequence: { groupOrder: 0 },
  },
};

const sqlserver: TestProjectInlineConfiguration = {
  test: {
    name: 'sqlserver',
    env: { SEED },
    include: [`${sources}.sqlserver.test.ts`],
    // One server for all: files take turns.
    fileParallelism: false,
    // The server may share the machine with the tests: a connection or a table then takes its time.
    testTimeout: 180_000,
    hookTimeout: 300_000,
    sequence: { groupOrder: 1 },
  },
};

const system: TestProjectInlineConfiguration = {
  test: {
    name: 'system',
    env: { SEED },
    include: [`${wholeSystems}.test.ts`, 'qa/src/**/*.system.test.ts'],
    exclude: ['**/*.long.test.ts', '**/node_modules/**'],
    // Each file has a system of its own, and waits for it more than it computes.
    maxWorkers: 3,
    // As above.
    isolate: false,
    setupFiles: ['scripts/leaves-nothing.ts'],
    restoreMocks: true,
    testTimeout: 120_000,
    hookTimeout: 120_000,
    expect: { poll },
    sequence: { groupOrder: 2 },
  },
};

const alone: TestProjectInlineConfiguration = {
  test: {
    name: 'alone',
    env: { SEED },
    include: deployments,
    exclude: ['**/*.long.test.ts', '**/node_modules/**'],
    // They wait for leases and takeovers most of the time.
    maxWorkers: 3,
    testTimeout: 120_000,
    hookTimeout: 120_000,
    sequence: { groupOrder: 3 },
  },
};

const long: TestProjectInlineConfiguration = {
  test: {
    name: 'long',
    env: { SEED, FUZZ_RUNS: env.FUZZ_RUNS ?? '60' },
    include: ['{packages/*,apps/*,qa,bench}/**/*.long.test.ts', 'qa/test/fuzz/fuzz.test.ts'],
    exclude: ['**/node_modules/**', ...(env.SQLSERVER_TEST_URL ? [] : ['**/*.sqlserver.long.test.ts'])],
    fileParallelism: false,
    testTimeout: 1_800_000,
    hookTimeout: 120_000,
  },
};

/** They begin first, so that none of them runs by itself at the end. By seconds, the longest first. */
const longest = [
  ...['crash', 'console', 'new', 'fuzz', 'retail.system', 'saga-in-time', 'image', 'load.system', 'saga'],
  ...['cluster', 'sentinel', 'standalone', 'personal-data', 'read-models', 'refused', 'redrive'],
  ...['membership', 'timers', 'chaos', 'live', 'asyncapi', 'headers', 'kills', 'scenarios', 'texts', 'lost'],
  ...['invariants', 'targets', 'look'],
];
const rankOf = ({ moduleId }: TestSpecification): number => {
  const rank = longest.findIndex((name) => moduleId.endsWith(`/${name}.test.ts`));
  return rank < 0 ? longest.length : rank;
};
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return (await super.sort(files)).sort((a, b) => rankOf(a) - rankOf(b));
  }
}

export default defineConfig({
  test: {
    sequence: { sequencer: LongestFirst },
    projects: env.LONG ? [long] : [main, ...(env.SQLSERVER_TEST_URL ? [sqlserver] : []), system, alone],
  },
});
