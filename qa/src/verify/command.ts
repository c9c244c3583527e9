/** `pnpm qa verify`: is everything as it must be? Looks at all of it, changes nothing. */
import { Command } from 'commander';
import { category, list } from '../options.ts';
import { openProgress } from '../progress.ts';
import { categories } from '../services.ts';
import { type Target, type TargetOptions, targetOptions, withTarget } from '../target.ts';
import { adviceFor, type Finding, Findings, type Kind } from './finding.ts';
import { verifyGroups } from './groups.ts';
import { type LogSummary, verifyLog } from './log.ts';

type Options = TargetOptions & { category?: string[]; json: boolean };
export type Report = {
  ok: boolean;
  categories: (LogSummary & { category: string; groups: number })[];
  findings: (Finding & { advice: string })[];
};

const shownPerKind = 20;
const help = `
Checked
  the log       dense positions, versions without gaps, partitions, every event readable, the head
  the index     every aggregate's index and version equal the log; unique values have an owner
  the groups    nobody is past the log, what is pending is there, nobody is behind, no dead letters

Exit codes: 0 nothing found, 1 findings

Examples
  pnpm qa verify
  pnpm qa verify --category order
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
        const report = await verify(options.category ?? categories, target);
        process.stdout.write(`${options.json ? JSON.stringify(report, null, 2) : textOf(report)}\n`);
        process.exitCode = report.ok ? 0 : 1;
      }),
    );

export async function verify(chosen: readonly string[], target: Target): Promise<Report> {
  const progress = openProgress(process.stderr);
  const findings = new Findings();
  const rows: Report['categories'] = [];
  for (const name of chosen) {
    progress.start(`verifying ${name}`, 0);
    const summary = await verifyLog(target, name, findings, progress.tick);
    rows.push({ category: name, ...summary, groups: await verifyGroups(target, name, findings) });
  }
  progress.stop();
  const found = findings.list.map((finding) => ({ ...finding, advice: adviceFor(finding.kind) }));
  return { ok: found.length === 0, categories: rows, findings: found };
}

function textOf({ categories, findings }: Report): string {
  const read = categories.map(
    ({ category, events, aggregates, groups }) =>
      `${category}: ${events} events of ${aggregates} aggregates, ${groups} groups`,
  );
  const found = [...Map.groupBy(findings, ({ kind }) => kind)].flatMap(([kind, list]) =>
    textOfKind(kind, list),
  );
  return [...read, ...found, findings.length === 0 ? 'nothing found' : `${findings.length} findings`].join(
    '\n',
  );
}

function textOfKind(kind: Kind, list: readonly Finding[]): string[] {
  const lines = list.slice(0, shownPerKind).map(({ where, what }) => `  ${where}: ${what}`);
  const more =
    list.length > shownPerKind ? [`  … and ${list.length - shownPerKind} more (--json has all)`] : [];
  return [`${kind} (${list.length})`, ...lines, ...more, `  → ${adviceFor(kind)}`];
}
