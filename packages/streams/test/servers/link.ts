/**
 * One connection of a client through the proxy, and the one behind it. It does only what a network can do: no reply comes
 * out of order, and a connection that has lost bytes is never whole again.
 */
import { connect, type Socket } from 'node:net';
import { MessageCounter } from './message-counter.ts';

export type Mode = 'open' | 'hold' | 'deaf' | 'reset' | { error: string };

export class Link {
  readonly near: Socket;
  #far: Socket | undefined;
  #mode: Mode;
  readonly #targetPort: number;
  readonly #asked = new MessageCounter();
  readonly #answered = new MessageCounter();
  /** Commands that went on to the server and have no reply yet. */
  #open = 0;
  /** Commands that are answered with an error, behind the replies to those before them. */
  #owed = 0;
  #isTorn = false;
  #isForsaken = false;

  /** `commands` is told how many the client has sent. */
  constructor(near: Socket, targetPort: number, mode: Mode, commands: (count: number) => void) {
    this.near = near;
    this.#targetPort = targetPort;
    this.#mode = mode;
    near.on('error', () => {});
    near.on('data', (bytes) => {
      const count = this.#asked.add(bytes);
      commands(count);
      this.#request(bytes, count);
    });
    near.on('close', () => this.#far?.destroy());
    this.turn(mode);
  }

  turn(mode: Mode): void {
    const answers = typeof mode === 'object' || typeof this.#mode === 'object';
    const isTorn = this.#isTorn || this.#owed > 0 || (answers && !this.#asked.isWhole);
    if (isTorn || mode === 'reset') {
      this.break();
      return;
    }
    this.#mode = mode;
    if (mode === 'hold') {
      this.near.pause();
      this.#far?.pause();
      return;
    }
    this.#reach();
    this.near.resume();
    this.#far?.resume();
  }

  break(): void {
    this.near.resetAndDestroy();
  }

  /** The server is gone; the client is not told. */
  forsake(): void {
    this.#isForsaken = true;
    this.#far?.destroy();
    this.near.resume();
  }

  #request(bytes: Buffer, commands: number): void {
    if (this.#isForsaken) return;
    if (typeof this.#mode === 'object') {
      this.#owed += commands;
      this.#pay();
      return;
    }
    this.#open += commands;
    if (!this.#far?.write(bytes)) this.#waitFor(this.#far, this.near);
  }

  #reply(bytes: Buffer): void {
    this.#isTorn ||= this.#mode === 'deaf';
    if (this.#isTorn) return;
    this.#open -= this.#answered.add(bytes);
    if (!this.near.write(bytes)) this.#waitFor(this.near, this.#far);
    this.#pay();
  }

  #pay(): void {
    if (this.#open > 0 || typeof this.#mode !== 'object') return;
    this.near.write(`-${this.#mode.error}\r\n`.repeat(this.#owed));
    this.#owed = 0;
  }

  #waitFor(full: Socket | undefined, source: Socket | undefined): void {
    source?.pause();
    full?.once('drain', () => this.#mode !== 'hold' && source?.resume());
  }

  /** The connection behind is made when something may flow. */
  #reach(): void {
    if (this.#far || this.near.destroyed) return;
    const far = connect(this.#targetPort, '127.0.0.1');
    this.#far = far;
    far.on('error', () => {});
    far.on('data', (bytes) => this.#reply(bytes));
    far.on('close', () => {
      if (!this.#isForsaken) this.near.destroy();
    });
  }
}
