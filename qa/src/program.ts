/** All commands of `pnpm qa`, and how a command line becomes an exit code. */
import { ProblemError } from '@quickmart/client';
import { OutageError } from '@quickmart/streams';
import { NotInTime } from '@quickmart/streams/testing';
import { Command, CommanderError } from 'commander';
import { chaosCommand } from './chaos.ts';
import { deadCommand } from './dead/command.ts';
import { Failure } from './failure.ts';
import { healCommand } from './heal.ts';
import { injectCommand } from './inject/command.ts';
import { loadCommand } from './load/command.ts';
import { findCommand } from './look/find.ts';
import { groupsCommand } from './look/groups.ts';
import { lagCommand } from './look/lag.ts';
import { showCommand } from './look/show.ts';
import { tailCommand } from './look/tail.ts';
import { traceCommand } from './look/trace.ts';
import { eraseCommand } from './personal/erase.ts';
import { exportCommand } from './personal/export.ts';
import { rotateCommand } from './personal/rotate.ts';
import { quoteCommand } from './quote/command.ts';
import { rebuildCommand } from './rebuild.ts';
import { importCommand } from './record/import.ts';
import { recordCommand } from './record/record.ts';
import { replayCommand } from './replay/command.ts';
import { retailCommand } from './retail/command.ts';
import { rewindCommand } from './rewind.ts';
import { scenarioCommand } from './scenario/command.ts';
import { tokenCommand } from './token.ts';
import { verifyCommand } from './verify/command.ts';

const usageExitCode = 2;
const unreachableExitCode = 3;

/** By their purpose. */
const commands: Record<string, readonly (() => Command)[]> = {
  'Look (changes nothing):': [tailCommand, findCommand, showCommand, traceCommand, groupsCommand, lagCommand],
  'Check:': [verifyCommand, scenarioCommand],
  'Record and replay:': [recordCommand, importCommand, replayCommand, quoteCommand],
  'Mend:': [deadCommand, rebuildCommand, healCommand],
  'Personal data:': [exportCommand, eraseCommand, rotateCommand],
  'Break (a local system, to see what happens):': [injectCommand, rewindCommand],
  'Load:': [retailCommand, loadCommand, chaosCommand],
  'By hand:': [tokenCommand],
};
const exitCodes = '\nExit codes: 0 as it should be, 1 findings or failed, 2 bad usage, 3 not reachable';

/** Runs `pnpm qa <args>`; its exit code. What went wrong is said on stderr. */
export async function run(args: readonly string[]): Promise<number> {
  process.exitCode = 0;
  try {
    await program().parseAsync(args, { from: 'user' });
    return Number(process.exitCode);
  } catch (error) {
    return report(error);
  }
}

function program(): Command {
  const qa = new Command('qa')
    .description('replay and verification tools for QuickMart; docs/qa.md is a guide by task')
    .addHelpText('after', exitCodes);
  for (const [title, group] of Object.entries(commands)) {
    for (const command of group) qa.addCommand(command().helpGroup(title));
  }
  failAlike(qa);
  return qa;
}

/** In every command alike: a usage error is thrown, and followed by a hint. */
function failAlike(command: Command): void {
  command.exitOverride().showHelpAfterError('(--help shows the usage)');
  for (const one of command.commands) failAlike(one);
}

/** Commander has printed its own errors already. */
function report(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : usageExitCode;
  const isKnown = [Failure, OutageError, NotInTime, ProblemError].some((kind) => error instanceof kind);
  if (!isKnown) throw error;
  const { message, cause, exitCode = 1 } = error as Failure;
  process.stderr.write(`qa: ${message}\n`);
  if (error instanceof OutageError) return unreachableExitCode;
  if (cause !== undefined) console.error(cause);
  return exitCode;
}
