/**
 * A TCP proxy in front of a Redis, for what a network does to connections. It counts the commands that clients send,
 * also those that never arrive.
 */
import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { CommandCounter } from './command-counter.ts';

type Link = { near: Socket; far: Socket | undefined };

export type TestProxy = {
  readonly port: number;
  /** Connections and commands since the start. */
  readonly connections: number;
  readonly commands: number;
  /** All is well again; what was held arrives now. */
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
  #mode: 'open' | 'hold' | 'deaf' | 'reset' | { error: string } = 'open';
  readonly #links = new Set<Link>();
  readonly #forsaken = new Set<Socket>();
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
    this.#mode = 'open';
    for (const link of this.#links) {
      this.#reach(link);
      link.near.resume();
      link.far?.resume();
    }
  }

  hold(): void {
    this.#mode = 'hold';
    for (const { near, far } of this.#links) {
      near.pause();
      far?.pause();
    }
  }

  deafen(): void {
    this.#mode = 'deaf';
  }

  reset(): void {
    this.#mode = 'reset';
    this.breakAll();
  }

  answer(error: string): void {
    this.#mode = { error };
    for (const { near } of this.#links) near.resume();
  }

  forsake(): void {
    for (const link of [...this.#links]) {
      this.#links.delete(link);
      this.#forsaken.add(link.near);
      link.far?.destroy();
      link.near.resume();
    }
  }

  breakAll(): void {
    for (const { near } of this.#links) near.resetAndDestroy();
  }

  async stop(): Promise<void> {
    const closed = once(this.#server, 'close');
    this.#server.close();
    this.breakAll();
    for (const socket of this.#forsaken) socket.destroy();
    await closed;
  }

  #accept(near: Socket): void {
    this.connections++;
    near.on('error', () => {});
    if (this.#mode === 'reset') {
      near.resetAndDestroy();
      return;
    }
    const link: Link = { near, far: undefined };
    this.#links.add(link);
    const counter = new CommandCounter();
    near.on('data', (bytes) => {
      const commands = counter.add(bytes);
      this.commands += commands;
      if (this.#forsaken.has(near)) return;
      if (typeof this.#mode === 'object') near.write(`-${this.#mode.error}\r\n`.repeat(commands));
      else if (!link.far?.write(bytes)) this.#waitFor(link);
    });
    near.on('close', () => {
      this.#links.delete(link);
      this.#forsaken.delete(near);
      link.far?.destroy();
    });
    if (this.#mode === 'hold') near.pause();
    else this.#reach(link);
  }

  /** The connection behind is made when something may flow. */
  #reach(link: Link): void {
    if (link.far || link.near.destroyed) return;
    const far = connect(this.#targetPort, '127.0.0.1');
    link.far = far;
    far.on('error', () => {});
    far.on('close', () => {
      if (this.#links.has(link)) link.near.destroy();
    });
    far.on('data', (bytes) => {
      if (this.#mode === 'deaf') return;
      if (!link.near.write(bytes)) {
        far.pause();
        link.near.once('drain', () => this.#mode !== 'hold' && far.resume());
      }
    });
  }

  #waitFor({ near, far }: Link): void {
    near.pause();
    far?.once('drain', () => this.#mode !== 'hold' && near.resume());
  }
}
