/** The system that a command looks at: where its events are, and its databases. */
import { join } from 'node:path';
import { env } from 'node:process';
import { fileURLToPath } from 'node:url';
import { registry } from '@quickmart/contracts/registry';
import { connectRedis, createLog, partitionsIn, StartError, variableOf } from '@quickmart/service';
import { EventStore } from '@quickmart/streams';
import { Command } from 'commander';
import { UnreachableFailure, UsageFailure } from './failure.ts';
import { dataDefault, running } from './run.ts';
import { services } from './services.ts';

export type TargetOptions = { redis?: string; data: string };
/** Of a command that works on a system: `yes` where it writes. */
export type SystemOptions = TargetOptions & { json: boolean };
export type WriteOptions = SystemOptions & { yes: boolean };
type Redis = Awaited<ReturnType<typeof connectRedis>>;
export type Target = { redis: Redis; store: EventStore; data: string };

const connectMs = 3_000;

export const targetOptions = (command: Command): Command =>
  command
    .option('--redis <url>', 'where the events are (default: $REDIS_URL, or the system that runs here)')
    .option('--data <dir>', 'the data directory of the system that runs here', dataDefault);

/** A command that works on a system, and says its outcome as text or as JSON. */
export const systemCommand = (name: string, description: string, help: string): Command =>
  targetOptions(new Command(name).description(description))
    .option('--json', 'the outcome as JSON on stdout', false)
    .addHelpText('after', help);

/** The same, where it writes. */
export const writeCommand = (name: string, description: string, help: string): Command =>
  systemCommand(name, description, help).option(
    '--yes',
    'do it; without this it only says what it would do',
    false,
  );

export const print = ({ json }: { json: boolean }, outcome: unknown, text: string): void =>
  void process.stdout.write(`${json ? JSON.stringify(outcome, null, 2) : text}\n`);

/** Opens the system, does the work, and closes it whatever happens. */
export async function withTarget<Result>(
  options: TargetOptions,
  work: (target: Target) => Promise<Result>,
): Promise<Result> {
  const redis = await connect(options.redis ?? env.REDIS_URL ?? runningRedis(options.data));
  try {
    return await work(targetOf(redis, options.data));
  } finally {
    redis.disconnect();
  }
}

export const targetOf = (redis: Redis, data: string): Target => ({
  redis,
  store: new EventStore({ redis, codec: registry, partitions: partitionsIn(env) }),
  data,
});

export const silentLog = createLog({ name: 'qa', level: 'silent' });

export async function connect(url: string): Promise<Redis> {
  try {
    return await connectRedis(url, { name: 'qa', logger: silentLog, startTimeoutMs: connectMs });
  } catch (error) {
    if (error instanceof StartError) throw new UnreachableFailure(error.message);
    throw new UsageFailure(`--redis: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** Of the service that runs here; without one, where it usually does. */
export const serviceUrl = (name: string): string =>
  running(dataDefault)?.services[name] ??
  `http://127.0.0.1:${services.find((one) => one.name === name)?.port}`;

function runningRedis(data: string): string {
  const redisUrl = running(data)?.redisUrl;
  if (redisUrl !== undefined) return redisUrl;
  throw new UsageFailure(
    `no system runs on ${data}: start it with \`npm start\`, or say where the events are with --redis <url>`,
  );
}

/** Of a database that is a file, its path. */
export function fileOf(url: string): string | undefined {
  if (url.startsWith('file://')) return fileURLToPath(url);
  return url.startsWith('file:') ? url.slice('file:'.length) : undefined;
}

/** The one that is named, else the one of the service that runs here, else the one that `npm start` would choose. */
export const databaseOf = (service: string, data: string): string =>
  env[variableOf(service, 'databaseUrl')] ||
  (running(data)?.databases[service] ?? `file:${join(data, `${service}.sqlite`)}`);
