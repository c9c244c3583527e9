/** Ports for servers that tests start. */
import { once } from 'node:events';
import { createServer } from 'node:net';

const [first, count] = [20_000, 12_000];

/**
 * A port of 127.0.0.1 that was free a moment ago, below those that the system gives to outgoing connections: while a
 * server is down, one of these (even a client's own, on its way to the server) could take its port.
 */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = first + Math.floor(Math.random() * count);
    const server = createServer();
    const isFree = await new Promise<boolean>((resolve) => {
      server.once('error', () => resolve(false)).listen(port, '127.0.0.1', () => resolve(true));
    });
    if (!isFree) continue;
    server.close();
    await once(server, 'close');
    return port;
  }
}
