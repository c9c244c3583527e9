// `npm run dev`: the system of `npm start` in watch mode, on the same data and ports. Saving a file starts the process anew
// that imports it. Logs are lines to read, and a debugger can attach.

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { type Credentials, credentialsIn, entryOf } from './credentials.ts';
import { requireWritable } from './data-dir.ts';
import { explained, Failure, messageOf } from './failure.mjs';
import { devHelp } from './help.mjs';
import { pinnedNode } from './install.mjs';
import { pretty } from './log-line.ts';
import { discoverServices, listenProblem, requirePorts, type Service, serveScript } from './services.ts';
import { System } from './system.ts';
import { fail, masked, say, step, table, warn } from './terminal.mjs';
import { untilStopped } from './until-stopped.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const dataDir = join(root, '.data');
const firstInspectorPort = 9229;
const host = '127.0.0.1';

type Watched = { services: readonly Service[]; inspector: number };

function parse(args: string[]): { names: string[]; isHelp: boolean } {
  try {
    const options = { help: { type: 'boolean', default: false, short: 'h' } } as const;
    const { values, positionals } = parseArgs({ args, allowPositionals: true, options });
    return { names: positionals, isHelp: values.help };
  } catch (error) {
    throw new Failure(`${messageOf(error)}. See \`npm run dev -- --help\`.`);
  }
}

/** With the ports of their debuggers. */
async function processesOf(names: readonly string[]): Promise<Watched[]> {
  const all = discoverServices({ env: process.env, portOffset: 0 });
  const unknown = names.find((name) => !all.some((service) => service.name === name));
  if (unknown !== undefined)
    throw new Failure(`There is no service ${unknown}: there are ${all.map(({ name }) => name).join(', ')}.`);
  const chosen = all.filter(({ name }) => names.length === 0 || names.includes(name));
  await requirePorts(chosen);
  const groups = names.length === 0 ? [chosen] : chosen.map((service) => [service]);
  let inspector = firstInspectorPort - 1;
  const watched: Watched[] = [];
  for (const services of groups) {
    do inspector++;
    while ((await listenProblem(host, inspector)) !== undefined);
    watched.push({ services, inspector });
  }
  return watched;
}

/** Node restarts the process whenever a file that it imports is saved, also one that had ended with an error. */
function watch({ services, inspector }: Watched, env: NodeJS.ProcessEnv): ChildProcess {
  const names = services.map(({ name }) => name);
  const flags = ['--watch', '--watch-preserve-output', `--inspect=${host}:${inspector}`];
  const child = spawn(pinnedNode(root), [...flags, serveScript, ...names], {
    cwd: root,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  for (const stream of [child.stdout, child.stderr])
    createInterface({ input: stream }).on('line', (line) => say(pretty(line)));
  return child;
}

/** A system whose services are watched, instead of supervised. */
class Watching {
  readonly #system = new System({ root, dataDir, env: process.env, name: 'npm run dev' });
  readonly #children: ChildProcess[] = [];

  async start(names: readonly string[], signal: AbortSignal): Promise<void> {
    const processes = await processesOf(names);
    requireWritable(dataDir);
    await this.#system.open();
    const { url, from } = await this.#system.startRedis();
    step(`Redis is at ${masked(url)} (${from})`);
    const rows = processes.flatMap(({ services, inspector }) =>
      services.map((service) => [service.name, `${service.url}/swagger`, `${host}:${inspector}`]),
    );
    say(table(['service', 'Swagger UI', 'debugger'], rows));
    const all = processes.flatMap(({ services }) => services);
    const credentials = credentialsIn(dataDir);
    this.#tell(all, credentials);
    if (signal.aborted) return;
    for (const one of processes) {
      const child = watch(one, this.#system.environmentOf(one.services, all, { redisUrl: url, credentials }));
      this.#children.push(child);
      // Should this script be killed, its guardian stops them.
      if (child.pid) this.#system.runFile.add('services', child.pid);
    }
  }

  #tell(all: readonly Service[], credentials: Credentials): void {
    this.#system.publish(all, credentials);
    const entry = entryOf(all, credentials, process.env);
    if (entry) say(`\n${entry}\n`);
    if (!all.some(({ name }) => name === 'identity') && process.env.AUTH?.trim() !== 'off')
      warn('identity is not among these: nobody gets a token of it. Name it, too, or set AUTH=off.');
  }

  async stop(): Promise<void> {
    await Promise.all(this.#children.map((child) => ended(child)));
    await this.#system.stop();
  }

  hurry(): void {
    for (const child of this.#children) child.kill('SIGKILL');
  }
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = once(child, 'exit');
  child.kill('SIGTERM');
  await exit;
}

try {
  const { names, isHelp } = parse(process.argv.slice(2));
  if (isHelp) say(devHelp);
  else {
    const system = new Watching();
    await untilStopped(system, (signal) => system.start(names, signal));
  }
} catch (error) {
  fail(explained(error));
  process.exitCode = 1;
}
