/** What is measured in a process of its own: `child.ts <task> <options as JSON>`. */
import { answerTask } from '../task.ts';
import { append, appendTen, decide, decideHot, xadd, xaddPipeline } from './appending.ts';
import { consume, drain, preload, produce } from './consuming.ts';
import { memoryOurs, memoryStreams } from './memory.ts';
import { ordersInClear, ordersSealed } from './sealing.ts';

const consuming = { preload, drain, consume, produce };
const appending = { xadd, xaddPipeline, append, appendTen, decide, decideHot };
const tasks = { ...consuming, ...appending, memoryOurs, memoryStreams, ordersInClear, ordersSealed };
export type Task = keyof typeof tasks;

if (import.meta.main) await answerTask(tasks);
