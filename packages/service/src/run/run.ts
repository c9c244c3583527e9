/**
 * The life of a service: listen, consume, and stop without losing a request or an event.
 *
 * Stop: accept nothing new → finish running requests and the handlers of the consumers, side by side, within 25 s →
 * close in the order given.
 */
import type { ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { getRequestListener } from '@hono/node-server';
import type { Logger } from 'pino';
import type { KernelCode } from '../http/problems.ts';
import type { Config } from '../process/config.ts';
import { type ConnectionLimits, connectionLimits } from '../process/limits.ts';
import { StartError } from '../process/start-error.ts';
import { variableOf } from '../process/variables.ts';
import { Connections } from './connections.ts';
import type { Fetch } from './definition.ts';
import { fetchOf, notServed, refuseSocket } from './served.ts';
import { type AnyServer, serverOf, type Tls } from './server.ts';

export type RunOptions = {
  name: string;
  config: Pick<Config, 'host' | 'port' | 'role'> &
    Partial<Pick<Config, 'rateLimit' | 'trustedProxies' | 'keepAliveMs' | 'connectionsMax'>>;
  logger: Logger;
  api: { fetch: Fetch };
  /** Started unless ROLE is `api`. `graceMs`: how long what runs may take to end. */
  consumers?: { start(): unknown; stop(graceMs: number): unknown; readonly isStarted?: boolean };
  /** Told first of a stop: ends the answers that would not end by themselves. */
  leave?: () => void;
  /** Closed in this order, after everything that uses them has ended. */
  close?: readonly (() => unknown)[];
  /** Without: plain HTTP. */
  tls?: Tls | undefined;
  /** Other than {@link connectionLimits}; for tests. */
  limits?: Partial<ConnectionLimits>;
};
export type Running = { url: string; stop: () => Promise<void> };

/** Of the time that a stop may take: for what consumers have to do when the time of their handlers is over, which is to give back what they own. */
const leaveMs = 5_000;

/** Starts a service, until `stop`. Throws {@link StartError} where the port is taken. */
export async function run(options: RunOptions): Promise<Running> {
  const { name, config, logger, api, consumers } = options;
  const served = fetchOf(api.fetch, config, logger) as Parameters<typeof getRequestListener>[0];
  const listener = getRequestListener(served, listenerOptions);
  const limits = limitsOf(options);
  const server = serverOf(listener, limits, options.tls);
  const connections = new Connections(server, limits, logger);
  refuseWhatIsNoRequest(server, limits.lingerMs);
  await listen(server, config.host, config.port, name);
  try {
    if (config.role !== 'api') await consumers?.start();
  } catch (error) {
    server.close();
    throw error;
  }
  const { port } = server.address() as AddressInfo;
  const host = config.host.includes(':') ? `[${config.host}]` : config.host;
  const url = `${options.tls ? 'https' : 'http'}://${host}:${port}`;
  logger.info({ url, role: config.role, swagger: `${url}/swagger` }, `${name} is listening`);
  return { url, stop: once(() => stop(connections, limits.drainMs, options)) };
}

function limitsOf({ config, limits }: RunOptions): ConnectionLimits {
  const { keepAliveMs = connectionLimits.keepAliveMs, connectionsMax = connectionLimits.connectionsMax } =
    config;
  return { ...connectionLimits, keepAliveMs, connectionsMax, ...limits };
}

/** What is thrown here is no HTTP request, such as one with a bad Host header: it never reaches the api. */
const listenerOptions = {
  errorHandler: () => notServed('malformed-request', 'this is not a valid HTTP request'),
};

const notHttp = ['malformed-request', 'this is not a valid HTTP request'] as const;
const parserErrors: Record<string, readonly [KernelCode, string]> = {
  HPE_HEADER_OVERFLOW: ['headers-too-large', 'the address and all headers together may have 16 KiB'],
  ERR_HTTP_REQUEST_TIMEOUT: ['malformed-request', 'the headers of the request did not arrive in time'],
};

/** What Node's parser refuses never becomes a request: there is only the bare socket to answer on. */
function refuseWhatIsNoRequest(server: AnyServer, lingerMs: number): void {
  const responses = new WeakMap<Duplex, ServerResponse>();
  server.on('request', ({ socket }, response) => responses.set(socket, response));
  server.on('clientError', (error: NodeJS.ErrnoException & { rawPacket?: Buffer }, socket: Duplex) => {
    const response = responses.get(socket);
    const isAnswering = response?.headersSent && !response.writableFinished;
    if (!socket.writable || isAnswering || error.code === 'ECONNRESET') return void socket.destroy();
    const [code, detail] = parserErrors[error.code ?? ''] ?? notHttp;
    refuseSocket(socket, { code, detail, begin: error.rawPacket }, lingerMs);
  });
}

async function listen(server: AnyServer, host: string, port: number, name: string): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  server.once('error', reject).listen(port, host, resolve);
  try {
    await promise;
    server.off('error', reject);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const variable = variableOf(name, 'port');
    if (code === 'EADDRINUSE')
      throw new StartError(`port ${port} on ${host} is in use: stop what uses it, or set ${variable}`);
    if (code === 'EACCES')
      throw new StartError(`port ${port} needs more rights: set ${variable} to 1024 or above`);
    if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND' || code === 'EAI_AGAIN') {
      throw new StartError(`${host} is not an address of this machine: set HOST`);
    }
    throw error;
  }
}

async function stop(
  connections: Connections,
  drainMs: number,
  { logger, consumers, config, leave, close = [] }: RunOptions,
): Promise<void> {
  logger.info({}, 'stopping');
  const endOpenAnswers = async () => leave?.();
  const giveBack = () => consumers?.stop(Math.max(0, drainMs - leaveMs));
  const results = await Promise.allSettled([
    endOpenAnswers(),
    within(drainMs, connections.drain()).finally(() => connections.cut()),
    config.role === 'api' && !consumers?.isStarted
      ? undefined
      : within(drainMs, Promise.resolve().then(giveBack)),
  ]);
  for (const step of close)
    results.push(...(await Promise.allSettled([within(5_000, Promise.resolve().then(step))])));
  for (const result of results) {
    if (result.status === 'rejected') logger.error({ err: result.reason }, 'something did not stop cleanly');
  }
  logger.info({}, 'stopped');
}

async function within<Result>(ms: number, work: Promise<Result>): Promise<Result> {
  const { promise, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new Error(`not done after ${ms} ms`)), ms);
  try {
    return await Promise.race([work, promise]);
  } finally {
    clearTimeout(timer);
  }
}

const once = <Result>(work: () => Result): (() => Result) => {
  let result: { value: Result } | undefined;
  return () => {
    result ??= { value: work() };
    return result.value;
  };
};
