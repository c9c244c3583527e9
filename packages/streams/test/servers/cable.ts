/** A network between two servers that may hold what is on its way, or be cut. It knows nothing of what is said. */
import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

export type TestCable = {
  readonly port: number;
  open(): void;
  /** Bytes wait, in both directions. */
  hold(): void;
  /** Both sides are told that the connection is gone, and get no new one. */
  cut(): void;
  stop(): Promise<void>;
};

export async function startCable(targetPort: number): Promise<TestCable> {
  const sockets = new Set<Socket>();
  let state: 'open' | 'held' | 'cut' = 'open';
  const server = createServer((near) => {
    if (state === 'cut') return void near.destroy();
    const far = connect(targetPort, '127.0.0.1');
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(one);
      one.on('error', () => {}).on('close', () => sockets.delete(one) && other.destroy());
      one.on('data', (bytes) => other.write(bytes));
      if (state === 'held') one.pause();
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const cut = () => {
    state = 'cut';
    for (const socket of sockets) socket.destroy();
  };
  return {
    port: (server.address() as AddressInfo).port,
    open: () => {
      state = 'open';
      for (const socket of sockets) socket.resume();
    },
    hold: () => {
      state = 'held';
      for (const socket of sockets) socket.pause();
    },
    cut,
    stop: async () => {
      const closed = once(server, 'close');
      server.close();
      cut();
      await closed;
    },
  };
}
