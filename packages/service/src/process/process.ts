/** The edge to the operating system: signals, errors nobody caught, and what a start that fails says. */
import { OutageError } from '@quickmart/streams';
import type { Logger } from 'pino';
import { ConfigError } from './config.ts';
import { withoutPasswords } from './passwords.ts';
import { reasonOf } from './reason.ts';
import { StartError } from './start-error.ts';

/** Why a start failed: one line where an operator can mend it; a defect comes with its stack. */
export const startFailure = (name: string, error: unknown): string =>
  withoutPasswords(`${name}: ${describe(error)}\n`);

function describe(error: unknown): string {
  if (error instanceof ConfigError || error instanceof StartError) return error.message;
  if (!(error instanceof Error)) return `cannot start: ${error}`;
  // A full disk, a missing folder, a database that is away: the message says it, a stack adds nothing.
  const expected = error instanceof OutageError || 'errno' in error;
  return `cannot start: ${expected ? reasonOf(error) : error.stack}`;
}

/** The first signal shuts down and exits 0, a second one exits at once. An error nobody caught exits 1. */
export function handleSignals(shutDown: () => Promise<unknown>, logger: Logger): void {
  let stopping = false;
  const onSignal = (signal: string) => {
    if (stopping) process.exit(1);
    stopping = true;
    logger.info({ signal }, 'signal');
    shutDown().then(
      () => process.exit(0),
      (err: unknown) => {
        logger.error({ err }, 'the stop failed');
        process.exit(1);
      },
    );
  };
  // The state of the process is unknown now; the store and the consumers are built for being killed.
  const onDefect = (err: unknown) => {
    logger.fatal({ err }, 'an error nobody caught');
    process.exit(1);
  };
  process.on('SIGTERM', onSignal).on('SIGINT', onSignal);
  process.on('uncaughtException', onDefect).on('unhandledRejection', onDefect);
}
