import { event } from '@quickmart/contracts/event';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { mugAdded } from '../../example/mug.ts';
import { startMugs } from '../../test/mugs.ts';
import { asyncApiDocument } from './asyncapi.ts';

const info = { title: 'Mugs', version: '1.0.0', description: 'Of any colour' };
const sold = event('MugSoldEvent', z.object({ price: z.int() })) //
  .version(2, z.object({ price: z.int(), gift: z.boolean() }), (old) => ({ ...old, gift: false }));
const messagesOf = (category: string, ...keys: string[]) =>
  keys.map((key) => ({ $ref: `#/channels/${category}/messages/${key}` }));

test('what is sent is the newest version of an event; what is read may be any', () => {
  const document = asyncApiDocument(info, {
    sends: { shop: [sold] },
    receives: { mug: [mugAdded], shop: [sold] },
  });
  expect(document).toMatchObject({
    operations: {
      'send-shop': { action: 'send', messages: messagesOf('shop', 'MugSoldEvent.2') },
      'receive-shop': { action: 'receive', messages: messagesOf('shop', 'MugSoldEvent.1', 'MugSoldEvent.2') },
      'receive-mug': { action: 'receive', messages: messagesOf('mug', 'MugAddedEvent.1') },
    },
  });
});

test('a message has the schema of its version', () => {
  expect(asyncApiDocument(info, { sends: { shop: [sold] }, receives: {} })).toMatchObject({
    components: {
      messages: {
        'MugSoldEvent.1': { name: 'MugSoldEvent', payload: { required: ['price'] } },
        'MugSoldEvent.2': { name: 'MugSoldEvent', payload: { required: ['price', 'gift'] } },
      },
    },
  });
});

test('a service serves its document', async () => {
  const service = await startMugs();
  const { status, body } = await service.send('GET', '/asyncapi.json');
  expect([status, body.asyncapi, body.info.title]).toEqual([200, '3.0.0', 'Mugs']);
  expect(Object.keys(body.components.messages)).toEqual(['MugAddedEvent.1', 'MugPaintedEvent.1']);
  await service.stop();
});
