/** What `ps` shows to everybody on the machine. On Linux only. */
import { readdirSync, readFileSync } from 'node:fs';

/** The command line of a process and of all those below it. One that ends meanwhile is left out. */
export function commandLines(root: number): string[] {
  const parents = new Map<number, number>();
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    // The name of the program stands in brackets, and may have any character.
    const [, parent] = read(`/proc/${pid}/stat`)
      .replace(/^.*\) /s, '')
      .split(' ');
    parents.set(Number(pid), Number(parent));
  }
  const isBelow = (pid: number | undefined): boolean =>
    pid === root || (pid !== undefined && isBelow(parents.get(pid)));
  return [...parents.keys()]
    .filter(isBelow)
    .map((pid) => read(`/proc/${pid}/cmdline`).replaceAll('\0', ' ').trim())
    .filter(Boolean);
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
