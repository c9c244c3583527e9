/** The causes of errors as operators see them: without secrets, and none is lost because Redis was away. */
import { startRedis } from '@quickmart/streams/testing';
import { expect, onTestFinished, test } from 'vitest';
import { capturedLog } from '../../test/mugs.ts';
import { ErrorGroups } from './error-groups.ts';
import { errorGroupsOf } from './log.ts';

async function redisOfTest() {
  const server = await startRedis({ appendOnly: true });
  onTestFinished(() => server.stop());
  return server;
}
const failed = { where: 'a request failed', error: 'Error: boom', message: 'boom' };

test('no password of a URL is kept', async () => {
  const redis = (await redisOfTest()).connect();
  const { logger } = capturedLog();
  errorGroupsOf(logger).shareIn(redis, 'mug');
  logger.error({ err: new Error('no way to sqlserver://sa:hunter2@db:1433/Shop') }, 'a request failed');
  const [group] = await errorGroupsOf(logger).list();
  expect(group).toMatchObject({ message: 'no way to sqlserver://sa:***@db:1433/Shop' });
  for (const part of ['count', 'first', 'last'])
    expect(JSON.stringify(await redis.hgetall(`{mug}:seen:errors:${part}`))).not.toContain('hunter2');
});

test('what happens while Redis is away is written when it is back, all of it, without a next one', async () => {
  const server = await redisOfTest();
  const groups = new ErrorGroups();
  groups.shareIn(server.connect(), 'mug');
  await server.kill();
  groups.add(failed);
  const writing = groups.list();
  groups.add(failed);
  await expect(writing).rejects.toThrow();
  await server.restart();
  const reader = server.connect();
  await expect.poll(async () => await reader.hvals('{mug}:seen:errors:count').catch(() => [])).toEqual(['2']);
  expect(await groups.list()).toMatchObject([{ ...failed, count: 2 }]);
});
