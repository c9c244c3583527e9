/** When an operator is asked for, and until when. */
import { orderAttentionResolved } from '@quickmart/contracts/order/events';
import { describe, expect, test } from 'vitest';
import { answer, attention, completed, delivered, pasts, sent, settled, voidFailed } from '../test/saga.ts';
import { given } from '../test/testing.ts';
import { order } from './order.ts';

describe('attention', () => {
  const open = [...sent, attention('the capture failed: expired_card')];
  test('is asked for once', () => {
    given(order, open).when(answer('PaymentCaptureFailedEvent')).then([]);
    given(order, open)
      .when(answer('PaymentVoidedEvent'))
      .then([settled('voided')]);
  });
  test('stays open when the money comes after all: an operator was told, and says when it is done', () => {
    given(order, open)
      .when(answer('PaymentCapturedEvent'))
      .then([settled('captured')]);
    expect(given(order, [...open, settled('captured')]).state?.attention).not.toBeNull();
  });
  test('for money that came to be held after the end: it is owed from then on, until it is voided', () => {
    const late = [...pasts['cancelled, unpaid'], ...voidFailed];
    expect(given(order, late).state?.owed).toBe('void');
    given(order, late)
      .when(answer('PaymentVoidedEvent'))
      .then([settled('voided')]);
    const again = [...pasts['cancelled, voided'], ...voidFailed];
    given(order, again)
      .when(answer('PaymentVoidedEvent'))
      .then([settled('voided')]);
  });
  test('is not asked for by what failed before an operator has seen to it', () => {
    const note = orderAttentionResolved({ note: 'paid by bank transfer' });
    given(order, [...open, note])
      .when(answer('PaymentCaptureFailedEvent'))
      .then([]);
  });
  test('completes what has arrived when the money comes after all', () => {
    given(order, [...open, delivered])
      .when(answer('PaymentCapturedEvent'))
      .then([settled('captured'), completed]);
  });
});
