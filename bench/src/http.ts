/** A customer in as little CPU as Node has it: keep-alive connections, one JSON request at a time on each. */
import { Agent, request } from 'node:http';

export type Headers = Readonly<Record<string, string>>;

export type Answer<Body> = { status: number; body: Body };
export type Send = <Body>(
  method: 'GET' | 'POST' | 'PUT',
  url: string,
  body?: unknown,
) => Promise<Answer<Body>>;

/** `headers`: of every request. */
export function client(connections: number, headers: Headers): { send: Send; close(): void } {
  // An idle connection is given up before the server does it: a request must not meet its end.
  const agent = new Agent({ keepAlive: true, maxSockets: connections, timeout: 2_000 });
  const send: Send = (method, url, body) =>
    new Promise((resolve, reject) => {
      const text = body === undefined ? '' : JSON.stringify(body);
      const length = { 'content-length': Buffer.byteLength(text) };
      const sent = request(url, { agent, method, headers: { ...headers, ...length } }, (answer) => {
        const chunks: Buffer[] = [];
        answer.on('data', (chunk: Buffer) => chunks.push(chunk));
        answer.on('error', reject);
        answer.on('end', () => {
          const received = Buffer.concat(chunks).toString();
          resolve({ status: answer.statusCode ?? 0, body: JSON.parse(received) });
        });
      });
      sent.on('error', reject);
      sent.end(text);
    });
  return { send, close: () => agent.destroy() };
}
