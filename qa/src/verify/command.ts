/** `pnpm qa verify`: is everything as it must be? It reads everything, and changes nothing. */
import type { Command } from 'commander';
import { checkInvariants } from '../invariants/read.ts';
import { isCaughtUp, statuses } from '../look/groups.ts';
import { category, list } from '../options.ts';
import { openProgress, type Progress } from '../progress.ts';
import { categories, services } from '../services.ts';
import { print, type SystemOptions, systemCommand, type Target, withTarget } from '../target.ts';
import { adviceFor, type Finding, Findings, type Kind } from './finding.ts';
import { verifyGroups } from './groups.ts';
import { type LogSummary, verifyLog } from './log.ts';
import { type ReadModelSummary, verifyReadModels } from './read-models.ts';

type Options = SystemOptions & { category?: string[] };
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
  databases     the one of each service that runs here, or of <SERVICE>_DATABASE_URL, or .data/<service>.sqlite; it is
                there, can be read, and is as far as its group says
  checkpoints   each one names an event that stands at its place
  read models   every row is what two fresh replays of the log say it is
  invariants    orders, stock and payments agree: nothing oversold, nothing held for nobody, every order ends

What is missing or broken is a finding, and all the rest is checked. What could not be checked is a finding, too.

Exit codes: 0 everything was checked and nothing found, 1 findings, 3 Redis cannot be reached

Examples
  pnpm qa verify
  pnpm qa verify --category order      # only the log and the groups of this category
  pnpm qa verify --json`;

export const verifyCommand = (): Command =>
  systemCommand('verify', 'check the log, the groups and the read models against each other', help)
    .option('--category <name>', 'only this category; may be repeated', list(category))
    .action((options: Options) =>
      withTarget(options, async (target) => {
        const report = await verify(options.category, target);
        print(options, report, textOf(report));
        process.exitCode = report.ok ? 0 : 1;
      }),
    );

/** Of chosen categories it checks the log and the groups; without a choice also what spans categories. */
export async function verify(chosen: readonly string[] | undefined, target: Target): Promise<Report> {
  const findings = new Findings();
  const checks = { target, findings, progress: openProgress(process.stderr) };
  try {
    const logs = await verifyCategories(chosen ?? categories, checks);
    const readModels = chosen === undefined ? await verifyAllReadModels(checks) : [];
    if (chosen === undefined) {
      checks.progress.start('verifying the invariants', 0);
      await findings.part('invariants', target.redis, () => verifyInvariants(checks));
    }
    const found = findings.list.map((finding) => ({ ...finding, advice: adviceFor(finding.kind) }));
    return { ok: found.length === 0, categories: logs, readModels, findings: found };
  } finally {
    checks.progress.stop();
  }
}

type Checks = { target: Target; findings: Findings; progress: Progress };

async function verifyCategories(
  names: readonly string[],
  { target, findings, progress }: Checks,
): Promise<Report['categories']> {
  const summaries: Report['categories'] = [];
  for (const name of names) {
    progress.start(`verifying ${name}`, 0);
    const checkLog = () => verifyLog(target, name, findings, progress.tick);
    const checkGroups = () => verifyGroups(target, name, findings);
    const log = await findings.part(`the log of ${name}`, target.redis, checkLog);
    const groups = await findings.part(`the groups of ${name}`, target.redis, checkGroups);
    summaries.push({
      category: name,
      events: log?.events ?? 0,
      aggregates: log?.aggregates ?? 0,
      groups: groups ?? 0,
    });
  }
  return summaries;
}

async function verifyAllReadModels({ target, findings, progress }: Checks): Promise<ReadModelSummary[]> {
  const summaries: ReadModelSummary[] = [];
  for (const service of services) {
    progress.start(`verifying the read models of ${service.name}`, 0);
    summaries.push(await verifyReadModels(service, target, findings, progress.tick));
  }
  return summaries;
}

/** While the system works, not every service knows yet what has just happened. */
const graceMs = 60_000;

async function verifyInvariants({ target, findings }: Checks): Promise<void> {
  const before = await statuses(target);
  let checked = await checkInvariants(target.redis, 0);
  if (checked.broken.length > 0 && !(await isCaughtUp(target, before)))
    checked = await checkInvariants(target.redis, graceMs);
  for (const { rule, where, what } of checked.broken) findings.add('invariant', where, `${rule}: ${what}`);
  for (const { where, why } of checked.unchecked) findings.add('unchecked', `invariants of ${where}`, why);
}

export function textOf({ categories, readModels, findings }: Report): string {
  const read = categories.map(
    ({ category, events, aggregates, groups }) =>
      `${category}: ${events} events of ${aggregates} aggregates, ${groups} groups`,
  );
  const rows = readModels.map(({ service, rows, database }) =>
    rows === undefined
      ? `${service}: no rows were checked, of ${database}`
      : `${service}: ${rows} rows of ${database}`,
  );
  const found = [...Map.groupBy(findings, ({ kind }) => kind)].flatMap(([kind, list]) =>
    textOfKind(kind, list),
  );
  return [...read, ...rows, ...found, summaryOf(findings)].join('\n');
}

function summaryOf(findings: readonly Finding[]): string {
  if (findings.length === 0) return 'everything was checked, nothing found';
  const unchecked = findings.filter(({ kind }) => kind === 'unchecked' || kind === 'database').length;
  const said = unchecked === 0 ? '' : `, ${unchecked} of them parts that could not be checked`;
  return `${findings.length} findings${said}`;
}

function textOfKind(kind: Kind, list: readonly Finding[]): string[] {
  const lines = list.slice(0, shownPerKind).map(({ where, what }) => `  ${where}: ${what}`);
  const more =
    list.length > shownPerKind ? [`  … and ${list.length - shownPerKind} more (--json has all)`] : [];
  return [`${kind} (${list.length})`, ...lines, ...more, `  → ${adviceFor(kind)}`];
}
