/** What stands behind a gateway in its tests: a server of HTTP that does as it is told, and notes what it was sent. */
import { once } from 'node:events';
import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { onTestFinished } from 'vitest';

export type Stub = { url: string; requests: IncomingMessage[]; close(): Promise<void> };

export async function stub(answer: RequestListener, port = 0): Promise<Stub> {
  const requests: IncomingMessage[] = [];
  const server = createServer((request, response) => {
    requests.push(request);
    answer(request, response);
  }).listen(port, '127.0.0.1');
  await once(server, 'listening');
  const close = async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, requests, close };
}

/** For as long as one test runs. */
export async function stubOfTest(answer: RequestListener, port?: number): Promise<Stub> {
  const made = await stub(answer, port);
  onTestFinished(() => made.close());
  return made;
}

export const say = (response: ServerResponse, body: object, headers: object = {}): void =>
  void response.writeHead(200, { 'Content-Type': 'application/json', ...headers }).end(JSON.stringify(body));

/** Bytes as they stand, and all that comes back until the other side ends it. */
export async function raw(url: string, text: string): Promise<string> {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  socket.write(text, 'latin1');
  let answer = '';
  socket.setEncoding('latin1').on('data', (chunk) => {
    answer += chunk;
  });
  await once(socket, 'close');
  return answer;
}
