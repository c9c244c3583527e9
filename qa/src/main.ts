/** `pnpm qa <command>`: the replay and verification tools. Exit codes are in `failure.ts` and in each command's help. */
import { Command, CommanderError } from 'commander';
import { Failure } from './failure.ts';
import { retailCommand } from './retail/command.ts';

const USAGE_EXIT_CODE = 2;

const program = new Command('qa')
  .description('replay and verification tools for QuickMart')
  .showHelpAfterError('(--help shows the usage)')
  .addCommand(retailCommand());
for (const command of [program, ...program.commands]) command.exitOverride();

try {
  await program.parseAsync();
} catch (error) {
  process.exitCode = report(error);
}

/** Commander has said what was wrong already. */
function report(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : USAGE_EXIT_CODE;
  if (!(error instanceof Failure)) throw error;
  process.stderr.write(`qa: ${error.message}\n`);
  if (error.cause !== undefined) console.error(error.cause);
  return error.exitCode;
}
