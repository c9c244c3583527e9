/** How a command ends badly: every failure has the exit code that scripts can rely on, and says what to do. */
import { NotInTime } from '@quickmart/streams/testing';

export class Failure extends Error {
  override readonly name: string = 'Failure';
  readonly exitCode: number = 1;
}

/** Bad arguments, or a file that cannot be read: nothing was sent to any service. */
export class UsageFailure extends Failure {
  override readonly name = 'UsageFailure';
  override readonly exitCode = 2;
}

/** Redis, a database or a service cannot be reached. */
export class UnreachableFailure extends Failure {
  override readonly name: string = 'UnreachableFailure';
  override readonly exitCode = 3;
}

/** A service did not answer for as long as we were told to wait. */
export class SilentServiceFailure extends UnreachableFailure {
  override readonly name = 'SilentServiceFailure';
  readonly service: string;

  constructor(service: string, base: string, waitedMs: number, cause: string) {
    const waited = `${Math.max(1, Math.round(waitedMs / 1000))} s`;
    super(
      `the ${service} service at ${base} did not answer within ${waited} (${cause}). ` +
        `Start it (\`npm start\` starts all of them), or say where it is with --${service} <url>.`,
    );
    this.service = service;
  }

  /** The same, saying how to go on with the run. */
  resumable(run: string): this {
    this.message += ` Then repeat the command with --run ${run}: it goes on where it stopped.`;
    return this;
  }
}

/** For what may not come in time: undefined then. Throws what else went wrong. */
export function ifLate(error: unknown): undefined {
  if (!(error instanceof NotInTime)) throw error;
  if (error.cause !== undefined) throw error.cause;
}
