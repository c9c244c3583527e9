// The services are found, not listed: every apps/<name> with a `quickmart: { port, api }` in its package.json.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { codeOf, Failure } from './failure.mjs';

const probeMs = 3_000;

/** @typedef {{ name: string, main: string, port: number, host: string, url: string, api: string }} Service */

/**
 * @param {{ root: string, env: NodeJS.ProcessEnv, portOffset: number }} options
 * @returns {Service[]}
 */
export function discoverServices({ root, env, portOffset }) {
  const host = env.HOST || '127.0.0.1';
  const shown = ['0.0.0.0', '::'].includes(host) ? '127.0.0.1' : host.includes(':') ? `[${host}]` : host;
  const services = readdirSync(join(root, 'apps')).flatMap((name) => {
    const main = join('apps', name, 'src', 'main.ts');
    const manifest = join(root, 'apps', name, 'package.json');
    if (!existsSync(manifest) || !existsSync(join(root, main))) return [];
    const { quickmart } = JSON.parse(readFileSync(manifest, 'utf8'));
    if (!quickmart) return [];
    const port = quickmart.port + portOffset;
    return [{ name, main, port, host, url: `http://${shown}:${port}`, api: quickmart.api }];
  });
  if (services.length === 0)
    throw new Failure(`No service was found in ${join(root, 'apps')}: is the checkout complete?`);
  return services.sort((one, other) => one.port - other.port);
}

/** `product` → `PRODUCT_DATABASE_URL`, or one SQLite file per service. @param {string} name @param {NodeJS.ProcessEnv} env @param {string} dataFolder */
export const databaseUrlOf = (name, env, dataFolder) =>
  env[`${name.toUpperCase().replaceAll('-', '_')}_DATABASE_URL`] || `file:${dataFolder}/${name}.sqlite`;

/** Throws a Failure that names every port that is taken. @param {Service[]} services */
export async function requirePorts(services) {
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

/** Why nobody can listen there; undefined = it is free. @param {string} host @param {number} port @returns {Promise<string | undefined>} */
export const listenProblem = (host, port) =>
  new Promise((resolve) => {
    const server = createServer();
    server.once('error', (error) => resolve(codeOf(error) ?? error.message));
    server.listen({ host, port, exclusive: true }, () => server.close(() => resolve(undefined)));
  });

/**
 * A port of loopback that nobody has now, below those that the system gives to outgoing connections: while Redis is
 * down, one of these (even a service's own, on its way to Redis) could take its port.
 */
export async function freePort() {
  for (let attempt = 1; ; attempt++) {
    const port = 20_000 + Math.floor(Math.random() * 12_000);
    const problem = await listenProblem('127.0.0.1', port);
    if (problem === undefined) return port;
    if (attempt === 100) throw new Failure(`No port of 127.0.0.1 can be listened on (${problem}).`);
  }
}

/**
 * Why the service is not ready; undefined = it is. A finding waits for a person, and names the command that mends it: the
 * service runs as far as it can.
 * @param {Service} service @returns {Promise<string | { finding: string } | undefined>}
 */
export async function readiness({ url }) {
  try {
    const response = await fetch(`${url}/readyz`, { signal: AbortSignal.timeout(probeMs) });
    const body = await response.text();
    const finding = response.ok ? undefined : findingOf(body);
    if (finding !== undefined) return { finding };
    return response.ok ? undefined : `/readyz says ${response.status} ${body.slice(0, 500)}`;
  } catch (error) {
    const cause = error instanceof Error ? error.cause : undefined;
    return `/readyz does not answer (${codeOf(cause) ?? codeOf(error) ?? error})`;
  }
}

/** What the checks say that names a command. @param {string} body */
function findingOf(body) {
  try {
    const details = Object.values(JSON.parse(body).checks).map(({ detail }) => detail);
    return details.find((detail) => typeof detail === 'string' && detail.includes('`pnpm qa '));
  } catch {
    return undefined; // no answer of ours
  }
}
