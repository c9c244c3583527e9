/** The simulated provider, answering when it is told to, and not always so that it is heard. */
import type { Answer } from '../../../apps/payment/src/attempts.ts';
import { type Call, type Provider, UnansweredError } from '../../../apps/payment/src/providers/provider.ts';
import { type Account, found, newAccount, simulate } from '../../../apps/payment/src/providers/simulation.ts';

export type Fate = 'answered' | 'request lost' | 'answer lost' | 'died before' | 'died after';
type Waiting = { call: Call; resolve: (answer: Answer) => void; reject: (error: Error) => void };

/** The process that had asked is gone: its event comes again. */
export class Died extends Error {}

export class SlowProvider implements Provider {
  readonly name = 'simulated';
  readonly webhooks = { header: '', secret: '', read: async () => undefined };
  readonly accounts = new Map<string, Account>();
  readonly #waiting: Waiting[] = [];
  #asked = Promise.withResolvers<void>();

  authorize = (call: Call) => this.#ask(call);
  capture = (call: Call) => this.#ask(call);
  void = (call: Call) => this.#ask(call);
  refund = (call: Call) => this.#ask(call);
  find = async (call: Call) => found(this.#account(call), call, Number.POSITIVE_INFINITY);

  probe = async () => {};
  trouble = () => null;

  /** Somebody gives some of it back in the provider's dashboard; what, if there is something to give. */
  refundByHand(paymentId: string, wanted: number): { id: string; amount: number } | undefined {
    const account = this.accounts.get(paymentId) ?? newAccount;
    const amount = Math.min(wanted, account.captured - account.refunded);
    if (amount <= 0) return undefined;
    this.accounts.set(paymentId, { ...account, refunded: account.refunded + amount });
    return { id: `by-hand-${account.refunded + amount}-${paymentId}`, amount };
  }

  get waiting(): number {
    return this.#waiting.length;
  }

  /** Resolves with the next call. */
  asked(): Promise<void> {
    return this.#asked.promise;
  }

  /** Lets one call have its fate. */
  release(which: number, fate: Fate): Call {
    const [{ call, resolve, reject }] = this.#waiting.splice(which, 1) as [Waiting];
    const isLost = fate === 'request lost' || fate === 'died before';
    const answer = isLost ? undefined : this.#simulate(call);
    if (fate === 'answered') resolve(answer!);
    else reject(fate.startsWith('died') ? new Died() : new UnansweredError(fate));
    return call;
  }

  #simulate(call: Call): Answer {
    const now = call.step === 'authorize' ? 0 : Number.POSITIVE_INFINITY;
    const { account, answer } = simulate(this.#account(call), call, now);
    this.accounts.set(call.paymentId, account);
    return answer;
  }

  #ask(call: Call): Promise<Answer> {
    const { promise, resolve, reject } = Promise.withResolvers<Answer>();
    this.#waiting.push({ call, resolve, reject });
    this.#asked.resolve();
    this.#asked = Promise.withResolvers();
    return promise;
  }

  #account = ({ paymentId }: Call): Account => this.accounts.get(paymentId) ?? newAccount;
}
