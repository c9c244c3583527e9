/**
 * A thread that computes argon2id, and nothing else. To hash a password takes a core for as long as tens of requests: on Linux, where
 * a thread has a priority of its own, it has a low one. So it takes what the requests leave.
 */
import { argon2Sync } from 'node:crypto';
import { setPriority } from 'node:os';
import { parentPort } from 'node:worker_threads';
import { limits } from './limits.ts';

export type HashWork = {
  message: string;
  nonce: Uint8Array;
  parallelism: number;
  tagLength: number;
  memory: number;
  passes: number;
};

// Elsewhere it would be the priority of the whole process.
if (process.platform === 'linux') setPriority(limits.hashNice);
parentPort?.on('message', (work: HashWork) => parentPort?.postMessage(argon2Sync('argon2id', work)));
