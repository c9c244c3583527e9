/** The service through HTTP, with a real Redis and SQLite. */
import { pricingLimits } from '@quickmart/contracts/pricing/limits';
import { serviceOfTests } from '@quickmart/service/testing';
import { expect, test } from 'vitest';
import pricing from './service.ts';

const service = serviceOfTests(pricing);
const { send } = service;
const any = { 'If-Match': '*' };
const seen = (answer: { headers: Headers }) => ({
  'Event-Position': answer.headers.get('event-position') as string,
});
const ten = { name: 'Ten percent', effect: { type: 'percent', percent: 10 } };

test('a promotion is created, read, changed, listed, archived, and tells its history', async () => {
  const made = await send('POST', '/api/promotions', { ...ten, endsAt: '2030-01-01T00:00:00Z' });
  expect([made.status, made.body]).toMatchObject([
    201,
    { ...ten, status: 'active', automatic: false, endsAt: '2030-01-01T00:00:00.000Z', version: 1 },
  ]);
  const path = made.headers.get('location') as string;
  expect((await send('GET', path)).body).toEqual(made.body);
  const stale = await send('PATCH', path, { priority: 5 }, { 'If-Match': '"7"' });
  expect(stale.status).toBe(412);
  const paused = await send('PATCH', path, { status: 'paused' }, { 'If-Match': '"1"' });
  expect(paused.body).toMatchObject({ status: 'paused', priority: 0, version: 2 });
  const list = await send('GET', '/api/promotions?status=paused&automatic=false', undefined, seen(paused));
  expect(list.body.data).toEqual([paused.body]);
  const named = async (part: string) => (await send('GET', `/api/promotions?search=${part}`)).body.data;
  expect([await named('PERCENT'), await named('half')]).toEqual([[paused.body], []]);
  const archived = await send('DELETE', path, undefined, any);
  expect(archived.body).toMatchObject({ status: 'archived', version: 3 });
  const late = await send('POST', `${path}/coupons`, { code: 'LATE' });
  expect([late.status, late.body.code]).toEqual([409, 'promotion-archived']);
  const history = await send('GET', `${path}/history`);
  expect(history.body.data.map(({ eventType }: { eventType: string }) => eventType)).toEqual([
    'PromotionCreatedEvent',
    'PromotionChangedEvent',
    'PromotionArchivedEvent',
  ]);
});

test('a rule with the right shape that cannot hold is refused, and says where and why', async () => {
  const wrong = { ...ten, startsAt: '2030-01-01T00:00:00Z', endsAt: '2029-01-01T00:00:00Z' };
  const answer = await send('POST', '/api/promotions', wrong);
  expect([answer.status, answer.body]).toMatchObject([
    422,
    { code: 'rule-invalid', errors: [{ pointer: '/endsAt', code: 'not-after-start' }] },
  ]);
  const unknown = await send('POST', '/api/promotions', {
    ...ten,
    effect: { type: 'percent', percent: 101 },
  });
  expect([unknown.status, unknown.body]).toMatchObject([
    422,
    { code: 'validation-failed', errors: [{ pointer: '/effect/percent' }] },
  ]);
});

test('one code: chosen, found in any spelling, there once, taken back', async () => {
  const { body: promotion } = await send('POST', '/api/promotions', ten);
  const path = `/api/promotions/${promotion.id}/coupons`;
  const made = await send('POST', path, { code: 'Summer-10', usesMax: 100, usesPerCustomerMax: 1 });
  expect([made.status, made.headers.get('location'), made.body]).toMatchObject([
    201,
    '/api/coupons/Summer-10',
    { code: 'Summer-10', promotionId: promotion.id, usesMax: 100, usesPerCustomerMax: 1, status: 'active' },
  ]);
  const { codes, ...coupon } = made.body;
  expect(codes).toEqual(['Summer-10']);
  expect((await send('GET', '/api/coupons/summer-10')).body).toEqual(coupon);
  const again = await send('POST', path, { code: 'SUMMER-10' });
  expect([again.status, again.body.code]).toEqual([409, 'coupon-taken']);
  expect((await send('GET', '/api/coupons/nobody')).status).toBe(404);
  expect((await send('DELETE', '/api/coupons/nobody', undefined, any)).status).toBe(404);
  const disabled = await send('DELETE', '/api/coupons/SUMMER-10', undefined, { 'If-Match': '"1"' });
  expect(disabled.body).toMatchObject({ code: 'Summer-10', status: 'disabled', version: 2 });
  const shown = await send('GET', '/api/coupons/summer-10?minVersion=2', undefined, seen(disabled));
  expect(shown.body).toEqual(disabled.body);
  const stale = await send('DELETE', '/api/coupons/SUMMER-10', undefined, { 'If-Match': '"1"' });
  expect(stale.status).toBe(412);
});

test('two who want the same code at once: one has it', async () => {
  const { body: promotion } = await send('POST', '/api/promotions', ten);
  const path = `/api/promotions/${promotion.id}/coupons`;
  const codes = ['once', 'ONCE', 'Once', 'oncE'];
  const answers = await Promise.all(codes.map((code) => send('POST', path, { code })));
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409]);
});

test('a batch of 10,000 codes in one call, each of them there at once; with the same key it is the same batch', async () => {
  const { body: promotion } = await send('POST', '/api/promotions', ten);
  const path = `/api/promotions/${promotion.id}/coupons`;
  const asked = { count: pricingLimits.codesMax, prefix: 'gift-' };
  const made = await send('POST', path, asked, { 'Idempotency-Key': 'batch' });
  expect([made.status, made.body]).toMatchObject([201, { code: null, usesMax: 1, usesPerCustomerMax: null }]);
  expect(new Set(made.body.codes).size).toBe(pricingLimits.codesMax);
  const again = await send('POST', path, asked, { 'Idempotency-Key': 'batch' });
  expect([again.headers.get('idempotency-replayed'), again.body]).toEqual(['true', made.body]);
  const list = await send('GET', `${made.headers.get('location')}&includeTotal=true`, undefined, seen(made));
  expect(list.body).toMatchObject({ total: pricingLimits.codesMax, data: { length: 20 } });
  for (const code of [made.body.codes[0], made.body.codes.at(-1)]) {
    const { body } = await send('GET', `/api/coupons/${code}`);
    expect(body).toMatchObject({ code, batchId: made.body.batchId, usesMax: 1, status: 'active' });
  }
  const taken = await send('POST', path, { code: made.body.codes[5000].toUpperCase() });
  expect(taken.body.code).toBe('coupon-taken');
});
