/** One task in a process of its own: `child.ts <task> <options as JSON>`. Answers by IPC, or on stdout. */
import { append, appendTen, decide, decideHot, xadd, xaddPipeline } from './appending.ts';
import { consume, drain, preload, produce, type Sample } from './consuming.ts';
import { memoryOurs, memoryStreams } from './memory.ts';

export const tasks = {
  preload,
  drain,
  consume,
  produce,
  xadd,
  xaddPipeline,
  append,
  appendTen,
  decide,
  decideHot,
  memoryOurs,
  memoryStreams,
};
export type Task = keyof typeof tasks;

if (import.meta.main) {
  const [task, options] = process.argv.slice(2);
  const run = tasks[task as Task] as (options: unknown) => Promise<Sample>;
  const sample = await run(JSON.parse(options ?? '{}'));
  if (process.send) process.send({ sample }, () => process.exit(0));
  else console.log(sample);
}
