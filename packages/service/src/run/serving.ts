/**
 * Several services in one process. Each keeps what it has alone: its port, its database, its consumer groups, its logger.
 * They stop together: a signal drains all of them side by side. Where one cannot start, none is left running: exit 1, and
 * one line for each that could not.
 */
import { env } from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';
import { createLog } from '../process/log.ts';
import { handleSignals, startFailure } from '../process/process.ts';
import { startTracing } from '../telemetry/tracing.ts';
import type { AnyDefinition, Fetch } from './definition.ts';
import { openKeys } from './keys.ts';
import { warnWithoutRights } from './rights.ts';
import { type Started, settingsOf, start } from './start.ts';

type Starting = { starting: Promise<Started>; isFront: boolean };
type Planned = { definition: AnyDefinition; settings: ReturnType<typeof settingsOf> };

/** Runs these services until a signal. */
export async function serve(definitions: readonly AnyDefinition[]): Promise<void> {
  const isShared = definitions.length > 1;
  const plan = (definition: AnyDefinition) => ({
    definition,
    settings: settingsOf(definition, env, isShared),
  });
  const planned = await allOf(definitions, plan, async () => {});
  const name = processNameOf(planned);
  const { release } = planned[0]!.settings;
  const logger = createLog({ name, level: planned[0]!.settings.logLevel, release });
  warnWithoutRights(planned[0]!.settings, logger);
  const tracing = await startTracing({ env, name, release, isShared, logger });
  // A front alone seals nothing, and needs no keys.
  const sealed = planned.filter(({ definition: { front } }) => front === undefined).slice(0, 1);
  const [sealing] = await allOf(
    sealed,
    ({ settings }) => openKeys(settings, logger),
    async () => {},
  );
  const stopping = new AbortController();
  const { signal } = stopping;
  const all: Starting[] = [];
  const neighbours = new Map<string, Fetch>();
  const stopOf = async (some: readonly Starting[]) => void (await Promise.all(some.map(stopStarted)));
  // What stands before the others still needs them for its last answers.
  const stopAll = async () => {
    stopping.abort();
    await stopOf(all.filter(({ isFront }) => isFront));
    await stopOf(all.filter(({ isFront }) => !isFront));
    await sealing?.close();
    await tracing.stop();
  };
  handleSignals(stopAll, logger);
  const run = ({ definition, settings }: Planned) => {
    const processName = definition === definitions[0] ? name : undefined;
    const starting = start(definition, settings, { neighbours, sealing, signal, processName });
    all.push({ starting, isFront: definition.front !== undefined });
    // What a signal ends is no failure: whoever handles the signal ends the process.
    return starting.catch((error: unknown) => {
      if (!signal.aborted) throw error;
    });
  };
  await allOf(planned, run, stopAll);
}

/** Told to stop, a start never gets as far as to listen. So one that hangs, as where a database is locked, is not waited for. */
const startGraceMs = 5_000;

/** One that listens is stopped, also where it has begun just now. */
async function stopStarted({ starting }: Starting): Promise<void> {
  const late = sleep(startGraceMs, undefined, { ref: false });
  const started = await Promise.race([starting.catch(() => undefined), late]);
  await started?.stop();
}

/** One process, one logger of what happens to all of it. */
const processNameOf = (planned: readonly Planned[]): string =>
  planned.length > 1 ? 'quickmart' : planned[0]!.definition.name;

/** Says every failure, not only the first one; then nothing is left running. */
async function allOf<Item extends AnyDefinition | Planned, Result>(
  items: readonly Item[],
  work: (item: Item) => Result | Promise<Result>,
  stop: () => Promise<void>,
): Promise<Result[]> {
  const results = await Promise.allSettled(items.map(async (item) => await work(item)));
  const failures = results.flatMap((result, n) =>
    result.status === 'rejected' ? [startFailure(nameOf(items[n]!), result.reason)] : [],
  );
  if (failures.length > 0) {
    process.stderr.write(failures.join(''));
    await stop();
    process.exit(1);
  }
  return results.map((result) => (result as PromiseFulfilledResult<Result>).value);
}

const nameOf = (item: AnyDefinition | Planned): string =>
  'definition' in item ? item.definition.name : item.name;
