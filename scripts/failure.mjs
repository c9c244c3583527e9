/** Something the reader of the terminal can act on: printed as it is, without a stack, and the exit code is 1. */
export class Failure extends Error {}

/** What the terminal says of anything that was thrown: a stack where nobody expected it. @param {unknown} error */
export const explained = (error) =>
  error instanceof Failure ? error.message : `Unexpected: ${error instanceof Error ? error.stack : error}`;

/** The message of anything that was thrown. @param {unknown} error */
export const messageOf = (error) => (error instanceof Error ? error.message : String(error));

/** `ENOENT`, `EADDRINUSE` …, where the error has one. @param {unknown} error @returns {string | undefined} */
export const codeOf = (error) =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
