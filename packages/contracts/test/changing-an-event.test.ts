/** The code of docs/changing-an-event.md stands in example/, where it is compiled, and does what the page says. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { EventRegistry } from '../src/registry.ts';
import type { Example } from './corpus.ts';
import * as first from './example/new-event.ts';
import * as second from './example/new-version.ts';

const textOf = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8');
const page = textOf('../../../docs/changing-an-event.md');
const blocks = (language: string) =>
  [...page.matchAll(new RegExp(`^ {3}\`\`\`${language}\n(.*?)^ {3}\`\`\``, 'gms'))].map(([, block = '']) =>
    block.replaceAll(/^ {3}/gm, ''),
  );

test('its TypeScript is that of the examples', () => {
  expect(blocks('ts')).toHaveLength(2);
  expect(textOf('example/new-event.ts')).toContain(blocks('ts')[0]);
  expect(textOf('example/new-version.ts')).toContain(blocks('ts')[1]);
});

test('its golden examples are read as it says, by the first version and by the second', () => {
  const [before, after] = blocks('json').map((block) => JSON.parse(block) as Example[]);
  const read = (of: typeof first | typeof second, { data }: Example) =>
    new EventRegistry([of.orderGiftWrapped]).decode('OrderGiftWrappedEvent', 1, data);
  for (const example of before ?? []) expect(read(first, example)).toEqual(example.data);
  for (const example of after ?? []) expect(read(second, example)).toEqual(example.decoded);
  expect([before?.length, after?.length]).toEqual([1, 1]);
  expect(page).toContain(`\`[orderGiftWrapped({ colour: 'red' })]\``);
  expect(first.orderGiftWrapped({ colour: 'red' }).data).toEqual({ colour: 'red' });
});
