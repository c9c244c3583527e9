/** `pnpm qa <command>`: the replay and verification tools. */
import { run } from './program.ts';

// `pnpm qa tail | head` ends when head has enough.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

process.exitCode = await run(process.argv.slice(2));
