/** `pnpm qa scenario`: runs scenario files against the services of this checkout. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Command } from 'commander';
import { UsageFailure } from '../failure.ts';
import { brokenInvariants } from '../invariants/read.ts';
import { startLab } from '../lab.ts';
import { openProgress } from '../progress.ts';
import { print } from '../target.ts';
import { readScenario, type Scenario, scenarioSchema } from './format.ts';
import { type Outcome, runScenario } from './run.ts';
import { textOfTables } from './tables.ts';

export const scenarioFolder = fileURLToPath(new URL('../../scenarios', import.meta.url));

const help = `
The services run inside this process, on a private Redis and databases of their own; nothing else is touched. All
scenarios run side by side, then the invariants of the whole are checked. qa/scenarios/README.md says how one is written;
--tables lists the tables and columns that rows can be looked up in. A file that is no scenario is reported, and the others run.

Exit codes: 0 all hold, 1 one does not, 2 a file is no scenario

Examples
  pnpm qa scenario
  pnpm qa scenario qa/scenarios/oversell-*.yaml
  pnpm qa scenario --json`;

export const scenarioCommand = (): Command =>
  new Command('scenario')
    .description('run scenario files: given events, when requests or events, then events and rows')
    .argument('[file.yaml...]', 'default: all of qa/scenarios')
    .option('--tables', 'only list the tables that rows can be looked up in', false)
    .option('--schema', 'only print the JSON schema of a scenario, for editors', false)
    .option('--json', 'the outcomes as JSON on stdout', false)
    .addHelpText('after', help)
    .action(async (paths: string[], options: Options) => {
      const { tables, schema } = options;
      if (tables || schema) return void process.stdout.write(`${tables ? textOfTables() : schemaText()}\n`);
      const { scenarios, wrong } = readAll(paths.length > 0 ? paths : scenarioFiles());
      const outcomes = scenarios.length === 0 ? [] : await runScenarios(scenarios);
      if (outcomes.length > 0) print(options, outcomes, textOf(outcomes));
      if (wrong.length > 0) throw new UsageFailure(wrong.join('\n'));
      process.exitCode = outcomes.every(({ failures }) => failures.length === 0) ? 0 : 1;
    });

type Options = { json: boolean; tables: boolean; schema: boolean };

const schemaText = (): string => JSON.stringify(scenarioSchema(), null, 2);

/** A file that is no scenario does not stop the others. */
function readAll(paths: readonly string[]): { scenarios: Scenario[]; wrong: string[] } {
  const [scenarios, wrong]: [Scenario[], string[]] = [[], []];
  for (const path of paths)
    try {
      scenarios.push(readScenario(path));
    } catch (error) {
      if (!(error instanceof UsageFailure)) throw error;
      wrong.push(error.message);
    }
  return { scenarios, wrong };
}

export const scenarioFiles = (): string[] =>
  readdirSync(scenarioFolder)
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => join(scenarioFolder, name));

/** Retries wait until a scenario fires the timer, and the provider is called at most twice. */
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
