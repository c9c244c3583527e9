/** A call to the provider, as those see it who watch: one span of its trace, and one more of its outcome. */
import type { PaymentStep } from '@quickmart/contracts/payment/events';
import type { Metrics } from '@quickmart/service';
import { conventions, failed, inSpan, SpanKind } from '@quickmart/streams';
import type { Answer } from './attempts.ts';

export type About = { provider: string; step: PaymentStep };
export type Called = (about: About, call: () => Promise<Answer>) => Promise<Answer>;

/** For who does not watch. */
export const unseen: Called = (_, call) => call();

/** What became of calls is counted, also of those that a webhook is faster than. */
export function calledWith(metrics: Pick<Metrics, 'counter'>): Called {
  const calls = metrics.counter(
    'quickmart_payment_calls_total',
    'Calls to the payment provider by what became of them',
    ['provider', 'step', 'outcome'],
  );
  return async ({ provider, step }, call) => {
    const attributes = () => ({ [conventions.paymentProvider]: provider });
    return await inSpan(`${step} ${provider}`, { kind: SpanKind.CLIENT, attributes }, async (span) => {
      const answer = await call();
      const { outcome } = answer;
      calls.inc({ provider, step, outcome });
      span?.setAttribute(conventions.paymentOutcome, outcome);
      // A decline is an answer.
      if (span && (outcome === 'unanswered' || outcome === 'failed')) failed(span, { code: outcome });
      return answer;
    });
  };
}
