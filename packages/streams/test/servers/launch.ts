/** Processes that tests and tools start. Each ends with the process that started it, in whatever way that one ends. */
import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';

// Even kill -9 closes its standard input. A process that has ended is not signalled: another one may have its pid by now.
const script = `
while read -r sign pid; do
  case $sign in
    +) left="$left $pid " ;;
    -) left=$(printf '%s' "$left" | sed "s/ $pid / /") ;;
  esac
done
kill -9 $left`;

let guardian: ChildProcess | undefined;

/** Away from the terminal, whose Ctrl-C is not for it. Nobody waits for it. */
function guard(): ChildProcess {
  const shell = spawn('sh', ['-c', script], { stdio: ['pipe', 'ignore', 'ignore'], detached: true });
  shell.stdin.on('error', () => {});
  shell.on('error', () => {}); // no shell, no guardian: tests run all the same
  // A pipe is a socket to Node, which has an `unref` that the type does not tell of.
  (shell.stdin as unknown as { unref(): void }).unref();
  shell.unref();
  return shell;
}

/** With a channel for messages, as by `fork`. */
export const talking: SpawnOptions = { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] };

export function launch(file: string, args: readonly string[], options: SpawnOptions): ChildProcess {
  guardian ??= guard();
  const tell = (sign: '+' | '-') => guardian?.stdin?.write(`${sign} ${child.pid}\n`);
  const child = spawn(file, args, options);
  if (child.pid === undefined) return child;
  tell('+');
  child.once('exit', () => tell('-'));
  return child;
}

/** SIGKILL, or what is asked for; its exit code. Nothing where it has ended before. */
export async function end(child: ChildProcess, signal: NodeJS.Signals = 'SIGKILL'): Promise<number | null> {
  if (!hasEnded(child)) {
    const { promise, resolve } = Promise.withResolvers<void>();
    child.once('exit', () => resolve());
    child.kill(signal);
    await promise;
  }
  return child.exitCode;
}

/** SIGSTOP, and on again after a while: as a machine that swaps, or a network that is gone. */
export async function pause(child: ChildProcess, forMs: number): Promise<void> {
  child.kill('SIGSTOP');
  await sleep(forMs);
  child.kill('SIGCONT');
}

export const hasEnded = ({ exitCode, signalCode }: ChildProcess): boolean =>
  exitCode !== null || signalCode !== null;
