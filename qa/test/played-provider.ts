/** The simulated provider, as a test plays it: a request is lost, an answer is, or whoever has asked dies. */
import type { Answer } from '../../apps/payment/src/attempts.ts';
import { type Call, type Provider, UnansweredError } from '../../apps/payment/src/providers/provider.ts';
import {
  type Account,
  decided,
  found,
  newAccount,
  simulate,
} from '../../apps/payment/src/providers/simulation.ts';

export type Fate = 'answered' | 'request lost' | 'answer lost' | 'died before' | 'died after';

/** The process that had asked is gone: its event comes again. */
export class Died extends Error {}

export abstract class PlayedProvider implements Provider {
  readonly name = 'simulated';
  readonly webhooks = { header: '', secret: '', read: async () => undefined };
  readonly accounts = new Map<string, Account>();
  /** Payment methods that it has declined, as `<payment> <number>`. */
  readonly declined = new Set<string>();

  authorize = (call: Call) => this.ask(call);
  capture = (call: Call) => this.ask(call);
  void = (call: Call) => this.ask(call);
  refund = (call: Call) => this.ask(call);
  find = async (call: Call) => this.#noted(call, found(this.#account(call), call, Number.POSITIVE_INFINITY));
  probe = async () => {};
  trouble = () => null;

  protected abstract ask(call: Call): Promise<Answer>;

  /** The answer to a call, where its fate is that it is answered. */
  protected meet(call: Call, fate: Fate): Answer {
    if (fate === 'died before') throw new Died();
    if (fate === 'request lost') throw new UnansweredError(fate);
    const now = call.step === 'authorize' ? 0 : Number.POSITIVE_INFINITY;
    const { account, answer } = simulate(this.#account(call), call, now);
    this.accounts.set(call.paymentId, account);
    this.#noted(call, answer);
    if (fate === 'answer lost') throw new UnansweredError(fate);
    if (fate === 'died after') throw new Died();
    return answer;
  }

  /** What the buyer does at their bank; false where it does not ask them. */
  act(paymentId: string, isDone: boolean): boolean {
    const before = this.accounts.get(paymentId) ?? newAccount;
    const after = decided(before, paymentId, !isDone);
    this.accounts.set(paymentId, after);
    if (after.status === 'declined') this.declined.add(`${paymentId} ${after.methodNumber}`);
    return after !== before;
  }

  /** Somebody captures so much in the provider's dashboard, and may leave the rest held; false where that much is not held. */
  captureByHand(paymentId: string, captured: number, isHeld = false): boolean {
    const account = this.accounts.get(paymentId) ?? newAccount;
    const mayCapture = account.status === 'authorized' || account.isHeld === true;
    if (!mayCapture || captured <= account.captured) return false;
    this.accounts.set(paymentId, { ...account, status: 'captured', captured, isHeld });
    return true;
  }

  /** Somebody gives some of it back in the provider's dashboard; what, if there is something to give. */
  refundByHand(paymentId: string, wanted: number): { id: string; amount: number } | undefined {
    const account = this.accounts.get(paymentId) ?? newAccount;
    const amount = Math.min(wanted, account.captured - account.refunded);
    if (amount <= 0) return undefined;
    this.accounts.set(paymentId, { ...account, refunded: account.refunded + amount });
    return { id: `by-hand-${account.refunded + amount}-${paymentId}`, amount };
  }

  #noted<Told extends Answer | undefined>({ paymentId, methodNumber }: Call, answer: Told): Told {
    if (answer?.outcome === 'declined') this.declined.add(`${paymentId} ${methodNumber}`);
    return answer;
  }

  #account = ({ paymentId }: Call): Account => this.accounts.get(paymentId) ?? newAccount;
}
