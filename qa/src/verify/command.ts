/** `pnpm qa verify`: is everything as it must be? Looks at all of it, changes nothing. */
import { Command } from 'commander';
import { brokenInvariants } from '../invariants/read.ts';
import { isSettled, statuses } from '../look/groups.ts';
import { category, list } from '../options.ts';
import { openProgress } from '../progress.ts';
import { categories, services } from '../services.ts';
import { type Target, type TargetOptions, targetOptions, withTarget } from '../target.ts';
import { adviceFor, type Finding, Findings, type Kind } from './finding.ts';
import { verifyGroups } from './groups.ts';
import { type LogSummary, verifyLog } from './log.ts';
import { type ReadModelSummary, verifyReadModels } from './read-models.ts';

type Options = TargetOptions & { category?: string[]; json: boolean };
export type Report = {
  ok: boolean;
  categories: (LogSummary & { category: string; groups: number })[];
  readModels: ReadModelSummary[];
  findings: (Finding & { advice: string })[];
};

const shownPerKind = 20;
const help = `
Checked
  the log       dense positions, versions without gaps, partitions, every event readable, the head
  the index     every aggregate's index and version equal the log; unique values have an owner
  the groups    nobody is past the log, what is pending is there, nobody is behind, no dead letters
  checkpoints   each one names an event that stands at its place
  read models   every row is what two fresh replays of the log say it is
  invariants    orders, stock and payments agree: nothing oversold, nothing held for nobody, every order ends

Exit codes: 0 nothing found, 1 findings

Examples
  pnpm qa verify
  pnpm qa verify --category order      # only the log and the groups of this category
  pnpm qa verify --json`;

export const verifyCommand = (): Command =>
  targetOptions(
    new Command('verify').description('check the log, the groups and the read models against each other'),
  )
    .option('--category <name>', 'only this category; may be repeated', list(category))
    .option('--json', 'the report as JSON on stdout', false)
    .addHelpText('after', help)
    .action((options: Options) =>
      withTarget(options, async (target) => {
        const report = await verify(options.category, target);
        process.stdout.write(`${options.json ? JSON.stringify(report, null, 2) : textOf(report)}\n`);
        process.exitCode = report.ok ? 0 : 1;
      }),
    );

/** Of some categories only their log and groups; of all of them also what spans them. */
export async function verify(chosen: readonly string[] | undefined, target: Target): Promise<Report> {
  const progress = openProgress(process.stderr);
  const findings = new Findings();
  const report: Omit<Report, 'ok' | 'findings'> = { categories: [], readModels: [] };
  for (const name of chosen ?? categories) {
    progress.start(`verifying ${name}`, 0);
    const summary = await verifyLog(target, name, findings, progress.tick);
    const groups = await verifyGroups(target, name, findings);
    report.categories.push({ category: name, ...summary, groups });
  }
  if (chosen === undefined) {
    for (const service of services) {
      progress.start(`verifying the read models of ${service.name}`, 0);
      report.readModels.push(await verifyReadModels(service, target, findings, progress.tick));
    }
    await verifyInvariants(target, findings);
  }
  progress.stop();
  const found = findings.list.map((finding) => ({ ...finding, advice: adviceFor(finding.kind) }));
  return { ok: found.length === 0, ...report, findings: found };
}

/** While something happens, what has just happened may not be known everywhere. */
const graceMs = 60_000;

async function verifyInvariants(target: Target, findings: Findings): Promise<void> {
  // Where an event cannot be read, nobody knows what all of them add up to.
  if (findings.has('unreadable')) return;
  const before = await statuses(target);
  let broken = await brokenInvariants(target.redis, 0);
  if (broken.length > 0 && !(await isSettled(target, before)))
    broken = await brokenInvariants(target.redis, graceMs);
  for (const { rule, where, what } of broken) findings.add('invariant', where, `${rule}: ${what}`);
}

export function textOf({ categories, readModels, findings }: Report): string {
  const read = categories.map(
    ({ category, events, aggregates, groups }) =>
      `${category}: ${events} events of ${aggregates} aggregates, ${groups} groups`,
  );
  const rows = readModels.map(({ service, rows, database }) =>
    rows === undefined ? `${service}: no database ${database}` : `${service}: ${rows} rows`,
  );
  const found = [...Map.groupBy(findings, ({ kind }) => kind)].flatMap(([kind, list]) =>
    textOfKind(kind, list),
  );
  return [
    ...read,
    ...rows,
    ...found,
    findings.length === 0 ? 'nothing found' : `${findings.length} findings`,
  ].join('\n');
}

function textOfKind(kind: Kind, list: readonly Finding[]): string[] {
  const lines = list.slice(0, shownPerKind).map(({ where, what }) => `  ${where}: ${what}`);
  const more =
    list.length > shownPerKind ? [`  … and ${list.length - shownPerKind} more (--json has all)`] : [];
  return [`${kind} (${list.length})`, ...lines, ...more, `  → ${adviceFor(kind)}`];
}
