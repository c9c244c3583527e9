/**
 * How an import answers: NDJSON, one result per line or record while it runs, and a summary as the last line. Lines are
 * handled in runs, so that the store can fold many of them into one append.
 */
import { stream } from 'hono/streaming';
import type { ServiceContext } from '../http/context.ts';

const runLines = 256;

export type ImportRun<Item, Result> = {
  items: AsyncIterable<Item>;
  /** What becomes of a run of items, in their order. Never throws. */
  handle: (run: readonly Item[]) => Promise<readonly Result[]>;
  /** The last line, when all others are answered. */
  summary: () => object;
};

export function importAnswer<Item, Result>(c: ServiceContext, run: ImportRun<Item, Result>): Response {
  c.header('Content-Type', 'application/x-ndjson');
  return stream(c, async (out) => {
    for await (const items of runsOf(run.items)) {
      const results = await run.handle(items);
      await out.write(results.map((result) => `${JSON.stringify(result)}\n`).join(''));
    }
    await out.write(`${JSON.stringify(run.summary())}\n`);
  });
}

async function* runsOf<Item>(items: AsyncIterable<Item>): AsyncIterable<Item[]> {
  let run: Item[] = [];
  for await (const item of items) {
    run.push(item);
    if (run.length < runLines) continue;
    yield run;
    run = [];
  }
  if (run.length > 0) yield run;
}

/** What a result says of a line that was not taken. */
export const refusedLine = (
  line: number,
  sku: string | undefined,
  code: string,
  detail: string | undefined,
) => ({
  line,
  status: 'refused' as const,
  code,
  ...(sku !== undefined && { sku }),
  ...(detail !== undefined && { detail }),
});
