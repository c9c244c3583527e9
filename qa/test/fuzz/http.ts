/** HTTP as it is on the wire: any header, any path, any body; `fetch` would mend or refuse what is to be tested. */
import { Agent, type IncomingMessage, request } from 'node:http';

export type WireRequest = {
  port: number;
  method: string;
  /** As it is sent: percent-encoded where it has to be. */
  path: string;
  headers: [name: string, value: string][];
  body: Uint8Array | undefined;
  chunked: boolean;
};
export type Answer = { status: number; headers: IncomingMessage['headers']; bytes: Buffer };

const keptAlive = new Agent({ keepAlive: true, maxSockets: 50 });
const answerMs = 20_000;

/** Rejects where no answer comes, or where it ends too early. A connection closed while it was idle is opened anew. */
export async function exchange(wire: WireRequest): Promise<Answer> {
  try {
    return await attempt(wire, keptAlive);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ECONNRESET' || code === 'EPIPE') return attempt(wire, false);
    throw error;
  }
}

async function attempt(wire: WireRequest, agent: Agent | false): Promise<Answer> {
  const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>();
  const sent = open(wire, agent).on('response', resolve).on('error', reject);
  sent.setTimeout(answerMs, () => sent.destroy(new Error(`no answer within ${answerMs} ms`)));
  sent.end(wire.body ?? '');
  const response = await promise;
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(chunk);
  return { status: response.statusCode ?? 0, headers: response.headers, bytes: Buffer.concat(chunks) };
}

/** Sends the first half of the body, and hangs up. */
export async function hangUp(wire: WireRequest): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const half = wire.body?.subarray(0, wire.body.length / 2) ?? Buffer.alloc(0);
  const sent = open(wire, false)
    .on('response', (response) => response.resume())
    .on('error', () => resolve())
    .on('close', resolve);
  sent.write(half, () => sent.destroy());
  await promise;
}

function open({ port, method, path, headers, body, chunked }: WireRequest, agent: Agent | false) {
  const framing = chunked ? ['Transfer-Encoding', 'chunked'] : ['Content-Length', String(body?.length ?? 0)];
  return request({
    agent,
    host: '127.0.0.1',
    port,
    method,
    path,
    headers: ['Host', `127.0.0.1:${port}`, ...headers.flat(), ...(body === undefined ? [] : framing)],
  });
}

/** Percent-encodes what cannot stand in a request line; lone surrogates become their (invalid) UTF-8. */
export const encoded = (text: string): string =>
  [...text].map((char) => (/[A-Za-z0-9._~-]/.test(char) ? char : percent(char))).join('');

/** As {@link encoded}, and leaves alone what the plan has encoded itself. */
export const pathSafe = (text: string): string =>
  [...text].map((char) => (/[\x21-\x22\x24-\x3e\x40-\x7e]/.test(char) ? char : percent(char))).join('');

function percent(char: string): string {
  const code = char.charCodeAt(0);
  const isLone = char.length === 1 && code >= 0xd800 && code <= 0xdfff;
  const bytes = isLone ? [0xed, 0x80 | ((code >> 6) & 0x3f), 0x80 | (code & 0x3f)] : Buffer.from(char);
  return [...bytes].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('');
}
