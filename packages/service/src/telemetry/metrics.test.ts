import { expect, test } from 'vitest';
import { Metrics } from './metrics.ts';

test('an attempt that was given up after ten seconds does not count as one of up to a minute', async () => {
  const metrics = new Metrics('payment');
  const about = { category: 'payment', group: 'payment', type: 'PaymentRequestedEvent', events: 1 };
  metrics.handled({ ...about, isDone: true, seconds: 10.01 });
  const counts = [...(await metrics.text()).matchAll(/_bucket\{le="(.+?)".*\} (\d)/g)];
  const first = counts.find(([, , count]) => count === '1');
  expect(Number(first?.[1])).toBeLessThan(15);
});
