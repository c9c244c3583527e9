/**
 * Numbers for people: QM-2026-000123. Each process takes a block of them by an append, which the version of the year's aggregate
 * makes safe: no two processes have the same. So most orders get theirs without asking anybody. What a process has not used when
 * it ends is left out.
 */
import { namedId } from '@quickmart/contracts/named-id';
import { type OrderNumberEvents, orderNumbersTaken } from '@quickmart/contracts/order/events';
import { aggregate, type Command, type EventStore } from '@quickmart/streams';
import { limits } from './limits.ts';

/** Of a year: the last number that is taken. */
export const orderNumbers = aggregate<{ last: number }, OrderNumberEvents>({
  category: 'order',
  initial: { last: 0 },
  evolve: { OrderNumbersTakenEvent: (_, { to }) => ({ last: to }) },
});

const idOf = (year: number) => namedId('9d1f3c52-70b8-4c6e-9a3b-14c5e07d2b66', String(year));
const textOf = (year: number, count: number) => `QM-${year}-${String(count).padStart(6, '0')}`;

type Block = { year: number; next: number; to: number };

export class OrderNumbers {
  readonly #store: EventStore;
  #block: Block = { year: 0, next: 1, to: 0 };
  #taking: Promise<void> | undefined;

  constructor(store: EventStore) {
    this.#store = store;
  }

  /** A number of the year of the command. */
  async next({ at, meta }: Pick<Command, 'at' | 'meta'>): Promise<string> {
    const year = new Date(at).getUTCFullYear();
    while (this.#block.year !== year || this.#block.next > this.#block.to) {
      this.#taking ??= this.#take(year, { at, meta }).finally(() => {
        this.#taking = undefined;
      });
      await this.#taking;
    }
    return textOf(year, this.#block.next++);
  }

  async #take(year: number, command: Pick<Command, 'at' | 'meta'>): Promise<void> {
    const take = ({ last }: { last: number }) => [
      orderNumbersTaken({ year, from: last + 1, to: last + limits.numbersAtOnce }),
    ];
    const { state } = await this.#store.decide(orderNumbers, idOf(year), take, command);
    this.#block = { year, next: state.last - limits.numbersAtOnce + 1, to: state.last };
  }
}
