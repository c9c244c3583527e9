/** A provider that would do almost everything: it knows its keys, and that either a void or a capture is final. */
import type { PaymentStep } from '@quickmart/contracts/payment/events';
import type { Answer } from '../src/attempts.ts';
import type { News } from '../src/news.ts';
import type { Attempt } from '../src/state.ts';
import { no, ref, yes } from './testing.ts';

export type Request = Pick<Attempt, 'key' | 'step' | 'refundId'> & { amount: number; methodNumber: number };
export type Verdict = 'yes' | 'no' | 'later' | 'action';

const action = { type: 'redirect', url: 'https://bank.example/', clientSecret: null } as const;
/** The bank asks the buyer. */
const askBuyer: Answer = { outcome: 'pending', providerRef: ref, reason: 'requires_action', action };

export class PermissiveProvider {
  /** Money that moved, in order. */
  readonly moves: { step: PaymentStep; refundId: string | null; amount: number }[] = [];
  /** What webhooks could tell, again and again. */
  readonly news: News[] = [];
  readonly #answers = new Map<string, Answer>();
  readonly #undecided = new Map<string, Request>();

  find(key: string): Answer | undefined {
    return this.#answers.get(key);
  }

  ask(asked: Request, verdict: Verdict): Answer {
    const known = this.#answers.get(asked.key);
    if (known !== undefined) return known;
    if (verdict === 'yes' || verdict === 'no') return this.#decide(asked, verdict === 'yes');
    this.#undecided.set(asked.key, asked);
    const isOfBuyer = verdict === 'action' && asked.step === 'authorize';
    return this.#keep(asked.key, isOfBuyer ? askBuyer : no('pending'));
  }

  /** What was pending is decided. */
  mature(wanted: boolean): void {
    for (const asked of this.#undecided.values()) this.#decide(asked, wanted);
    this.#undecided.clear();
  }

  #decide(asked: Request, wanted: boolean): Answer {
    const { key, step, refundId, amount, methodNumber } = asked;
    const end = step === 'void' ? 'capture' : 'void';
    const isOver = this.moves.some((move) => move.step === end);
    const answer = wanted && !isOver ? yes : no(step === 'authorize' ? 'declined' : 'failed');
    if (answer === yes) this.moves.push({ step, refundId, amount });
    this.news.push({ step, refundId, key, methodNumber, answer });
    return this.#keep(key, answer);
  }

  #keep(key: string, answer: Answer): Answer {
    this.#answers.set(key, answer);
    return answer;
  }
}
