/** The stream of events as it comes over the wire, and what is not a matter of the connection. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { eventsOf } from './index.ts';
import { type Message, messagesOf } from './server-sent.ts';

async function messagesIn(...chunks: string[]): Promise<Message[]> {
  const body = ReadableStream.from(chunks.map((chunk) => new TextEncoder().encode(chunk)));
  const messages: Message[] = [];
  for await (const message of messagesOf(body as ReadableStream<Uint8Array>, '')) messages.push(message);
  return messages;
}

test.each([
  ['in one piece', ['id: 1\r\ndata: a\r\ndata: b\r\n\r\nid: 2\r\ndata: c\r\n\r\n']],
  ['broken inside a line end', ['id: 1\r', '\ndata: a\r', '\ndata: b\r\n\r', '\nid: 2\r\ndata: c\r\n\r\n']],
  ['with bare returns', ['id: 1\rdata: a\rdata: b\r\rid: 2\r', 'data: c\r\r\n']],
])('lines that end with a return, %s', async (_, chunks) => {
  expect(await messagesIn(...chunks)).toEqual([
    { id: '1', event: 'message', data: 'a\nb' },
    { id: '2', event: 'message', data: 'c' },
  ]);
});

test('what a callback throws reaches the caller: it is no broken connection', async () => {
  const server = createServer((_, response) => {
    response.writeHead(200, { 'Content-Type': 'text/event-stream' });
    response.write('id: 1\nevent: reset\ndata: {"categories":["order"]}\n\n');
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const ends = new AbortController();
  onTestFinished(() => {
    ends.abort();
    server.closeAllConnections();
    server.close();
  });
  const events = eventsOf({
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    signal: ends.signal,
    onReset: () => {
      throw new TypeError('a defect of the page');
    },
  });
  await expect(events.next()).rejects.toThrow('a defect of the page');
});
