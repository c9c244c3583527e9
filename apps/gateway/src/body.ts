/** The body of a request that is sent on whole: bounded while it comes, and not waited for longer than it may take. */
import type { IncomingMessage } from 'node:http';
import { connectionLimits, Refusal, requestLimits } from '@quickmart/service';

const { bodyBytes: max, bodyPatience: patience } = requestLimits;

export function wholeBody(incoming: IncomingMessage): Promise<Uint8Array> {
  const { promise, resolve, reject } = Promise.withResolvers<Uint8Array>();
  const chunks: Buffer[] = [];
  let size = 0;
  const tooLarge = () => reject(new Refusal('body-too-large', `at most ${max} bytes`));
  const missing = () => reject(new Refusal('malformed-request', 'the body did not arrive'));
  if (Number(incoming.headers['content-length']) > max) tooLarge();
  const late = setTimeout(missing, connectionLimits.bodyMs);
  incoming.on('data', (chunk: Buffer) => {
    size += chunk.length;
    if (size <= max) chunks.push(chunk);
    else if (size > patience * max) tooLarge();
  });
  incoming.on('end', () => {
    clearTimeout(late);
    if (size > max) tooLarge();
    else resolve(chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks));
  });
  incoming.on('error', missing).on('close', () => {
    clearTimeout(late);
    if (!incoming.readableEnded) missing();
  });
  return promise;
}
