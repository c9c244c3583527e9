// The services as the scripts see them: found in apps/, with their ports, and asked whether they are ready.

import { createServer } from 'node:net';
import { StartError } from '../packages/service/src/process/start-error.ts';
import { variableOf } from '../packages/service/src/process/variables.ts';
import { portOf, serviceNames } from '../packages/service/src/run/discover.ts';
import { codeOf, Failure } from './failure.mjs';

const probeMs = 3_000;
/** The pages of examples/storefront, which may use the gateway of a system that is started by hand. */
const storefront = 'http://localhost:4000';

/** What runs services, by their names. */
export const serveScript = 'packages/service/src/serve.ts';

export type Service = { name: string; port: number; host: string; url: string };

export function discoverServices({
  env,
  portOffset,
}: {
  env: NodeJS.ProcessEnv;
  portOffset: number;
}): Service[] {
  const host = env.HOST || '127.0.0.1';
  const shown = ['0.0.0.0', '::'].includes(host) ? '127.0.0.1' : host.includes(':') ? `[${host}]` : host;
  const services = namesAndPorts().map(({ name, port: usual }) => {
    const port = usual + portOffset;
    return { name, port, host, url: `http://${shown}:${port}` };
  });
  if (services.length === 0) throw new Failure('No service was found in apps/: is the checkout complete?');
  return services.sort((one, other) => one.port - other.port);
}

/** As the definitions say; throws a Failure where they cannot be used. */
function namesAndPorts(): { name: string; port: number }[] {
  try {
    const all = serviceNames().map((name) => ({ name, port: portOf(name) }));
    for (const [index, { name, port }] of all.entries()) {
      const other = all.slice(0, index).find((one) => one.port === port);
      if (other)
        throw new Failure(`${other.name} and ${name} both have port ${port}: give one of them another.`);
    }
    return all;
  } catch (error) {
    throw error instanceof StartError ? new Failure(`${error.message}.`) : error;
  }
}

/** Its own, or one SQLite file per service. */
export const databaseUrlOf = (service: string, env: NodeJS.ProcessEnv, dataFolder: string): string =>
  env[variableOf(service, 'databaseUrl')] || `file:${dataFolder}/${service}.sqlite`;

/** What the process of these services is told, beside what we are told ourselves. */
export function environmentOf(
  services: readonly Service[],
  all: readonly Service[],
  env: NodeJS.ProcessEnv,
  dataFolder: string,
) {
  // For the gateway, and for whoever else asks a service in another process.
  const urls = all.map(({ name, url }) => ({
    [variableOf(name, 'url')]: env[variableOf(name, 'url')] || url,
  }));
  const own = services.map(({ name, port, host }) => ({
    HOST: host,
    [variableOf(name, 'port')]: String(port),
    [variableOf(name, 'databaseUrl')]: databaseUrlOf(name, env, dataFolder),
  }));
  const { PORT: _, DATABASE_URL: __, DATABASE_ADMIN_URL: ___, ...ours } = env;
  const shared = {
    KEYS_URL: env.KEYS_URL || `file:${dataFolder}/keys.sqlite`,
    CORS_ORIGINS: env.CORS_ORIGINS ?? storefront,
    ...issuerOf(all, env),
  };
  return Object.assign(ours, shared, ...urls, ...own) as NodeJS.ProcessEnv;
}

/** Tokens are asked for where everything else is: at the gateway. Their keys come from who makes them. */
function issuerOf(all: readonly Service[], env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const urlOf = (name: string) => all.find((one) => one.name === name)?.url;
  const [gateway, identity] = [urlOf('gateway'), urlOf('identity')];
  if (gateway === undefined || identity === undefined) return {};
  return { ISSUER: env.ISSUER || gateway, JWKS_URL: env.JWKS_URL || `${identity}/.well-known/jwks.json` };
}

/** Throws a Failure that names every port that is taken. */
export async function requirePorts(services: readonly Service[]): Promise<void> {
  const problems = await Promise.all(services.map(({ host, port }) => listenProblem(host, port)));
  const taken = services.filter((_, index) => problems[index] === 'EADDRINUSE');
  if (taken.length > 0) {
    const ports = taken.map(({ name, port }) => `${port} (${name})`).join(', ');
    throw new Failure(
      `Port${taken.length > 1 ? 's' : ''} in use: ${ports}. Stop what listens there, ` +
        'or run on other ports with `npm start -- --port-offset 100`.',
    );
  }
  const other = problems.findIndex((problem) => problem !== undefined);
  const service = services[other];
  if (service)
    throw new Failure(
      `${service.name} cannot listen on ${service.host}:${service.port} (${problems[other]}).`,
    );
}

/** Why nobody can listen there; undefined = it is free. */
export const listenProblem = (host: string, port: number): Promise<string | undefined> =>
  new Promise((resolve) => {
    const server = createServer();
    server.once('error', (error) => resolve(codeOf(error) ?? error.message));
    server.listen({ host, port, exclusive: true }, () => server.close(() => resolve(undefined)));
  });

/** Undefined: ready. A text: why not. Findings wait for a person, each names the command that mends it. */
export type Readiness = undefined | string | { findings: readonly string[] };

/** Of all of them: the first that is not, and why; or what any of them has found. */
export async function readiness(services: readonly Service[]): Promise<Readiness> {
  const answers = await Promise.all(services.map(readinessOf));
  const why = answers.find((answer) => typeof answer === 'string');
  if (why !== undefined) return why;
  const findings = answers.flatMap((answer) => (typeof answer === 'object' ? answer.findings : []));
  return findings.length > 0 ? { findings } : undefined;
}

async function readinessOf({ name, url }: Service): Promise<Readiness> {
  try {
    const response = await fetch(`${url}/readyz`, { signal: AbortSignal.timeout(probeMs) });
    const body = await response.text();
    const findings = response.ok ? [] : findingsOf(body);
    if (findings.length > 0) return { findings };
    return response.ok ? undefined : `/readyz of ${name} says ${response.status} ${body.slice(0, 500)}`;
  } catch (error) {
    const cause = error instanceof Error ? error.cause : undefined;
    return `/readyz of ${name} does not answer (${codeOf(cause) ?? codeOf(error) ?? error})`;
  }
}

/** What the checks say that names a command. */
function findingsOf(body: string): string[] {
  try {
    const checks: { detail?: unknown }[] = Object.values(JSON.parse(body).checks);
    return checks.flatMap(({ detail }) =>
      typeof detail === 'string' && detail.includes('`pnpm qa ') ? detail : [],
    );
  } catch {
    return []; // no answer of ours
  }
}
