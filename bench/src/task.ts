/** A task in a process of its own, with options as JSON; it answers with a message, or on stdout where it is run by hand. */
import type { ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { launch, talking } from '@quickmart/streams/testing';
import type { Sample } from './bars.ts';

type Tasks = Record<string, (options: never) => Promise<Sample>>;

/** For `<module> <task> <options>`: does what was asked, and says what it has measured. */
export async function answerTask(tasks: Tasks): Promise<void> {
  const [task = '', options = '{}'] = process.argv.slice(2);
  const sample = await tasks[task]!(JSON.parse(options) as never);
  if (process.send) process.send({ sample }, () => process.exit(0));
  else console.log(sample);
}

/** `module`: the one that answers. `withinMs`: then it is killed. */
export function runTask(
  module: URL,
  task: string,
  options: object,
  withinMs?: number,
): { child: ChildProcess; sample: Promise<Sample> } {
  const { promise, resolve, reject } = Promise.withResolvers<Sample>();
  const args = [fileURLToPath(module), task, JSON.stringify(options)];
  const child = launch(process.execPath, args, talking);
  const late = withinMs === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), withinMs);
  let sample: Sample | undefined;
  child.on('message', (message: { sample?: Sample }) => {
    sample = message.sample ?? sample;
  });
  child.once('exit', (code, signal) => {
    clearTimeout(late);
    if (code === 0 && sample) resolve(sample);
    else reject(new Error(`${task} ended with ${code ?? signal}`));
  });
  return { child, sample: promise };
}
