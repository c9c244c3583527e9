// What a start says about sentinels and clusters: what is wrong with the address, and what the deployment lacks.
import { redisClient } from '@quickmart/streams';
import {
  freePort,
  startCluster,
  startRedis,
  startSentinel,
  type TestCluster,
  type TestRedis,
  type TestSentinel,
} from '@quickmart/streams/testing';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { capturedLog } from '../../test/mugs.ts';
import { StartError } from '../process/start-error.ts';
import { connectEphemeral, connectRedis } from './connect.ts';
import { redisCheck } from './readiness.ts';

let cluster: TestCluster;
let trio: TestSentinel;
let server: TestRedis;
beforeAll(async () => {
  [cluster, trio, server] = await Promise.all([
    startCluster(),
    startSentinel(),
    startRedis({ appendOnly: true }),
  ]);
});
afterAll(() => Promise.all([cluster?.stop(), trio?.stop(), server?.stop()]));

const categories = ['mug', 'cup', 'plate', 'bowl'];

async function start(url: string, startTimeoutMs = 60_000) {
  const { logger, lines } = capturedLog('info');
  const redis = await connectRedis(url, { name: 'test', logger, categories, startTimeoutMs });
  return { redis, lines };
}

async function refusalOf(url: string, startTimeoutMs?: number): Promise<string> {
  const error = await start(url, startTimeoutMs).then(
    ({ redis }) => redis.disconnect(),
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(StartError);
  const { message } = error as StartError;
  expect(message).not.toMatch(/\n|hunter2/);
  return message;
}

describe('a cluster', () => {
  test('works over all masters, and each says what it lacks', async () => {
    const { redis, lines } = await start(cluster.url);
    await Promise.all(categories.map((category) => redis.set(`{${category}}:here`, category)));
    expect(await redisCheck(redis, categories)()).toEqual({ detail: undefined });
    redis.disconnect();
    const nodes = cluster.nodes.map(({ port }) => `127.0.0.1:${port}`).sort();
    const said = lines.map(({ nodes, msg }) => [(nodes as string[]).toSorted(), msg]);
    expect(said).toEqual([
      [nodes, expect.stringMatching('^Redis has no replica')],
      [nodes, expect.stringMatching('set min-replicas-to-write to 1')],
    ]);
  });

  test('one node that cannot be reached does not matter', async () => {
    const { redis } = await start(cluster.url.replace('://', '://127.0.0.1:1,'));
    expect(await redis.exists('{mug}:head')).toBe(0);
    redis.disconnect();
  });

  test('a setting of one master is said with its name; a right that one lacks ends the start', async () => {
    const node = cluster.nodes[1]!;
    const operator = redisClient(`redis://127.0.0.1:${node.port}`);
    onTestFinished(() => operator.disconnect());
    await operator.config('SET', 'maxmemory-policy', 'allkeys-lru');
    const { redis, lines } = await start(cluster.url);
    redis.disconnect();
    await operator.config('SET', 'maxmemory-policy', 'noeviction');
    expect(lines).toContainEqual(
      expect.objectContaining({
        nodes: [`127.0.0.1:${node.port}`],
        msg: expect.stringContaining('noeviction'),
      }),
    );
    await operator.call('ACL', 'SETUSER', 'default', '-time');
    const refusal = await refusalOf(cluster.url);
    await operator.call('ACL', 'SETUSER', 'default', '+@all');
    expect(refusal).toContain('`ACL SETUSER default +time` lets it');
  });

  test('a plain address of a node is no green start, also for what may be lost', async () => {
    const [node] = cluster.nodes;
    const url = `redis://127.0.0.1:${node!.port}`;
    expect(await refusalOf(url)).toBe(
      `Redis at 127.0.0.1:${node!.port} is a node of a cluster: write redis+cluster://127.0.0.1:${node!.port} in REDIS_URL`,
    );
    const { logger } = capturedLog();
    await expect(connectEphemeral(url, { name: 'test', logger })).rejects.toThrow(
      'is a node of a cluster: write redis+cluster://127.0.0.1',
    );
    await expect(connectEphemeral(url, { name: 'test', logger })).rejects.toThrow('in EPHEMERAL_REDIS_URL');
  });

  test('one that is none, and one that is not there', async () => {
    const other = `redis+cluster://127.0.0.1:${server.port}`;
    expect(await refusalOf(other)).toMatch(/: it is no cluster: write redis:\/\/ in REDIS_URL$/);
    expect(await refusalOf('redis+cluster://:hunter2@127.0.0.1:1,127.0.0.1:2', 500)).toMatch(
      /^Redis at the cluster 127\.0\.0\.1:1, 127\.0\.0\.1:2 cannot be used \(connect ECONNREFUSED .*\): nothing listens there/,
    );
  });

  test('a password that it does not want', async () => {
    expect(await refusalOf(cluster.url.replace('://', '://app:hunter2@'))).toMatch(
      /WRONGPASS .*correct the user and the password in REDIS_URL/,
    );
  });

  test('slots that nobody serves', async () => {
    const lone = await startRedis({
      appendOnly: true,
      args: [
        '--cluster-enabled',
        'yes',
        '--cluster-port',
        `${await freePort()}`,
        '--cluster-announce-ip',
        '127.0.0.1',
      ],
    });
    const ask = lone.connect();
    await ask.call('CLUSTER', 'ADDSLOTSRANGE', 0, 9_999);
    const refusal = 'the cluster serves only 10000 of its 16384 slots: assign the others';
    const url = `redis+cluster://127.0.0.1:${lone.port}`;
    expect(await refusalOf(url, 2_000)).toContain(refusal);
    await ask.config('SET', 'cluster-require-full-coverage', 'no');
    expect(await refusalOf(url, 5_000)).toContain(refusal);
    await lone.stop();
  });
});

describe('sentinels', () => {
  test('name the master, which says what it lacks', async () => {
    const { redis, lines } = await start(trio.url);
    await redis.set('{mug}:here', '1');
    redis.disconnect();
    expect(lines.map(({ msg }) => msg)).toEqual([expect.stringContaining('set min-replicas-to-write to 1')]);
  });

  test('for DURABILITY=replicated each master has replicas: else there is no start, and it is not ready', async () => {
    const { logger } = capturedLog();
    const options = { name: 'test', logger, durability: 'replicated' as const };
    const wanted = { replicas: 1, timeoutMs: 100 };
    await expect(connectRedis(server.url, { ...options, replication: wanted })).rejects.toThrow(
      `DURABILITY=replicated needs 1 linked replicas of each master (REPLICAS), 127.0.0.1:${server.port} has 0`,
    );
    const redis = await connectRedis(trio.url, { ...options, replication: wanted });
    expect(await redisCheck(redis, categories, wanted)()).toEqual({ detail: undefined });
    await expect(redisCheck(redis, categories, { ...wanted, replicas: 2 })()).rejects.toThrow(
      'needs 2 linked',
    );
    redis.disconnect();
  });

  test('one that is down does not matter', async () => {
    const { redis } = await start(trio.url.replace('://', '://127.0.0.1:1,'));
    expect(await redis.exists('{mug}:head')).toBe(0);
    redis.disconnect();
  });

  test('a master that they do not know', async () => {
    expect(await refusalOf(trio.url.replace('/quickmart', '/other'))).toMatch(
      /^Redis at other of the sentinels .*: the sentinels know no master of this name/,
    );
  });

  test('a plain address of a sentinel, and sentinels that are none', async () => {
    const [port] = trio.address.sentinels;
    expect(await refusalOf(`redis://127.0.0.1:${port}`)).toBe(
      `Redis at 127.0.0.1:${port} is a sentinel: write redis+sentinel://127.0.0.1:${port}/<its name of the master> in REDIS_URL`,
    );
    expect(await refusalOf(`redis+sentinel://127.0.0.1:${server.port}/m`)).toMatch(
      /: it is no sentinel: name the/,
    );
    expect(await refusalOf('redis+sentinel://:hunter2@127.0.0.1:1/m', 500)).toMatch(/ECONNREFUSED/);
  });
});
