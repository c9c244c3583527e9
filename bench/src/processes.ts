/** Fresh processes on a private Redis, for one measurement. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Process } from '@quickmart/qa/process';
import { variableOf } from '@quickmart/service';
import { type Signer, startIssuer } from '@quickmart/service/testing/issuer';
import { freePort, type Kind, startDeployment } from '@quickmart/streams/testing';
import type { Headers } from './http.ts';

/** `floor`, or a service. */
type Program = string;
/** A process per service; all in one; all twice, once for requests and once for the work behind; or that so many times. */
export const forms = ['split', 'shared', 'roles', 'roles-2', 'roles-4', 'roles-8'] as const;
export type Form = (typeof forms)[number];
export const workersOf = (form: Form): number => Number(form.split('-')[1] ?? 1);

export type Running<Name extends Program = Program> = {
  url: Record<Name, string>;
  /** Of every process of each. */
  urls: Record<Name, readonly string[]>;
  redisUrl: string;
  /** Of every request: it is JSON, and of a machine client that may do everything. */
  headers: Headers;
  peakMiB(): Record<string, number>;
  /** CPU time of each process but Redis since it began, in ms: what to compare where the machine has other work. */
  cpuMs(): Record<string, number>;
  /** Where the databases are. */
  data: string;
  stop(): Promise<void>;
};

type Env = Record<string, string>;
type Part = { name: string; args: readonly string[]; env: Env; urls: readonly string[] };
type Ports = ReadonlyMap<string, readonly number[]>;

/** `env`: what all programs are told besides. `kind`: of Redis. `instances`: processes of a program where each has its own (1). */
export type More = { env?: Env; kind?: Kind; instances?: Record<Program, number> };

/** Starts a Redis (AOF every second, as in production) and the programs; resolves when all are ready. `more`: what they are told besides. */
export async function start<Name extends Program>(
  programs: readonly Name[],
  form: Form = 'split',
  { env: more = {}, kind = 'standalone', instances = {} }: More = {},
): Promise<Running<Name>> {
  const redis = await startDeployment({ kind, fsync: 'everysec' });
  const issuer = await startIssuer();
  const folder = mkdtempSync(join(tmpdir(), 'quickmart-bench-'));
  const ports = new Map<string, number[]>();
  for (const name of programs) ports.set(name, await freePorts(instances[name] ?? 1));
  const urlsOf = (name: string) => ports.get(name)!.map((port) => `http://127.0.0.1:${port}`);
  const urlOf = (name: string) => urlsOf(name)[0]!;
  const keys = `file:${join(folder, 'keys.sqlite')}`;
  const parts = partsOf(programs, form, ports, folder);
  const processes = parts.map(({ name, args, env, urls }) => {
    const given = {
      ...(process.env as Env),
      ...Object.fromEntries(programs.map((one) => [variableOf(one, 'url'), urlOf(one)])),
      REDIS_URL: redis.url,
      KEYS_URL: keys,
      LOG_LEVEL: 'warn',
      ...issuer.env,
      ...more,
      ...env,
    };
    const logFile = join(folder, `${name}.log`);
    return new Process({ name, args, urls, env: given, logFile });
  });
  const stop = async () => {
    await Promise.all(processes.map((one) => one.kill()));
    await redis.stop();
    await issuer.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  await Promise.all(processes.map((one) => one.start())).catch(async (error: unknown) => {
    await stop();
    throw error;
  });
  return {
    url: Object.fromEntries(programs.map((name) => [name, urlOf(name)])) as Record<Name, string>,
    urls: Object.fromEntries(programs.map((name) => [name, urlsOf(name)])) as Record<Name, string[]>,
    redisUrl: redis.url,
    headers: await headersOf(issuer),
    peakMiB: () => Object.fromEntries(processes.map(({ name, pid }) => [name, peakMiB(pid)])),
    cpuMs: () => Object.fromEntries(processes.map(({ name, pid }) => [name, cpuMs(pid)])),
    data: folder,
    stop,
  };
}

/** One token for all of a measurement. */
async function headersOf(issuer: Signer): Promise<Headers> {
  const claims = { exp: Math.floor(Date.now() / 1000) + 86_400 };
  const token = await issuer.as({ kind: 'client', sub: 'bench', scope: '*', claims });
  return { 'content-type': 'application/json', ...token };
}

function settingsOf(name: string, port: number, folder: string): Env {
  if (name === 'floor') return { PORT: `${port}` };
  return {
    [variableOf(name, 'port')]: `${port}`,
    [variableOf(name, 'databaseUrl')]: `file:${join(folder, `${name}.sqlite`)}`,
  };
}

async function freePorts(count: number): Promise<number[]> {
  const ports: number[] = [];
  while (ports.length < count) ports.push(await freePort());
  return ports;
}

function partsOf(programs: readonly string[], form: Form, ports: Ports, folder: string): Part[] {
  const serve = 'packages/service/src/serve.ts';
  const argsOf = (name: string) => (name === 'floor' ? ['bench/src/floor.ts'] : [serve, name]);
  const urlOf = (port: number) => `http://127.0.0.1:${port}`;
  if (form === 'split')
    return programs.flatMap((name) =>
      ports.get(name)!.map((port, n) => ({
        name: n === 0 ? name : `${name}-${n + 1}`,
        args: argsOf(name),
        env: settingsOf(name, port, folder),
        urls: [urlOf(port)],
      })),
    );
  const first = programs.map((name) => [name, ports.get(name)![0]!] as const);
  const env = Object.assign({}, ...first.map(([name, port]) => settingsOf(name, port, folder))) as Env;
  const whole = {
    name: 'services',
    args: [serve, ...programs],
    env,
    urls: first.map(([, port]) => urlOf(port)),
  };
  if (form === 'shared') return [whole];
  // Nobody asks the workers anything.
  const anywhere = Object.fromEntries(programs.map((name) => [variableOf(name, 'port'), '0']));
  const worker = { ...whole, env: { ...env, ...anywhere, ROLE: 'worker' }, urls: [] };
  const workers = Array.from({ length: workersOf(form) }, (_, n) => ({
    ...worker,
    name: `workers-${n + 1}`,
  }));
  return [{ ...whole, name: 'requests', env: { ...env, ROLE: 'api' } }, ...workers];
}

/** Linux counts it in hundredths of a second. */
function cpuMs(pid: number | undefined): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ');
  return (Number(fields[11]) + Number(fields[12])) * 10;
}

/** The most memory the process ever had resident (Linux). */
function peakMiB(pid: number | undefined): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Math.round(Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024);
}
