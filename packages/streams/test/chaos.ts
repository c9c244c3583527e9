/**
 * Everything at once, and nothing may be lost, doubled or out of order: worker processes, a Redis and the network between
 * them are killed, stopped, cut off and brought back, while events are appended, handled, projected and timed.
 *
 *   node packages/streams/test/chaos.ts [--seed 8841] [--minutes 1]
 *
 * Which disturbances there are, and when, comes from the seed; how the machine deals them out in time does not. So a seed
 * that has failed may have to be run more than once. DEBUG_LOG=1 shows what the workers warn of.
 */
import { parseArgs } from 'node:util';
import { chaos, type Outcome } from './chaos/run.ts';

const usage = 'usage: node packages/streams/test/chaos.ts [--seed <whole number>] [--minutes <number>]';
const examples = 5;

function fail(message: string): never {
  console.error(`${message}\n${usage}`);
  process.exit(2);
}

function parse(): { seed: number; minutes: number } {
  try {
    const options = { seed: { type: 'string' }, minutes: { type: 'string', default: '1' } } as const;
    const { values } = parseArgs({ options });
    const seed = Number(values.seed ?? Math.floor(Math.random() * 10_000));
    const minutes = Number(values.minutes);
    if (!Number.isInteger(seed) || !(minutes > 0)) return fail('not a whole number, or no time');
    return { seed, minutes };
  } catch (error) {
    return fail((error as Error).message);
  }
}

function report({ done, numbers, faults }: Outcome): number {
  console.table(Object.fromEntries([...done].sort()));
  console.table(numbers);
  const found = Object.entries(faults).filter(([, list]) => list.length > 0);
  for (const [kind, list] of found) {
    console.error(`${kind}: ${list.length}`);
    for (const fault of list.slice(0, examples)) console.error(`  ${fault}`);
  }
  return found.length;
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => process.exit(1)); // Redis ends with us
const { seed, minutes } = parse();
console.info(`chaos, seed=${seed}, ${minutes} min`);
try {
  const found = report(await chaos(seed, minutes * 60, (line) => console.info(line)));
  if (found > 0) throw new Error(`${found} kinds of faults`);
  console.info(`chaos survived, seed=${seed}`);
} catch (error) {
  console.error(error);
  console.error(`chaos failed, seed=${seed}`);
  console.error(`again: node packages/streams/test/chaos.ts --seed ${seed} --minutes ${minutes}`);
  process.exit(1);
}
