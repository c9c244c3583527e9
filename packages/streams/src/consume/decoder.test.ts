/** Groups of a process share what they decode, and nothing else. */
import { expect, test } from 'vitest';
import type { RawEvent } from '../log/entry.ts';
import { Decoder } from './decoder.ts';

const raw = (more: Partial<RawEvent> = {}): RawEvent => ({
  category: 'ledger',
  partition: 1,
  epoch: 1,
  pos: 7,
  eventId: 'e-7',
  eventType: 'NotedEvent',
  schema: 1,
  aggregateId: 'a',
  version: 1,
  at: 0,
  data: '{"lines":[{"quantity":1}]}',
  meta: '{"correlationId":"c"}',
  ...more,
});

function decoderOf(readers: number) {
  let times = 0;
  const codec = {
    decode: (_type: string, _schema: number, data: unknown) => {
      times++;
      return data;
    },
  };
  const decoder = Decoder.of(codec, 'ledger');
  for (let n = 0; n < readers; n++) decoder.begin();
  return { decoder, times: () => times };
}

test('several groups decode an event once, and none of them can change what the others see', () => {
  const { decoder, times } = decoderOf(2);
  const first = decoder.decode(raw());
  expect(decoder.decode(raw())).toBe(first);
  expect(times()).toBe(1);
  const { lines } = first.data as { lines: { quantity: number }[] };
  expect(() => lines.push({ quantity: 2 })).toThrow(TypeError);
  expect(() => Object.assign(lines[0]!, { quantity: 2 })).toThrow(TypeError);
});

test.each<[string, Partial<RawEvent>]>([
  ['other data', { data: '{"lines":[]}' }],
  ['other meta', { meta: '{"correlationId":"d"}' }],
  ['another place', { epoch: 2 }],
  ['another aggregate', { aggregateId: 'b' }],
])('an event of the same id with %s is another one', (_, more) => {
  const { decoder } = decoderOf(2);
  const before = decoder.decode(raw());
  const { data, meta, ...place } = raw(more);
  const found = decoder.decode(raw(more));
  expect(found).not.toBe(before);
  expect(found).toEqual({ ...place, data: JSON.parse(data), meta: JSON.parse(meta) });
});

test('what cannot be read is an error for each of them', () => {
  const { decoder } = decoderOf(2);
  for (let n = 0; n < 2; n++) expect(() => decoder.decode(raw({ data: '{' }))).toThrow(/cannot be decoded/);
});

test('a group that is alone keeps nothing', () => {
  const { decoder, times } = decoderOf(1);
  expect(decoder.decode(raw())).not.toBe(decoder.decode(raw()));
  const end = decoder.begin();
  decoder.decode(raw());
  end();
  decoder.decode(raw());
  expect(times()).toBe(4);
});
