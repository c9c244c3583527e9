/** A provider that does not answer, for all calls or for one kind of them: what needs it waits, the others go on. */
import { OutageError } from '@quickmart/streams';
import { expect, test } from 'vitest';
import { guarded } from '../src/providers/guarded.ts';
import { type Operation, type Provider, UnansweredError } from '../src/providers/provider.ts';
import { cancelled, dispatched, returned } from './orders.ts';
import { startWorld } from './world.ts';

const none = () => {};
const silent = { debug: none, info: none, warn: none, error: none };

test('a provider that is down: everything waits, deadlines hold, nothing is lost or counted', async () => {
  let down = true;
  const orDown =
    (operation: Operation): Operation =>
    async (call, signal) => {
      if (down) throw new OutageError('the provider is down');
      return await operation(call, signal);
    };
  const away = await startWorld({}, (p: Provider) => ({ ...p, authorize: orDown(p.authorize) }));
  try {
    const [waits, expires, ends] = [await away.ask(), await away.ask({ withinMs: 300 }), await away.ask()];
    await away.until(expires.paymentId, 'PaymentFailedEvent');
    await away.order(ends.orderId, cancelled);
    down = false;
    await away.until(waits.paymentId, 'PaymentAuthorizedEvent');
    await away.until(ends.paymentId, 'PaymentVoidedEvent');
    for (const { paymentId } of [expires, ends])
      expect(await away.events(paymentId)).not.toContain('PaymentAuthorizedEvent');
    expect(away.lines.join('')).not.toContain('dead letters');
  } finally {
    await away.stop();
  }
});

test('refunds that the provider has no answer for do not stop the payments of others, and are not given up', async () => {
  let broken = true;
  const breakRefunds = (p: Provider): Provider =>
    guarded(
      {
        ...p,
        refund: async (call, signal) => {
          if (broken) throw new UnansweredError('status 500');
          return await p.refund(call, signal);
        },
      },
      { timeoutMs: 5000, breakerFailures: 2, breakerOpenMs: 50, logger: silent },
    );
  // What the open circuit refuses does not count as an attempt.
  const env = { PAYMENT_ATTEMPTS_MAX: '3', PAYMENT_RETRY_BASE_MS: '300' };
  const shop = await startWorld(env, breakRefunds);
  try {
    const paid = await Promise.all(Array.from({ length: 3 }, () => shop.ask()));
    for (const { paymentId, orderId } of paid) {
      await shop.until(paymentId, 'PaymentAuthorizedEvent');
      await shop.order(orderId, dispatched);
      await shop.until(paymentId, 'PaymentCapturedEvent');
    }
    for (const { orderId } of paid) await shop.order(orderId, returned(100));
    for (let n = 0; n < 5; n++) {
      const { paymentId } = await shop.ask();
      await shop.until(paymentId, 'PaymentAuthorizedEvent');
    }
    broken = false;
    const ends = await Promise.all(paid.map(({ paymentId }) => shop.events(paymentId)));
    expect(ends.flat()).not.toContain('PaymentRefundFailedEvent');
  } finally {
    await shop.stop();
  }
});
