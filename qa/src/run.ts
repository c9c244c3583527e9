/** What `npm start` has written down about the system that runs on a data directory. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const runShape = z.object({
  redisUrl: z.string().optional(),
  services: z.record(z.string(), z.string()).default({}),
  databases: z.record(z.string(), z.string()).default({}),
  credentials: z.object({ clientId: z.string(), clientSecret: z.string() }).optional(),
});

export const dataDefault = '.data';

/** Undefined: it does not run. */
export function running(data: string): z.infer<typeof runShape> | undefined {
  try {
    return runShape.parse(JSON.parse(readFileSync(join(data, 'run.json'), 'utf8')));
  } catch {
    return undefined; // there is none, or it is being written
  }
}
