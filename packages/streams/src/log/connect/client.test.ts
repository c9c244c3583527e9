import { expect, onTestFinished, test } from 'vitest';
import { freePort, startRedis, until } from '../../../test/servers/index.ts';
import { redisClient } from './client.ts';

test('connecting to a cluster that is being made has an end, and the client goes on by itself', async () => {
  const args = ['--cluster-enabled', 'yes', '--cluster-port', `${await freePort()}`];
  const node = await startRedis({ args: [...args, '--cluster-announce-ip', '127.0.0.1'] });
  onTestFinished(() => node.stop());
  const operator = node.connect();
  await operator.call('CLUSTER', 'ADDSLOTSRANGE', 0, 9_999);
  const redis = redisClient(`redis+cluster://127.0.0.1:${node.port}`);
  onTestFinished(() => redis.disconnect());
  await expect(redis.connect()).rejects.toThrow('the cluster is down');
  await operator.call('CLUSTER', 'ADDSLOTSRANGE', 10_000, 16_383);
  await until('it takes commands', async () => (await redis.set('{mug}:here', '1')) === 'OK');
});
