/** Another process on the same database, as this script: `open` opens and closes, `write` applies until it is killed. */
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { open } from './harness.ts';
import { mugList, shelfCount, shelved } from './mugs.ts';

export function runInstance(
  mode: 'open' | 'write',
  url: string,
): { output: Promise<string>; kill: () => void } {
  const child = spawn(process.execPath, [fileURLToPath(import.meta.url), mode], {
    env: { ...process.env, DATABASE_URL: url },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const output = new Promise<string>((resolve) => {
    let text = '';
    child.stdout.on('data', (chunk) => (text += chunk));
    child.stderr.on('data', (chunk) => (text += chunk));
    child.on('close', () => resolve(text));
  });
  return { output, kill: () => child.kill('SIGKILL') };
}

async function main(): Promise<void> {
  const [mode] = process.argv.slice(2);
  const db = await open(
    process.env.DATABASE_URL ?? '',
    mode === 'open' ? [mugList, shelfCount] : [shelfCount],
  );
  if (mode === 'open') console.log('opened');
  const checkpoint = await db.projector.checkpoint('mug', 0);
  for (let pos = (checkpoint?.pos ?? 0) + 1; mode === 'write'; pos += 3)
    await db.projector.apply(
      'mug',
      [0, 1, 2].map((next) => shelved(pos + next, 'busy')),
    );
  await db.close();
}

if (import.meta.main) await main();
