/** A TCP proxy that can be cut: what an outage looks like from here. */
import { connect, createServer, type Socket } from 'node:net';

export async function proxyTo(host: string, port: number) {
  const sockets = new Set<Socket>();
  const server = createServer((near) => {
    const far = connect(port, host);
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket.on('close', () => sockets.delete(socket));
      socket.on('error', () => {});
    }
    near.pipe(far).pipe(near);
    near.on('close', () => far.destroy());
    far.on('close', () => near.destroy());
  });
  const listen = (at: number) => new Promise<void>((resolve) => server.listen(at, '127.0.0.1', resolve));
  await listen(0);
  const address = server.address();
  const ownPort = typeof address === 'object' && address !== null ? address.port : 0;
  /** Breaks every connection. */
  const breakAll = () => {
    for (const socket of sockets) socket.destroy();
  };
  return {
    port: ownPort,
    breakAll,
    /** Breaks every connection and takes no new one. */
    cut: () => {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      breakAll();
      return closed;
    },
    restore: () => listen(ownPort),
  };
}
