/** The worker processes, each behind a network of its own, and how many of them there shall be. */
import type { Gateway } from '../conformance/deployment.ts';
import type { WorkerOptions } from '../conformance/worker.ts';
import type { Worker } from '../conformance/worker-process.ts';
import type { World } from '../conformance/world.ts';

/** Something at the end of a network, to which one thing is done at a time. */
export type Client = { gateway: Gateway; busy: boolean };
export type Member = Client & { worker: Worker };

/** Every so many workers, one believes to be on another machine: its death is known when its leases have run out. */
const elsewhereEvery = 4;

export class Fleet {
  /** What no worker should do: end by itself, or badly. */
  readonly faults: string[] = [];
  readonly #world: World;
  readonly #options: Partial<WorkerOptions>;
  readonly #members = new Set<Member>();
  readonly #leaving = new Set<Promise<void>>();
  #wanted = 0;
  #filling: Promise<void> | undefined;

  constructor(world: World, options: Partial<WorkerOptions>) {
    this.#world = world;
    this.#options = options;
  }

  get members(): Member[] {
    return [...this.#members];
  }

  /** Starts workers, or ends those that are not busy by SIGTERM. */
  async resize(wanted: number): Promise<void> {
    this.#wanted = wanted;
    const idle = this.members.filter(({ busy }) => !busy);
    for (const member of idle.slice(0, Math.max(0, this.#members.size - wanted))) this.retire(member);
    await this.fill();
  }

  /** Starts what is missing. */
  async fill(): Promise<void> {
    this.#filling ??= this.#fill().finally(() => {
      this.#filling = undefined;
    });
    await this.#filling;
  }

  async #fill(): Promise<void> {
    while (this.#members.size < this.#wanted) {
      const gateway = await this.#world.gateway();
      const elsewhere = this.#world.workers.length % elsewhereEvery === elsewhereEvery - 1;
      const worker = this.#world.launch({ ...this.#options, elsewhere, address: gateway.address });
      const member = { gateway, worker, busy: false };
      this.#members.add(member);
      void worker.ended.then((how) => {
        if (this.#members.delete(member))
          this.faults.push(`worker ${worker.pid} ended by itself with ${how}`);
      });
    }
  }

  /** By SIGTERM: it hands over what it has, and ends well. */
  retire(member: Member): void {
    this.#members.delete(member);
    const { worker } = member;
    const leaving = worker.started
      .then(() => worker.stop())
      .catch((error: Error) => void this.faults.push(error.message));
    this.#leaving.add(leaving);
  }

  kill(member: Member): void {
    this.#members.delete(member);
    member.worker.kill();
  }

  /** Everybody who was told to end has ended, and everybody else has started. */
  async settled(): Promise<void> {
    await Promise.all([...this.#leaving, ...this.members.map(({ worker }) => worker.started)]);
  }
}
