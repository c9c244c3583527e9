/**
 * The payment provider of the recording: a call gets the answer that the recorded attempt ended with, when the story has come
 * to that event. A call that the recording does not have succeeds, and is counted.
 */

import type { NextAction } from '@quickmart/contracts/payment/next-action';
import type { EventInAppend } from '@quickmart/streams';
import type { Answer } from '../../../apps/payment/src/attempts.ts';
import {
  type Call,
  isLast,
  type Provider,
  UnansweredError,
} from '../../../apps/payment/src/providers/provider.ts';
import type { Recorded, Story } from './recorded.ts';

type Ended = {
  number: number;
  step: string;
  outcome: Answer['outcome'];
  providerRef: string | null;
  reason: string | null;
  [more: string]: unknown;
};
/** Fields about the attempt itself; all others are the answer. */
const ofAttempt = ['paymentId', 'orderId', 'number', 'step', 'refundId', 'retryAt'];
const answerOf = (ended: Ended): Answer =>
  Object.fromEntries(Object.entries(ended).filter(([name]) => !ofAttempt.includes(name))) as Answer;

/** What the buyer had to do is told by the event after that of the attempt. */
function actionAfter({ category, aggregateId, version }: Recorded, story: Story): NextAction | undefined {
  const next = story.at(category, aggregateId, version + 1);
  if (next?.eventType !== 'PaymentActionRequiredEvent') return undefined;
  const { type, url, clientSecret } = JSON.parse(next.data) as NextAction;
  return { type, url, clientSecret };
}

type Waiting = { paymentId: string; ended: Recorded | undefined; answer: () => void; dueSeq: number };

export class RecordedProvider implements Provider {
  readonly name: string;
  readonly webhooks = { header: '', secret: '', read: async () => undefined };
  /** Calls that the recording does not have. */
  unknown = 0;
  readonly #story: Story;
  readonly #ended = new Map<string, Recorded>();
  /** Payment → the number of its latest attempt. */
  readonly #started = new Map<string, number>();
  readonly #waiting: Waiting[] = [];
  #asked = Promise.withResolvers<void>();

  constructor(story: Story) {
    this.#story = story;
    let name: string | undefined;
    for (const event of story.events) {
      if (event.eventType === 'PaymentRequestedEvent')
        name ??= (JSON.parse(event.data) as { provider: string }).provider;
      if (event.eventType !== 'PaymentAttemptEndedEvent') continue;
      const key = `${event.aggregateId} ${(JSON.parse(event.data) as Ended).number}`;
      // The answer to the call, if there is one; else what a webhook has said before.
      const known = this.#ended.get(key);
      if (known === undefined || (known.causationId === undefined && event.causationId !== undefined))
        this.#ended.set(key, event);
    }
    this.name = name ?? 'simulated';
  }

  authorize = (call: Call) => this.#ask(call);
  capture = async (call: Call) => {
    const answer = await this.#ask(call);
    // The end of an attempt does not tell it.
    return answer.outcome === 'succeeded' && !isLast(call) ? { ...answer, isHeld: true as const } : answer;
  };
  void = (call: Call) => this.#ask(call);
  refund = (call: Call) => this.#ask(call);
  find = async () => undefined;
  probe = async () => {};
  trouble = () => null;

  /** Is told of everything that is appended. */
  note({ aggregateId, event }: EventInAppend): void {
    if (event.eventType === 'PaymentAttemptStartedEvent')
      this.#started.set(aggregateId, (event.data as { number: number }).number);
  }

  /** Resolves with the next call. */
  asked(): Promise<void> {
    return this.#asked.promise;
  }

  /** The next answer of the story: when it comes, and how to give it. */
  next(): Waiting | undefined {
    return this.#waiting.toSorted((a, b) => a.dueSeq - b.dueSeq)[0];
  }

  give(waiting: Waiting): void {
    this.#waiting.splice(this.#waiting.indexOf(waiting), 1);
    waiting.answer();
  }

  #answerOf(data: Ended, ended: Recorded | undefined): Answer {
    const answer = answerOf(data);
    const action = ended && actionAfter(ended, this.#story);
    return answer.outcome === 'pending' && action ? { ...answer, action } : answer;
  }

  #ask(call: Call): Promise<Answer> {
    const { paymentId } = call;
    const number = this.#started.get(paymentId) ?? 0;
    const ended = this.#ended.get(`${paymentId} ${number}`);
    const { promise, resolve, reject } = Promise.withResolvers<Answer>();
    const data = ended && (JSON.parse(ended.data) as Ended);
    const answer = () => {
      if (data?.step !== call.step) {
        this.unknown++;
        resolve({
          outcome: 'succeeded',
          providerRef: call.providerRef ?? `replayed_${paymentId}`,
          reason: null,
        });
      } else if (data.outcome === 'unanswered') reject(new UnansweredError(data.reason ?? 'no answer'));
      else resolve(this.#answerOf(data, ended));
    };
    // A webhook comes by itself; the answer to the call comes after it.
    const dueSeq = ended === undefined ? 0 : ended.seq + (ended.causationId === undefined ? 0.5 : 0);
    this.#waiting.push({ paymentId, ended, answer, dueSeq });
    this.#asked.resolve();
    this.#asked = Promise.withResolvers();
    return promise;
  }
}
