/**
 * Where the simulated provider of a lab sends its late answers: they are kept until they are taken out, so that a
 * scenario decides when they arrive.
 */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

export type Message = { body: string; headers: Record<string, string> };
export type PostBox = {
  url: string;
  /** Takes the oldest messages about a payment out of the box; undefined while there are fewer. */
  take(paymentId: string, count: number): Message[] | undefined;
  close(): void;
};

export async function openPostBox(): Promise<PostBox> {
  const messages: Message[] = [];
  const server = createServer(async (request, response) => {
    const headers = Object.entries(request.headers).filter(([name]) => /content-type|signature/.test(name));
    messages.push({ body: await text(request), headers: Object.fromEntries(headers) as Message['headers'] });
    response.end();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/api/webhooks/simulated`,
    take(paymentId, count) {
      const own = messages.filter(({ body }) => body.includes(paymentId)).slice(0, count);
      if (own.length < count) return undefined;
      for (const message of own) messages.splice(messages.indexOf(message), 1);
      return own;
    },
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}
