/** What is measured in a process of its own: `child.ts <task> <options as JSON>`. */
import { answerTask } from '../task.ts';
import { ours, rowByRow } from './build.ts';
import { lag } from './lag.ts';
import { million } from './million.ts';
import { preload } from './workload.ts';

const tasks = { preload, ours, rowByRow, lag, million };
export type Task = keyof typeof tasks;

if (import.meta.main) await answerTask(tasks);
