/**
 * Who a process is among the members of a group, and which others are known to be dead.
 *
 * A lease of a dead process runs out after its full time; but a process of the same machine can be asked for: where
 * its id is gone, it is dead for sure, and a restart after kill -9 goes on at once.
 */
import { randomBytes } from 'node:crypto';
import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';

/**
 * Process ids mean something within one PID namespace only: containers of one host have different ones. The outermost
 * namespace has the same number on every host, and hosts may share a name: the id of the boot tells them apart.
 */
function machine(): string {
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').slice(0, 8);
    return `${hostname()}:${boot}:${/\d+/.exec(readlinkSync('/proc/self/ns/pid'))?.[0]}`;
  } catch {
    return hostname(); // no Linux
  }
}

const here = machine();

/** `machine|process id|random`: unique per subscription. */
export const newMember = (): string => `${here}|${process.pid}|${randomBytes(4).toString('hex')}`;

/** True only where the member's process certainly does not exist any more. */
export function isGone(member: string): boolean {
  const [where, pid] = member.split('|');
  if (where !== here || Number(pid) === process.pid) return false;
  try {
    process.kill(Number(pid), 0);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH';
  }
}
