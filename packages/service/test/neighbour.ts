/** Another service as a test plays it, over HTTP. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { afterAll, beforeAll } from 'vitest';

export type Asked = {
  method: string;
  path: string;
  key: string | undefined;
  token: string | undefined;
  // biome-ignore lint/suspicious/noExplicitAny: what was sent has the shape that the test expects.
  body: any;
};
type Answer = { status: number; body: object };

/** Answers as the test says, and notes what it was asked. No answer: it hangs up. `variable`: gets its address, in `env`. */
export function neighbourOfTests(env: Record<string, string>, variable: string) {
  const asked: Asked[] = [];
  const played = { asked, answer: (_: Asked): Answer | undefined | Promise<Answer | undefined> => undefined };
  const listener = async (request: IncomingMessage, response: ServerResponse) => {
    const { authorization: token, 'idempotency-key': key } = request.headers;
    const [method, path] = [request.method!, request.url!];
    const body = method === 'POST' ? await json(request) : undefined;
    const one = { method, path, key: key as string | undefined, token, body };
    asked.push(one);
    const answer = await played.answer(one);
    if (answer === undefined) return void request.socket.destroy();
    response
      .writeHead(answer.status, { 'Content-Type': 'application/json' })
      .end(JSON.stringify(answer.body));
  };
  const server = createServer((request, response) => void listener(request, response));
  beforeAll(async () => {
    await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
    env[variable] = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => {
    server.close();
    server.closeAllConnections();
  });
  return played;
}
