/** What the suite needs of a Redis, whatever its shape. */
import type { Cluster, Redis } from 'ioredis';
import { type Address, type ClientOptions, Clients, connectTo } from '../servers/client.ts';
import { startProxy, type TestProxy } from '../servers/proxy.ts';

export type Deployment = {
  readonly address: Address;
  /** Ports of the servers that hold data. */
  readonly ports: readonly number[];
  /** SIGKILL of the server that holds this category, and a start of it with its data: nothing acknowledged is lost. */
  crash(category: string): Promise<void>;
  /** The worst that this deployment is made to live through, without a loss. */
  disturb(category: string): Promise<void>;
  stop(): Promise<void>;
};

/** A network of its own between a client and the servers of a deployment. */
export class Gateway {
  readonly address: Address;
  readonly #proxies: readonly TestProxy[];
  readonly #clients = new Clients();

  private constructor(address: Address, proxies: readonly TestProxy[]) {
    this.address = address;
    this.#proxies = proxies;
  }

  static async to({ address, ports }: Pick<Deployment, 'address' | 'ports'>): Promise<Gateway> {
    const proxies = await Promise.all(ports.map((port) => startProxy(port)));
    const places = proxies.map(({ port }) => ({ host: '127.0.0.1', port }));
    if (address.kind === 'standalone') return new Gateway({ ...address, port: places[0]!.port }, proxies);
    const natMap = Object.fromEntries(ports.map((port, i) => [`127.0.0.1:${port}`, places[i]!]));
    return new Gateway({ ...address, natMap }, proxies);
  }

  async connect(options?: ClientOptions): Promise<Redis | Cluster> {
    return this.#clients.add(await connectTo(this.address, options));
  }

  /** Commands that clients have sent, and connections that they have made, so far. */
  get commands(): number {
    return this.#proxies.reduce((sum, { commands }) => sum + commands, 0);
  }

  get connections(): number {
    return this.#proxies.reduce((sum, { connections }) => sum + connections, 0);
  }

  /** See {@link TestProxy}. */
  all(act: (proxy: TestProxy) => void): void {
    for (const proxy of this.#proxies) act(proxy);
  }

  async stop(): Promise<void> {
    this.#clients.close();
    await Promise.all(this.#proxies.map((proxy) => proxy.stop()));
  }
}
