import { once } from 'node:events';
import { connect } from 'node:net';
import { createRoute } from '@hono/zod-openapi';
import { until } from '@quickmart/streams/testing';
import { expect, onTestFinished, test } from 'vitest';
import { startMugs } from '../../test/mugs.ts';
import { streamedRoute } from './streamed.ts';
import { textStream } from './text-stream.ts';

const content = { 'text/plain': { schema: { type: 'string' as const } } };
const route = createRoute({
  method: 'post',
  path: '/api/import',
  operationId: 'importText',
  request: { body: { content } },
  responses: { 200: { description: 'What came', content } },
});

test('a sender that goes away before the first byte of a body ends the request', async () => {
  const begun = Promise.withResolvers<void>();
  const service = await startMugs({
    more: (api) =>
      streamedRoute(api, route, async (c) => {
        begun.resolve();
        const { source } = await textStream(c);
        return c.body((await source.toArray()).join(''));
      }),
  });
  onTestFinished(() => service.stop());
  const sender = connect(Number(new URL(service.url).port), '127.0.0.1');
  sender.write('POST /api/import HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9\r\n\r\n');
  await begun.promise;
  sender.destroy();
  await once(sender, 'close');
  const line = await until('the request is logged', async () =>
    service.lines.find(({ path }) => path === '/api/import'),
  );
  expect(line).toMatchObject({ level: 'info', status: 400 });
});
