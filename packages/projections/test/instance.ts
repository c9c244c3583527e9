/**
 * Another process on the same database, as this script: `open` opens and closes, `write` applies until it is killed,
 * `build` builds slowly, `use` builds other tables than anybody else and stays.
 */
import { fileURLToPath } from 'node:url';
import { consumerGroup, EventStore } from '@quickmart/streams';
import { connectTo, launch } from '@quickmart/streams/testing';
import { openReadModels, type Projection } from '../src/index.ts';
import { limits } from '../src/limits.ts';
import { mugList, mugsOf, shelfCount, shelved } from './mugs.ts';
import { open, silent } from './open.ts';

type Mode = 'open' | 'write' | 'build' | 'use';

export function runInstance(
  mode: Mode,
  url: string,
  env: Record<string, string> = {},
): { output: Promise<string>; kill: () => void } {
  const child = launch(process.execPath, [fileURLToPath(import.meta.url), mode], {
    env: { ...process.env, ...env, DATABASE_URL: url },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const output = new Promise<string>((resolve) => {
    let text = '';
    child.stdout?.on('data', (chunk) => (text += chunk));
    child.stderr?.on('data', (chunk) => (text += chunk));
    child.on('close', () => resolve(text));
  });
  return { output, kill: () => child.kill('SIGKILL') };
}

async function opened(url: string): Promise<void> {
  const db = await open(url, [mugList, shelfCount]);
  console.log('opened');
  await db.close();
}

async function written(url: string): Promise<void> {
  const db = await open(url, [shelfCount]);
  const checkpoint = await db.projector.checkpoint('mug', 0);
  for (let pos = (checkpoint?.pos ?? 0) + 1; ; pos += 3)
    await db.projector.apply(
      'mug',
      [0, 1, 2].map((next) => shelved(pos + next, 'busy')),
    );
}

/** As a service does. */
async function consumed(url: string, projections: Projection[]): Promise<void> {
  limits.rebuildBatch = 5;
  const store = new EventStore({
    redis: await connectTo({ kind: 'standalone', port: Number(process.env.REDIS_PORT) }),
    codec: { decode: (_, __, data) => data },
  });
  const db = await openReadModels({ url, projections, logger: silent, timing: { heartbeatMs: 500 } });
  consumerGroup('mugs', { store, logger: silent }).project('mug', db.projector).start();
}

const modes: Record<Mode, (url: string) => Promise<void>> = {
  open: opened,
  write: written,
  build: (url) => consumed(url, [mugsOf(1, 100), shelfCount]),
  use: (url) => consumed(url, [mugsOf(9)]),
};

if (import.meta.main) await modes[process.argv[2] as Mode](process.env.DATABASE_URL ?? '');
