/** What every payment provider must do, whatever is behind it. See src/providers/provider.ts. */
import { randomUUIDv7 } from 'node:crypto';
import type { PaymentStep } from '@quickmart/contracts/payment/events';
import { describe, expect, test } from 'vitest';
import type { Answer } from '../src/attempts.ts';
import type { Call, Provider } from '../src/providers/provider.ts';
import { euros } from './world.ts';

export type Subject = { provider: () => Provider; methods: { approve: string; decline: string } };

const { signal } = new AbortController();

export function providerContract(name: string, { provider, methods }: Subject): void {
  /** One payment; calls keep what the provider calls it, as the aggregate does. */
  function payment(method: string = methods.approve) {
    const [paymentId, orderId] = [randomUUIDv7(), randomUUIDv7()];
    let providerRef: string | null = null;
    const callOf = (step: PaymentStep, n = 1, amount = 3897, refundId: string | null = null): Call => ({
      step,
      key: `${paymentId}:${step}:${n}`,
      refundId,
      amount: euros(amount),
      captured: 0,
      payable: 3897,
      paymentId,
      orderId,
      customerId: 'customer-17',
      paymentMethod: method,
      providerRef,
    });
    const ask = async (call: Call): Promise<Answer> => {
      const answer = await provider()[call.step](call, signal);
      if (call.step !== 'refund') providerRef ??= answer.providerRef;
      return answer;
    };
    const find = (call: Call) => provider().find(call, signal);
    return { callOf, ask, find };
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
