/** What stands before the gateways of several hosts: a connection goes to one that is ready, and ends when that is ready no more, and another one is. */
import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import type { Host } from './host.ts';

const probeEveryMs = 1_000;
const probeMs = 2_000;
/** So many probes in a row that fail take a host out; one that succeeds brings it back. */
const failuresMax = 3;

export class Balancer {
  readonly url: string;
  readonly #server: Server;
  readonly #hosts: readonly Host[];
  /** Failed probes in a row. */
  readonly #failures = new Map<Host, number>();
  readonly #connections = new Map<Socket, Host>();
  readonly #probing: NodeJS.Timeout;
  #turn = 0;

  static async before(hosts: readonly Host[]): Promise<Balancer> {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    return new Balancer(server, hosts);
  }

  private constructor(server: Server, hosts: readonly Host[]) {
    this.#server = server;
    this.#hosts = hosts;
    this.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    server.on('connection', (near) => this.#forward(near, this.#choice()));
    this.#probing = setInterval(() => void Promise.all(hosts.map((host) => this.#probe(host))), probeEveryMs);
  }

  get isWhole(): boolean {
    return this.#hosts.every((host) => this.#isReady(host));
  }

  stop(): void {
    clearInterval(this.#probing);
    this.#server.close();
    for (const near of this.#connections.keys()) near.destroy();
  }

  #isReady = (host: Host): boolean => (this.#failures.get(host) ?? 0) < failuresMax;

  /** In turn; where none is ready, all are tried. */
  #choice(): Host[] {
    const able = this.#hosts.filter((host) => this.#isReady(host));
    const all = able.length > 0 ? able : this.#hosts;
    const first = this.#turn++ % all.length;
    return [...all.slice(first), ...all.slice(0, first)];
  }

  /** Who refuses the connection is passed over. */
  #forward(near: Socket, [host, ...others]: readonly Host[]): void {
    if (host === undefined) return void near.destroy();
    const { hostname, port } = new URL(host.url);
    const far = connect(Number(port), hostname);
    let isOpen = false;
    far.once('connect', () => {
      isOpen = true;
      this.#connections.set(near, host);
      near.pipe(far).pipe(near);
    });
    near
      .on('error', () => {})
      .once('close', () => {
        this.#connections.delete(near);
        far.destroy();
      });
    far.once('error', () => (isOpen ? near.destroy() : this.#forward(near, others)));
    far.once('close', () => isOpen && near.destroy());
  }

  async #probe(host: Host): Promise<void> {
    const ask = async (url: string) => {
      const answer = await fetch(url, { signal: AbortSignal.timeout(probeMs) });
      await answer.body?.cancel();
      if (!answer.ok) throw new Error(`${url}: ${answer.status}`);
    };
    const [failed] = (await Promise.allSettled(host.probes.map(ask))).filter(
      ({ status }) => status === 'rejected',
    );
    this.#failures.set(host, failed ? 1 + (this.#failures.get(host) ?? 0) : 0);
    if (this.#isReady(host) || !this.#hosts.some(this.#isReady)) return;
    for (const [near, one] of this.#connections) if (one === host) near.destroy();
  }
}
