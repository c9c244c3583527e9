// `npm start`: a running QuickMart, in the foreground. docs/running.md describes what it does. What is missing has been
// installed before (bootstrap.mjs).

import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { credentialsIn, entryOf } from './credentials.ts';
import { requireWritable, wipe } from './data-dir.ts';
import { explained, Failure, messageOf } from './failure.mjs';
import { startHelp } from './help.mjs';
import { discoverServices, requirePorts, type Service } from './services.ts';
import { System } from './system.ts';
import { bold, dim, fail, labelled, masked, say, step, table, warn } from './terminal.mjs';
import { untilStopped } from './until-stopped.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const dataDir = join(root, '.data');
/** Of the ports that services have by their definitions: no port may be above 65,535. */
const portOffsetMax = 60_000;

type Options = { fresh: boolean; split: boolean; help: boolean; portOffset: number };

function parse(args: string[]): Options {
  try {
    const { values } = parseArgs({
      args,
      options: {
        fresh: { type: 'boolean', default: false },
        split: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false, short: 'h' },
        'port-offset': { type: 'string', default: '0' },
      },
    });
    const portOffset = Number(values['port-offset']);
    if (Number.isInteger(portOffset) && portOffset >= 0 && portOffset <= portOffsetMax)
      return { ...values, portOffset };
    throw new Error(
      `--port-offset must be a whole number from 0 to ${portOffsetMax}, not ${values['port-offset']}`,
    );
  } catch (error) {
    throw new Failure(`${messageOf(error)}. See \`npm start -- --help\`.`);
  }
}

async function start(system: System, { fresh, split, portOffset }: Options, signal: AbortSignal) {
  const startedAt = Date.now();
  requireWritable(dataDir);
  await system.open();
  if (fresh) wipe(dataDir, ['run.json', 'home']);
  const services = discoverServices({ env: process.env, portOffset });
  await requirePorts(services);
  const redis = await system.startRedis();
  if (fresh && process.env.REDIS_URL)
    warn('--fresh emptied .data/ only: the events are in the Redis of REDIS_URL.');
  if (process.env.DATABASE_URL)
    warn('DATABASE_URL is not used: each service has its own, e.g. PRODUCT_DATABASE_URL.');
  step(`starting ${services.map(({ name }) => name).join(', ')}`);
  const credentials = credentialsIn(dataDir);
  await system.startServices(services, { redisUrl: redis.url, isSplit: split, credentials });
  if (signal.aborted) return;
  const { findings } = system;
  const entry = entryOf(services, credentials, process.env);
  say(summary(services, redis, entry, Date.now() - startedAt, findings.length > 0));
  for (const finding of findings) warn(finding);
}

const summary = (
  services: readonly Service[],
  redis: { url: string; from: string },
  entry: string,
  tookMs: number,
  waits: boolean,
) => `
${bold(waits ? 'QuickMart runs, but waits to be mended: see below' : 'QuickMart is ready')} ${dim(`after ${(tookMs / 1000).toFixed(1)} s`)}

${entry && `${entry}\n\n`}${table(
  ['service', 'URL', 'Swagger UI', 'OpenAPI', 'health'],
  services.map(({ name, url }) => [name, url, `${url}/swagger`, `${url}/openapi.json`, `${url}/readyz`]),
)}

${labelled([
  ['Redis', `${masked(redis.url)} ${dim(redis.from)}`],
  ['Logs', `.data/logs/<service>.log ${dim('as JSON lines; warnings and errors are shown here too')}`],
  ['Ctrl-C', 'stops everything; the data stays in .data/ (`npm start -- --fresh` begins anew)'],
])}
`;

try {
  const options = parse(process.argv.slice(2));
  if (options.help) say(startHelp);
  else {
    const system = new System({ root, dataDir, env: process.env, name: 'npm start' });
    await untilStopped(system, (signal) => start(system, options, signal));
  }
} catch (error) {
  fail(explained(error));
  process.exitCode = 1;
}
