/** What every payment provider must do, whatever is behind it. See src/providers/provider.ts. */
import { randomUUIDv7 } from 'node:crypto';
import type { PaymentStep } from '@quickmart/contracts/payment/events';
import { describe, expect, test } from 'vitest';
import type { Answer } from '../src/attempts.ts';
import type { Call, Provider } from '../src/providers/provider.ts';
import { euros } from './world.ts';

/** `act`: the buyer does what their bank asks for, or does not. */
export type Subject = {
  provider: () => Provider;
  methods: { approve: string; decline: string; action: string; splittable: string; captureOnce: string };
  act(paymentId: string, isDone: boolean): Promise<void>;
};

const { signal } = new AbortController();

export function providerContract(name: string, { provider, methods, act }: Subject): void {
  /** One payment; calls keep what the provider calls it, as the aggregate does. */
  function payment(method: string = methods.approve) {
    const [paymentId, orderId] = [randomUUIDv7(), randomUUIDv7()];
    let providerRef: string | null = null;
    let [paymentMethod, methodNumber] = [method, 1];
    const callOf = (
      step: PaymentStep,
      n = 1,
      amount = 3897,
      refundId: string | null = null,
      captured = 0,
    ): Call => ({
      step,
      key: `${paymentId}:${step}:${n}`,
      refundId,
      amount: euros(amount),
      captured,
      payable: 3897,
      paymentId,
      orderId,
      customerId: 'customer-17',
      paymentMethod,
      methodNumber,
      providerRef,
    });
    const another = (next: string) => {
      [paymentMethod, methodNumber] = [next, methodNumber + 1];
    };
    const ask = async (call: Call): Promise<Answer> => {
      const answer = await provider()[call.step](call, signal);
      if (call.step !== 'refund') providerRef ??= answer.providerRef;
      return answer;
    };
    const find = (call: Call) => provider().find(call, signal);
    return { callOf, ask, find, another, paymentId };
  }
  const ok = { outcome: 'succeeded', providerRef: expect.stringMatching(/./), reason: null };

  async function captured() {
    const one = payment();
    await one.ask(one.callOf('authorize'));
    expect(await one.ask(one.callOf('capture'))).toMatchObject(ok);
    return one;
  }

  describe(`the ${name} provider`, () => {
    test('authorizes once per key, and knows it afterwards', async () => {
      const { callOf, ask, find } = payment();
      const call = callOf('authorize');
      expect(await find(call)).toBeUndefined();
      const first = await ask(call);
      expect(first).toEqual(ok);
      expect(await ask(call)).toEqual(first);
      expect(await find(call)).toEqual(first);
    });

    test('says why it declines, also when it is asked again', async () => {
      const { callOf, ask, find } = payment(methods.decline);
      const declined = { outcome: 'declined', reason: expect.stringMatching(/^[a-z_]+$/) };
      expect(await ask(callOf('authorize'))).toMatchObject(declined);
      expect(await find(callOf('authorize'))).toMatchObject(declined);
    });

    test('authorizes by another payment method after a decline, once, and knows which of them it was', async () => {
      const { callOf, ask, find, another } = payment(methods.decline);
      await ask(callOf('authorize'));
      another(methods.approve);
      const call = callOf('authorize', 2);
      // The decline of before is not its answer.
      expect(await find(call)).toBeUndefined();
      expect(await ask(call)).toEqual(ok);
      expect(await ask(call)).toEqual(ok);
      expect(await find(call)).toEqual(ok);
      expect(await ask(callOf('capture', 3))).toMatchObject({ ...ok });
    });

    test('declines one payment method after the other, until it is voided', async () => {
      const { callOf, ask, find, another } = payment(methods.decline);
      const declined = { outcome: 'declined', reason: expect.stringMatching(/^[a-z_]+$/) };
      await ask(callOf('authorize'));
      another(methods.decline);
      expect(await ask(callOf('authorize', 2))).toMatchObject(declined);
      expect(await find(callOf('authorize', 2))).toMatchObject(declined);
      expect(await ask(callOf('void', 3))).toMatchObject(ok);
      another(methods.approve);
      expect(await ask(callOf('authorize', 4))).toMatchObject({ outcome: 'declined' });
    });

    test('waits for the buyer with the second payment method, too, and with the third after they did not do it', async () => {
      const { callOf, ask, find, another, paymentId } = payment(methods.decline);
      await ask(callOf('authorize'));
      another(methods.action);
      expect(await ask(callOf('authorize', 2))).toMatchObject({ outcome: 'pending', action: {} });
      await act(paymentId, false);
      expect(await find(callOf('authorize', 2))).toMatchObject({ outcome: 'declined' });
      another(methods.action);
      expect(await find(callOf('authorize', 3))).toBeUndefined();
      expect(await ask(callOf('authorize', 3))).toMatchObject({ outcome: 'pending', action: {} });
      await act(paymentId, true);
      expect(await find(callOf('authorize', 3))).toMatchObject(ok);
      expect(await ask(callOf('capture', 4))).toMatchObject(ok);
    });

    test('captures once', async () => {
      const { callOf, ask, find } = payment();
      expect(await ask(callOf('capture'))).toMatchObject({ outcome: 'failed' });
      await ask(callOf('authorize'));
      expect(await find(callOf('capture', 2))).toBeUndefined();
      expect(await ask(callOf('capture', 2))).toMatchObject(ok);
      expect(await ask(callOf('capture', 2))).toMatchObject(ok);
      expect(await find(callOf('capture', 2))).toMatchObject(ok);
      // Under another key: it is done, and not done again.
      expect(await ask(callOf('capture', 3))).toMatchObject(ok);
    });

    test('voids an authorization for good, also twice', async () => {
      const { callOf, ask, find } = payment();
      await ask(callOf('authorize'));
      expect(await find(callOf('void'))).toBeUndefined();
      expect(await ask(callOf('void'))).toEqual(ok);
      expect(await find(callOf('void'))).toEqual(ok);
      expect(await ask(callOf('void', 2))).toEqual(ok);
      expect(await ask(callOf('capture'))).toMatchObject({ outcome: 'failed' });
    });

    test('voids what it has never heard of: an authorization that comes after it is none', async () => {
      const { callOf, ask } = payment();
      expect(await ask(callOf('void'))).toEqual(ok);
      expect((await ask(callOf('authorize'))).outcome).toBe('declined');
    });

    test('captures parts, each once, while the rest stays held; the last one lets nothing go that is to be paid', async () => {
      const { callOf, ask, find } = payment(methods.splittable);
      await ask(callOf('authorize'));
      const first = callOf('capture', 2, 1000);
      expect(await ask(first)).toMatchObject({ ...ok, amount: 1000, isHeld: true });
      expect(await ask(first)).toMatchObject({ ...ok, amount: 1000, isHeld: true });
      expect(await find(first)).toMatchObject({ ...ok, amount: 1000, isHeld: true });
      const last = callOf('capture', 3, 2897, null, 1000);
      expect(await find(last)).toBeUndefined();
      const all = await ask(last);
      expect(all).toMatchObject({ ...ok, amount: 3897 });
      expect(all).not.toHaveProperty('isHeld');
      expect(await ask(callOf('refund', 4, 3897, 'all'))).toMatchObject(ok);
    });

    test('releases what is held of a payment of which a part is captured', async () => {
      const { callOf, ask } = payment(methods.splittable);
      await ask(callOf('authorize'));
      await ask(callOf('capture', 2, 1000));
      expect(await ask(callOf('void', 3, 3897, null, 1000))).toMatchObject(ok);
      expect(await ask(callOf('refund', 4, 1001, 'more'))).toMatchObject({ outcome: 'failed' });
      expect(await ask(callOf('refund', 5, 1000, 'all'))).toMatchObject(ok);
    });

    test('captures all at the first, where it can capture only once', async () => {
      const { callOf, ask } = payment(methods.captureOnce);
      await ask(callOf('authorize'));
      const all = await ask(callOf('capture', 2, 1000));
      expect(all).toMatchObject({ ...ok, amount: 3897 });
      expect(all).not.toHaveProperty('isHeld');
    });

    test('says what the buyer has to do, and waits until they have done it', async () => {
      const { callOf, ask, find, paymentId } = payment(methods.action);
      const call = callOf('authorize');
      const action = { type: expect.stringMatching(/^(redirect|client-secret)$/) };
      const waiting = { outcome: 'pending', providerRef: expect.stringMatching(/./), action };
      expect(await ask(call)).toMatchObject(waiting);
      expect(await find(call)).toMatchObject(waiting);
      await act(paymentId, true);
      expect(await find(call)).toMatchObject(ok);
      expect(await ask(callOf('capture', 2))).toMatchObject(ok);
    });

    test('declines where the buyer does not do it; a void ends the wait', async () => {
      const { callOf, ask, find, paymentId } = payment(methods.action);
      await ask(callOf('authorize'));
      await act(paymentId, false);
      expect(await find(callOf('authorize'))).toMatchObject({ outcome: 'declined' });
      const other = payment(methods.action);
      await other.ask(other.callOf('authorize'));
      expect(await other.ask(other.callOf('void'))).toMatchObject(ok);
      expect((await other.find(other.callOf('authorize')))?.outcome).not.toBe('succeeded');
    });

    test('does not void what is captured', async () => {
      const { callOf, ask } = await captured();
      expect(await ask(callOf('void'))).toMatchObject({ outcome: 'failed' });
    });

    test('refunds parts, each once, and never more than was captured', async () => {
      const { callOf, ask, find } = await captured();
      const part = callOf('refund', 1, 3000, 'one');
      expect(await find(part)).toBeUndefined();
      const first = await ask(part);
      expect(first).toEqual(ok);
      expect(await ask(part)).toEqual(first);
      expect(await find(part)).toEqual(first);
      expect(await ask(callOf('refund', 2, 898, 'two'))).toMatchObject({ outcome: 'failed' });
      expect(await ask(callOf('refund', 3, 897, 'three'))).toEqual(ok);
    });

    test('does not refund what is not captured', async () => {
      const { callOf, ask } = payment();
      await ask(callOf('authorize'));
      expect(await ask(callOf('refund', 1, 1, 'one'))).toMatchObject({ outcome: 'failed' });
    });
  });
}
