/** The threads of {@link ./hash-thread.ts}: begun when they are needed, and kept. Who asks says how many there are at most. */
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { HashWork } from './hash-thread.ts';

const program = new URL('./hash-thread.ts', import.meta.url);
const idle: Worker[] = [];

/** One that has nothing to do does not keep the process alive. */
export async function argon2id(work: HashWork): Promise<Buffer> {
  const thread = idle.pop() ?? new Worker(program, { name: 'passwords', execArgv: [], env: {} });
  thread.ref();
  try {
    thread.postMessage(work);
    const [digest] = (await once(thread, 'message')) as [Uint8Array];
    thread.unref();
    idle.push(thread);
    return Buffer.from(digest);
  } catch (error) {
    void thread.terminate();
    throw error;
  }
}
