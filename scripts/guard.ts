// Runs Node with a script when this process has ended, in whatever way.
//
// A shell waits for that, which takes next to no memory: it reads its stdin until that is closed, which the kernel does
// whatever way this process ends. Signals are for this process to handle. A shell that ends alone, or cannot be started
// (no memory, too many processes), is started again: until then the next start clears what is left.

import { type ChildProcess, spawn } from 'node:child_process';

const againMs = 1_000;
const wait = 'trap "" INT TERM HUP; while read -r _; do :; done; exec "$0" "$@"';

export class Guard {
  readonly #shell: string;
  readonly #args: readonly string[];
  #child: ChildProcess | undefined;
  #timer: NodeJS.Timeout | undefined;
  #isStopped = false;

  /** `args`: of Node. */
  constructor(args: readonly string[], shell = '/bin/sh') {
    this.#args = args;
    this.#shell = shell;
  }

  start(): void {
    const child = spawn(this.#shell, ['-c', wait, process.execPath, ...this.#args], {
      detached: true,
      windowsHide: true,
      stdio: ['pipe', 'ignore', 'ignore'],
    });
    this.#child = child;
    child.unref();
    child.stdin?.on('error', () => {});
    child.once('exit', () => this.#again());
    // What was never started does not exit.
    child.on('error', () => child.pid === undefined && this.#again());
  }

  #again(): void {
    if (this.#isStopped) return;
    this.#timer = setTimeout(() => this.start(), againMs).unref();
  }

  stop(): void {
    this.#isStopped = true;
    clearTimeout(this.#timer);
    this.#child?.kill('SIGKILL');
  }
}
