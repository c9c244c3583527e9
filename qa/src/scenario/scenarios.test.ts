/** Every scenario of qa/scenarios, side by side on one lab; and what is said of a file that is none. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { beforeAll, expect, onTestFinished, test } from 'vitest';
import { qa } from '../testing.ts';
import { runScenarios, scenarioFiles } from './command.ts';
import { readScenario } from './format.ts';
import { differences } from './match.ts';
import type { Outcome } from './run.ts';

const files = scenarioFiles();
let outcomes: Outcome[];
beforeAll(async () => {
  outcomes = await runScenarios(files.map(readScenario));
});

test.each(files.map((path) => basename(path)))('%s', (file) => {
  expect(outcomes.find((one) => one.file === file)?.failures).toEqual([]);
});

test('the invariants hold over all of them', () => {
  expect(outcomes.at(-1)).toMatchObject({ file: '', failures: [] });
});

function scenarioFile(text: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'quickmart-scenario-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, 'mine.yaml'), text);
  return join(folder, 'mine.yaml');
}
const given = 'scenario: mine\nwhen: [{ product: mug }]\n';

test('what does not hold is said, each with what is instead', async () => {
  const path = scenarioFile(`${given}then:
  events: { inventory/$mug: [InventoryCreatedEvent, StockAdjustedEvent] }
  rows:
    - { service: inventory, table: inventories, key: $mug, has: { onHand: 99, sku: ~/^mug/ } }
    - { service: product, table: products, key: $mug, absent: true }
  dead: { product/inventory: [$mug] }`);
  const { code, out } = await qa(undefined, 'scenario', path);
  expect(code).toBe(1);
  expect(out).toMatch(/has InventoryCreatedEvent; not InventoryCreatedEvent, StockAdjustedEvent/);
  expect(out).toMatch(/\.onHand is 100, not 99/);
  expect(out).toMatch(/products has \{.*product\/inventory has no dead letter/s);
});

test.each([
  ['then:\n  row: []', /Unrecognized key: "row"/],
  ['then: {}\nwhat: 1', /Unrecognized key: "what"/],
  ['then:\n  events: { nowhere/$mug: [] }', /events/],
  ['then: [', /mine\.yaml.*line/s],
])('a file that is no scenario is refused: %j', async (text, words) => {
  expect(await qa(undefined, 'scenario', scenarioFile(given + text))).toMatchObject({
    code: 2,
    err: expect.stringMatching(words),
  });
});

test('matchers', () => {
  const actual = {
    id: '019a0000-0000-7000-8000-000000000001',
    at: '2026-01-01T00:00:00Z',
    n: 5,
    list: [1, { a: 'x' }],
  };
  const matching = { id: '~uuid', at: '~time', n: '~>=5', list: ['~number', { a: '~/^x$/' }] };
  expect(differences(matching, actual)).toEqual([]);
  for (const wrong of [
    { id: '~time' },
    { n: '~>=6' },
    { n: '~text' },
    { list: [1] },
    { list: [1, { a: '~/y/' }] },
    { no: '~any' },
  ])
    expect(differences(wrong, actual), JSON.stringify(wrong)).toHaveLength(1);
});
