// A throw-away checkout for the tests: the real scripts, stub services, a data directory of its own. Its node_modules
// only links to single packages of this repository, and is stamped as installed, so that no install ever runs in it.

import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import { hasEnded, launch } from '../../packages/streams/test/servers/launch.ts';
import { freePort } from '../../packages/streams/test/servers/port.ts';
import { until } from '../../packages/streams/test/servers/until.ts';
import { stampFileOf, stampOf } from '../install.mjs';
import { isAlive } from '../processes.ts';
import { type Run, readRun } from '../run-file.ts';
import { serveScript } from '../services.ts';

export const repository = fileURLToPath(new URL('../..', import.meta.url));

// Each service answers /readyz with the pid; STUB=dies exits at once, STUB=hangs ignores SIGTERM, STUB=waits has findings.
const stubServe = `
import { createServer } from 'node:http';
const names = process.argv.slice(2);
const log = (level, service, msg) => console.log(JSON.stringify({ level, service, time: Date.now(), msg }));
const all = (level, msg) => names.forEach((name) => log(level, name, msg));
if (process.env.STUB === 'dies') { all(60, 'INITIAL_STOCK must be a number'); process.exit(1); }
const findings = (name) => ({ checks: {
  log: { status: 'down', detail: 'the log is another one: \`pnpm qa heal --yes\`' },
  database: { status: 'down', detail: 'its tables are not of this log: \`pnpm qa rebuild ' + name + '\`' },
} });
const [ready, bodyOf] = process.env.STUB === 'waits' ? [503, (name) => JSON.stringify(findings(name))] : [200, () => String(process.pid)];
for (const name of names) {
  const of = (variable) => process.env[name.toUpperCase() + '_' + variable];
  createServer((request, response) => response.writeHead(request.url === '/readyz' ? ready : 404).end(bodyOf(name)))
    .listen(Number(of('PORT')), process.env.HOST, () => log(30, name, 'listening, ' + of('DATABASE_URL')));
}
process.on('SIGTERM', () => { if (process.env.STUB !== 'hangs') { all(30, 'stopped in order'); process.exit(0); } });
`;

export type Sandbox = {
  root: string;
  ports: { product: number; order: number };
  run(): Run;
  log(name: string): string;
};

/** Node 20 or whatever runs the tests is as good as the machine's: `links` are the packages that are needed besides. */
export async function sandbox(links: string[] = []): Promise<Sandbox> {
  const root = mkdtempSync(join(tmpdir(), 'quickmart-'));
  const ports = { product: await freePort(), order: await freePort() };
  mkdirSync(join(root, 'scripts'));
  const isScript = (name: string) => /\.(mjs|sh|ts)$/.test(name) && !name.endsWith('.test.ts');
  for (const file of readdirSync(join(repository, 'scripts')).filter(isScript)) {
    cpSync(join(repository, 'scripts', file), join(root, 'scripts', file));
  }
  mkdirSync(join(root, dirname(serveScript)), { recursive: true });
  writeFileSync(join(root, serveScript), stubServe);
  // What the scripts use of the packages.
  const used = ['redis/advice', 'run/discover', 'process/start-error', 'process/variables'].map(
    (name) => `packages/service/src/${name}.ts`,
  );
  used.push('packages/streams/test/servers/port.ts');
  for (const file of ['address', 'certificates']) used.push(`packages/streams/src/log/connect/${file}.ts`);
  for (const file of ['package.json', 'pnpm-lock.yaml', 'pnpm-workspace.yaml', ...used])
    cpSync(join(repository, file), join(root, file));
  for (const name of ['node', ...links]) {
    const link = join(root, 'node_modules', name);
    mkdirSync(dirname(link), { recursive: true });
    symlinkSync(join(repository, 'node_modules', name), link);
  }
  for (const [name, port] of Object.entries(ports)) writeStub(root, name, port);
  writeFileSync(stampFileOf(root), stampOf(root));
  onTestFinished(() => tidy(root));
  return {
    root,
    ports,
    run: () => readRun(join(root, '.data', 'run.json')) ?? fail('nothing runs in the sandbox'),
    log: (name) => readFileSync(join(root, '.data', 'logs', `${name}.log`), 'utf8'),
  };
}

function writeStub(root: string, name: string, port: number) {
  const folder = join(root, 'apps', name);
  mkdirSync(join(folder, 'src'), { recursive: true });
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name, type: 'module' }));
  writeFileSync(
    join(folder, 'src', 'service.ts'),
    `export default {\n  name: '${name}',\n  port: ${port},\n};\n`,
  );
}

/** Whatever a failed test left running. */
async function tidy(root: string) {
  const run = readRun(join(root, '.data', 'run.json'));
  for (const ref of run ? [run.owner, ...run.children] : [])
    if (isAlive(ref)) process.kill(ref.pid, 'SIGKILL');
  for (let attempt = 1; attempt <= 20 && existsSync(root); attempt++) {
    rmSync(root, { recursive: true, force: true, maxRetries: 5 });
    await sleep(50);
  }
}

export type Running = {
  child: ChildProcess;
  pid: number;
  output(): string;
  /** Resolves when it has printed this. */
  prints(pattern: RegExp, withinMs?: number): Promise<void>;
  ended: Promise<number | null>;
};

/** `npm start` without npm: what is signalled is the script itself. */
export const start = (box: Sandbox, args: string[] = [], env: NodeJS.ProcessEnv = {}): Running =>
  execute(process.execPath, ['scripts/start.ts', ...args], box.root, env);

/** The error lines of a start that must fail. */
export async function failureOf(box: Sandbox, args: string[] = [], env: NodeJS.ProcessEnv = {}) {
  const running = start(box, args, env);
  const code = await running.ended;
  if (code !== 1) fail(`exit code ${code}: ${running.output()}`);
  if (existsSync(join(box.root, '.data', 'run.json'))) fail('the data directory is not given back');
  return running.output();
}

export function execute(file: string, args: string[], cwd: string, env: NodeJS.ProcessEnv = {}): Running {
  const child = launch(file, args, {
    cwd,
    env: { ...process.env, REDIS_URL: '', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout!, child.stderr!])
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
  const ended = once(child, 'close').then(([code]) => code as number | null);
  const prints = async (pattern: RegExp, withinMs = 30_000) => {
    const isPrinted = () => pattern.test(output);
    await until(() => isPrinted() || hasEnded(child), withinMs).catch(() => {});
    if (!isPrinted()) fail(`${pattern} was not printed:\n${output}`);
  };
  return { child, pid: child.pid ?? fail('not started'), output: () => output, prints, ended };
}

/** The processes that `start` runs, by its own account. */
export const allGone = (run: Run) => [run.owner, ...run.children].every((ref) => !isAlive(ref));

/** One command of Redis, inline; the first line of the answer, or of the bulk string in it. */
export async function redis(url: string, command: string): Promise<string> {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname).setEncoding('utf8');
  socket.write(`${command}\r\n`);
  const [answer] = (await once(socket, 'data')) as [string];
  socket.destroy();
  return answer.split('\r\n').find((line) => !line.startsWith('$')) ?? '';
}

function fail(message: string): never {
  throw new Error(message);
}
