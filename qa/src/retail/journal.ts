/**
 * What a run must remember to be resumed after this tool itself was killed: the stock before its first order. All the
 * rest is decided anew from the files, and repeated under the same keys.
 */
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { Failure, UsageFailure } from '../failure.ts';
import type { Stock } from './reconcile.ts';

const journalShape = z.object({
  /** The files' digests and every option that changes what is placed. */
  input: z.string(),
  stockBefore: z.record(z.string(), z.object({ onHand: z.int(), reserved: z.int(), available: z.int() })),
});

/** The stock before this run's first order, or undefined for a new run. Throws when it was a run of something else. */
export async function recallStock(
  dir: string,
  run: string,
  input: string,
): Promise<Map<string, Stock> | undefined> {
  const path = join(dir, `${run}.json`);
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw new UsageFailure(`${path} cannot be read: ${error.message}`);
  });
  if (text === undefined) return undefined;
  const journal = journalShape.parse(JSON.parse(text));
  if (journal.input !== input) {
    throw new UsageFailure(
      `run ${run} was of other files or options: repeat it with the same, or choose another --run`,
    );
  }
  return new Map(Object.entries(journal.stockBefore));
}

/** Written whole or not at all. */
export async function rememberStock(
  dir: string,
  run: string,
  input: string,
  stock: ReadonlyMap<string, Stock>,
): Promise<void> {
  const path = join(dir, `${run}.json`);
  try {
    await mkdir(dir, { recursive: true });
    await writeFile(`${path}.tmp`, JSON.stringify({ input, stockBefore: Object.fromEntries(stock) }));
    await rename(`${path}.tmp`, path);
  } catch (error) {
    throw new Failure(`${path} cannot be written: ${error instanceof Error ? error.message : String(error)}`);
  }
}
