// Processes by pid, safely: a pid is used again sooner or later, so a process is known by its pid *and* the time it
// started (the command line would not do: Redis rewrites its own). Only a process that is still the one that was
// noted is ever signalled.

import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

export type ProcessRef = { name: string; pid: number; identity: string };

/** When a running process started, in whatever form the system tells it; undefined = there is none. */
function identityOf(pid: number): string | undefined {
  try {
    if (process.platform === 'linux') return linuxIdentity(pid);
    if (process.platform === 'win32') return windowsIdentity(pid);
    const env = { ...process.env, LC_ALL: 'C', TZ: 'UTC' };
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], {
      encoding: 'utf8',
      stdio: 'pipe',
      env,
    }).trim();
  } catch {
    return undefined;
  }
}

/** From /proc, as slim images have no `ps`: the boot and the clock tick in it. */
function linuxIdentity(pid: number): string | undefined {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const state = fields[0] ?? '';
  if ('ZX'.includes(state)) return undefined; // dead, only not yet waited for
  return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()} ${fields[19]}`;
}

function windowsIdentity(pid: number): string {
  const query = `(Get-Process -Id ${pid} -ErrorAction Stop).StartTime.Ticks`;
  return execFileSync('powershell', ['-NoProfile', '-Command', query], {
    encoding: 'utf8',
    stdio: 'pipe',
  }).trim();
}

export const refOf = (name: string, pid: number): ProcessRef => ({
  name,
  pid,
  identity: identityOf(pid) ?? '',
});

export const isAlive = (ref: ProcessRef): boolean =>
  ref.identity !== '' && identityOf(ref.pid) === ref.identity;

/** Asks the processes to stop, waits, and kills what is left after `graceMs`. */
export async function terminate(refs: readonly ProcessRef[], graceMs: number): Promise<void> {
  let living = refs.filter(isAlive);
  for (const ref of living) signal(ref.pid, 'SIGTERM');
  const deadline = Date.now() + graceMs;
  while (living.length > 0 && Date.now() < deadline) {
    await sleep(50);
    living = living.filter(isAlive);
  }
  for (const ref of living) signal(ref.pid, 'SIGKILL');
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch {
    // Gone in between, which is what was wanted.
  }
}
