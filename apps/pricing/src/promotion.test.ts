import { promotionArchived, promotionChanged, promotionCreated } from '@quickmart/contracts/pricing/events';
import { registry } from '@quickmart/contracts/registry';
import { promotion } from '@quickmart/price-book';
import { givenWith } from '@quickmart/streams/given';
import { expect, test } from 'vitest';
import { newPromotion, promotionUpdate } from './api.ts';
import { archive, create, update } from './promotion.ts';

const { given } = givenWith(registry);
const input = newPromotion.parse({ name: 'Ten', effect: { type: 'percent', percent: 10 } });
const created = promotionCreated(input);

const none = given(promotion, []);
const active = given(promotion, [created]);
const archived = given(promotion, [created, promotionArchived({})]);

test('what is left out is as usual: by code, together with others, from now on', () => {
  none.when(() => create(input)).then([created]);
  expect(active.state).toMatchObject({
    effect: { on: { skus: [], categories: [] } },
    conditions: [],
    automatic: false,
    stackable: true,
    priority: 0,
    startsAt: null,
    status: 'active',
  });
});

test('a rule that can never hold is refused, with everything that is wrong with it', () => {
  const wrong = newPromotion.parse({
    ...input,
    effect: { type: 'amount', amount: { amount: 0, currency: 'EUR' } },
    startsAt: '2026-12-01T00:00:00.000Z',
    endsAt: '2026-11-01T00:00:00.000Z',
  });
  const errors = [
    { pointer: '/endsAt', code: 'not-after-start', detail: 'it must be after 2026-12-01T00:00:00.000Z' },
    { pointer: '/effect/amount/amount', code: 'too-small', detail: 'it takes nothing off: at least 1' },
  ];
  none.when(() => create(wrong)).refuses('rule-invalid', { members: { errors } });
});

test('a change is checked together with what stays', () => {
  const changes = promotionUpdate.parse({ endsAt: '2026-11-01T00:00:00.000Z' });
  active.when((state) => update(state, changes)).then([promotionChanged({ changes })]);
  const started = promotionUpdate.parse({ startsAt: '2026-11-02T00:00:00.000Z' });
  const ending = given(promotion, [created, promotionChanged({ changes })]);
  expect(ending.state?.endsAt).toBe(Date.UTC(2026, 10));
  ending.when((state) => update(state, started)).refuses('rule-invalid');
  const open = promotionUpdate.parse({ endsAt: null });
  ending.when((state) => update(state, open)).then([promotionChanged({ changes: open })]);
});

test('a change that changes nothing is no event; an archived promotion is not changed, and not archived again', () => {
  active.when((state) => update(state, { priority: 0, status: 'active' })).then([]);
  active
    .when((state) => update(state, { status: 'paused' }))
    .then([promotionChanged({ changes: { status: 'paused' } })]);
  active.when(archive).then([promotionArchived({})]);
  archived.when(archive).then([]);
  archived.when((state) => update(state, { status: 'active' })).refuses('promotion-archived');
  none.when((state) => update(state, {})).refuses('not-found');
  none.when(archive).refuses('not-found');
});
