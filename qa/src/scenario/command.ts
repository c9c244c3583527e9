/** `pnpm qa scenario`: stories of failure, told to the services of this checkout. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Command } from 'commander';
import { brokenInvariants } from '../invariants/read.ts';
import { startLab } from '../lab.ts';
import { openProgress } from '../progress.ts';
import { readScenario, type Scenario } from './format.ts';
import { type Outcome, runScenario } from './run.ts';

export const scenarioFolder = fileURLToPath(new URL('../../scenarios', import.meta.url));

const help = `
The services run inside this process, on a private Redis and databases of their own; nothing else is touched. All
scenarios run side by side, then the invariants of the whole are checked. qa/scenarios/README.md says how one is written.

Exit codes: 0 all hold, 1 one does not, 2 a file is no scenario

Examples
  pnpm qa scenario
  pnpm qa scenario qa/scenarios/oversell-*.yaml
  pnpm qa scenario --json`;

export const scenarioCommand = (): Command =>
  new Command('scenario')
    .description('run scenario files: given events, when requests or events, then events and rows')
    .argument('[file.yaml...]', 'default: all of qa/scenarios')
    .option('--json', 'the outcomes as JSON on stdout', false)
    .addHelpText('after', help)
    .action(async (paths: string[], { json }: { json: boolean }) => {
      const scenarios = (paths.length > 0 ? paths : scenarioFiles()).map(readScenario);
      const outcomes = await runScenarios(scenarios);
      process.stdout.write(`${json ? JSON.stringify(outcomes, null, 2) : textOf(outcomes)}\n`);
      process.exitCode = outcomes.every(({ failures }) => failures.length === 0) ? 0 : 1;
    });

export const scenarioFiles = (): string[] =>
  readdirSync(scenarioFolder)
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => join(scenarioFolder, name));

/** What waits for its time waits until a scenario says so, and a provider is tried twice. */
const patience = { PAYMENT_RETRY_BASE_MS: '60000', PAYMENT_ATTEMPTS_MAX: '2' };

/** The last outcome is that of the invariants. */
export async function runScenarios(scenarios: readonly Scenario[]): Promise<Outcome[]> {
  const progress = openProgress(process.stderr);
  progress.start('scenarios', scenarios.length);
  const lab = await startLab(patience);
  try {
    await lab.consume();
    const run = async (scenario: Scenario) => {
      const outcome = await runScenario(scenario, lab);
      progress.tick();
      return outcome;
    };
    const outcomes = await Promise.all(scenarios.map(run));
    const broken = await brokenInvariants(lab.redis, 0);
    const failures = broken.map((one) => JSON.stringify(one));
    return [...outcomes, { file: '', scenario: 'the invariants hold over all of them', failures, ms: 0 }];
  } finally {
    progress.stop();
    await lab.stop();
  }
}

function textOf(outcomes: readonly Outcome[]): string {
  const lines = outcomes.flatMap(({ file, scenario, failures, ms }) => [
    `${failures.length === 0 ? '✓' : '✗'} ${scenario}${file && ` (${file}, ${ms} ms)`}`,
    ...failures.map((failure) => `    ${failure}`),
  ]);
  const failed = outcomes.filter(({ failures }) => failures.length > 0).length;
  return [...lines, `${outcomes.length - failed} hold, ${failed} do not`].join('\n');
}
