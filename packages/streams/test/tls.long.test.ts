// Sentinels, replicas and the nodes of a cluster that speak nothing but TLS, and demand a certificate of whoever connects. The
// certificates are made by openssl, and come from files, as an operator has them.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { EventStore, keys, redisClient } from '../src/index.ts';
import { conformance } from './conformance/index.ts';
import { codec, command, noted, notes } from './conformance/ledger.ts';
import type { Certificates } from './servers/client.ts';
import { startCluster, startSentinel } from './servers/index.ts';

const folder = mkdtempSync(join(tmpdir(), 'quickmart-tls-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A CA of its own, and a certificate for 127.0.0.1 that it has signed. */
function certificates(name: string): Certificates {
  const file = (what: string) => join(folder, `${name}-${what}.pem`);
  const make = (what: string, ...more: string[]) =>
    execFileSync(
      'openssl',
      [
        ...['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '2'],
        ...['-subj', `/CN=quickmart ${name} ${what}`, '-keyout', file(`${what}-key`), '-out', file(what)],
        ...more,
      ],
      { stdio: 'ignore' },
    );
  make('ca');
  make('server', '-CA', file('ca'), '-CAkey', file('ca-key'), '-addext', 'subjectAltName=IP:127.0.0.1');
  return { ca: file('ca'), cert: file('server'), key: file('server-key') };
}

const tls = certificates('ours');
const strangers = certificates('another');

conformance('a Redis Cluster that speaks TLS', async () => {
  const cluster = await startCluster({ tls });
  const crash = async (category: string) => cluster.crash(await cluster.nodeOf(keys.head(category)));
  const ports = cluster.nodes.map(({ port }) => port);
  return { address: cluster.address, ports, crash, disturb: crash, stop: () => cluster.stop() };
}, [2, 3, 5, 7, 8, 12]);

conformance('a Redis with sentinels that speaks TLS', async () => {
  const trio = await startSentinel({ tls });
  return {
    address: trio.address,
    ports: trio.nodes.map(({ port }) => port),
    crash: () => trio.crash(),
    disturb: () => trio.failover({ lossless: true }),
    stop: () => trio.stop(),
  };
}, [2, 3, 5, 7, 8, 12]);

describe.each([
  ['a cluster', () => startCluster({ tls })],
  ['sentinels', () => startSentinel({ tls })],
] as const)('by the URL of %s', (_, start) => {
  test('with the files that it names, and not with those of another CA, nor without a certificate', async () => {
    const servers = await start();
    const append = async (url: string) => {
      const redis = redisClient(url, { retryStrategy: () => null, sentinelRetryStrategy: () => null });
      redis.on('error', () => {});
      const store = new EventStore({ redis, codec });
      try {
        await redis.connect();
        await store.decide(notes('tls'), 'a', () => [noted(1)], command());
        return true;
      } catch {
        return false;
      } finally {
        redis.disconnect();
      }
    };
    const { url } = servers;
    const withFiles = (files: Partial<Certificates>) => `${url.split('?')[0]}?${new URLSearchParams(files)}`;
    const outcomes = {
      ours: await append(url),
      'another CA': await append(withFiles({ ...tls, ca: strangers.ca })),
      'a certificate of another CA': await append(withFiles({ ...strangers, ca: tls.ca })),
      'no certificate': await append(withFiles({ ca: tls.ca })),
      'no TLS': await append(url.replace('rediss', 'redis').split('?')[0]!),
    };
    await servers.stop();
    expect(outcomes).toEqual({
      ours: true,
      'another CA': false,
      'a certificate of another CA': false,
      'no certificate': false,
      'no TLS': false,
    });
  });
});
