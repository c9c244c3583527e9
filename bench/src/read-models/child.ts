/** One task in a process of its own: `child.ts <task> <options as JSON>`. Answers by IPC, or on stdout. */
import { ours, rowByRow } from './build.ts';
import { lag } from './lag.ts';
import { million } from './million.ts';
import { preload } from './workload.ts';

export const tasks = { preload, ours, rowByRow, lag, million };
export type Task = keyof typeof tasks;

if (import.meta.main) {
  const [task, options] = process.argv.slice(2);
  const sample = await tasks[task as Task](JSON.parse(options ?? '{}'));
  if (process.send) process.send({ sample }, () => process.exit(0));
  else console.log(sample);
}
