/** Ports for servers that tests and tools start. */
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { createServer } from 'node:net';

const [first, count] = [20_000, 12_000];
const attemptsMax = 100;

/**
 * A port of 127.0.0.1 that was free a moment ago, below those that the system gives to outgoing connections: while a
 * server is down, one of these (even a client's own, on its way to the server) could take its port. No other process
 * gets it from here for as long as this one lives, whether its server is up or not.
 */
export async function freePort(): Promise<number> {
  for (let attempt = 1; attempt <= attemptsMax; attempt++) {
    const port = first + Math.floor(Math.random() * count);
    if (!(await isHeld(port))) continue;
    const server = createServer();
    const isFree = await new Promise<boolean>((resolve) => {
      server.once('error', () => resolve(false)).listen(port, '127.0.0.1', () => resolve(true));
    });
    if (!isFree) continue;
    server.close();
    await once(server, 'close');
    return port;
  }
  throw new Error('no port of 127.0.0.1 can be listened on');
}

/** Held by a UDP socket of the same number, which is in the way of nothing else and goes with the process. */
function isHeld(port: number): Promise<boolean> {
  const socket = createSocket('udp4');
  socket.unref();
  return new Promise((resolve) => {
    socket.once('error', () => {
      socket.close();
      resolve(false);
    });
    socket.bind({ port, address: '127.0.0.1', exclusive: true }, () => resolve(true));
  });
}
