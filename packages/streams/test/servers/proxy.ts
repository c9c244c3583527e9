/**
 * A TCP proxy in front of a Redis, for what a network does to connections. It counts the commands that clients send,
 * also those that never arrive.
 */
import { once } from 'node:events';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { Link, type Mode } from './link.ts';

export type TestProxy = {
  readonly port: number;
  /** Connections and commands since the start. */
  readonly connections: number;
  readonly commands: number;
  /** All is well again; what was held arrives now. Connections that have lost something are broken. */
  open(): void;
  /** Packets are lost: nothing arrives on either side, nothing is closed, new connections are accepted and mute. */
  hold(): void;
  /** Requests arrive, answers do not: they are lost. */
  deafen(): void;
  /** Every connection is reset, new ones as soon as they are made. */
  reset(): void;
  /** Every command is answered with this error, e.g. `LOADING Redis is loading the dataset in memory`. */
  answer(error: string): void;
  /** The server is gone without a word: the connections of now never say anything again; new ones are well. */
  forsake(): void;
  /** Breaks the connections of now; new ones are well. */
  breakAll(): void;
  stop(): Promise<void>;
};

export async function startProxy(targetPort: number): Promise<TestProxy> {
  const proxy = new Relay(targetPort);
  await proxy.listen();
  return proxy;
}

class Relay implements TestProxy {
  connections = 0;
  commands = 0;
  #mode: Mode = 'open';
  readonly #links = new Set<Link>();
  readonly #forsaken = new Set<Link>();
  readonly #server: Server;
  readonly #targetPort: number;

  constructor(targetPort: number) {
    this.#targetPort = targetPort;
    this.#server = createServer((near) => this.#accept(near));
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  async listen(): Promise<void> {
    this.#server.listen(0, '127.0.0.1');
    await once(this.#server, 'listening');
  }

  open(): void {
    this.#turn('open');
  }

  hold(): void {
    this.#turn('hold');
  }

  deafen(): void {
    this.#turn('deaf');
  }

  reset(): void {
    this.#turn('reset');
  }

  answer(error: string): void {
    this.#turn({ error });
  }

  forsake(): void {
    for (const link of this.#links) {
      this.#links.delete(link);
      this.#forsaken.add(link);
      link.forsake();
    }
  }

  breakAll(): void {
    for (const link of this.#links) link.break();
  }

  async stop(): Promise<void> {
    const closed = once(this.#server, 'close');
    this.#server.close();
    for (const link of [...this.#links, ...this.#forsaken]) link.break();
    await closed;
  }

  #turn(mode: Mode): void {
    this.#mode = mode;
    for (const link of this.#links) link.turn(mode);
  }

  #accept(near: Socket): void {
    this.connections++;
    const counted = (commands: number) => {
      this.commands += commands;
    };
    const link = new Link(near, this.#targetPort, this.#mode, counted);
    this.#links.add(link);
    near.on('close', () => {
      this.#links.delete(link);
      this.#forsaken.delete(link);
    });
  }
}
