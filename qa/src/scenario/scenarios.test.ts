/** Every scenario of qa/scenarios, side by side on one lab; and what is said of a file that is none. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { beforeAll, expect, onTestFinished, test } from 'vitest';
import { parse } from 'yaml';
import { qa } from '../../test/testing.ts';
import { runScenarios, scenarioFiles, scenarioFolder } from './command.ts';
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

test('an event that nobody can read, and a scenario that breaks off: the others have their outcomes', async () => {
  const unreadable = scenarioFile(`scenario: unreadable
when:
  - { event: UnheardOfEvent, of: order/$order, data: { a: 1 } }
then:
  events: { order/$order: [{ UnheardOfEvent: { a: 2 } }] }
  dead: { order/inventory: [$order] }`);
  const late = scenarioFile('scenario: late\nwhen: [{ timers: order/$order }]\nthen: {}');
  const missing = scenarioFile(`scenario: again
when: [{ redeliver: OrderPlacedEvent, of: order/$order, to: order/inventory }]
then: {}`);
  const sound = scenarioFile(`${given}then: {}`);
  const { code, out } = await qa(undefined, 'scenario', unreadable, late, missing, sound, '--json');
  const said = (JSON.parse(out) as Outcome[]).map(({ scenario, failures }) => [scenario, failures.join()]);
  expect([code, said]).toEqual([
    1,
    [
      ['unreadable', expect.stringMatching(/UnheardOfEvent\.a is 1, not 2.*no dead letter of/)],
      ['late', expect.stringMatching(/^step 1 \(timers\): order has no timer of/)],
      ['again', expect.stringMatching(/^step 1 \(redeliver\): .* has no OrderPlacedEvent/)],
      ['mine', ''],
      ['the invariants hold over all of them', ''],
    ],
  ]);
});

test('an aggregate that a group has given up on, though no scenario says so, is said', async () => {
  const path = scenarioFile(`scenario: given up
when:
  - event: OrderPlacedEvent
    of: order/$order
    data:
      customerId: ann
      lines:
        - productId: $nothing
          sku: X
          name: X
          quantity: 1
          unitPrice: { amount: 1, currency: EUR }
          lineTotal: { amount: 1, currency: EUR }
      total: { amount: 1, currency: EUR }
then: {}`);
  const { code, out } = await qa(undefined, 'scenario', path);
  expect([code, out]).toEqual([
    1,
    expect.stringMatching(/order\/inventory has given up on OrderPlacedEvent of .*: there is no product/),
  ]);
});

const scenarioOf = (when: string, then = '{}') => `scenario: mine\nwhen:\n  - ${when}\nthen: ${then}`;
test.each([
  [
    '{ reqest: POST /api/orders, to: order, status: 201 }',
    '{}',
    /no step has the words reqest.*is request meant\?/,
  ],
  [
    '{ request: POST /api/orders, to: orders, status: 201 }',
    '{}',
    /is no service: there are product.*\n.* at when\[0\]\.to/,
  ],
  [
    '{ request: POST /api/orders, too: order, status: 201 }',
    '{}',
    /request: has fields that are unknown here: too/,
  ],
  [
    '{ times: 3, together: { prodct: mug } }',
    '{}',
    /together\.together: no step has the words prodct.*product meant/,
  ],
  [
    '{ product: mug }',
    '{ rows: [{ service: order, table: ordrs, key: $mug, has: {} }] }',
    /no table ordrs; it has orders/,
  ],
  [
    '{ product: mug }',
    '{ rows: [{ service: order, table: orders, key: $mug, has: { stat: 1 } }] }',
    /no column stat; it has .*status/,
  ],
  [
    '{ product: mug }',
    '{ rows: [{ service: order, table: orders, key: $mug }] }',
    /either `has` or `absent: true`/,
  ],
  ['{ product: mug }', '{ events: { order/$mug: [Placed] } }', /must end with Event[\s\S]*then\.events/],
])('a word that is not right is named: %s %s', async (when, then, words) => {
  const wrong = scenarioFile(scenarioOf(when, then));
  expect(await qa(undefined, 'scenario', wrong)).toMatchObject({
    code: 2,
    err: expect.stringMatching(words),
  });
});

test('a file that is none does not keep the others from running', async () => {
  const files = [scenarioFile(`${given}then: {}`), scenarioFile('nothing')];
  const { code, out, err } = await qa(undefined, 'scenario', ...files);
  expect([code, out, err]).toEqual([2, expect.stringMatching(/✓ mine/), expect.stringMatching(/mine\.yaml/)]);
});

test('the JSON schema for editors is that of the code, and takes every scenario', async () => {
  const path = join(scenarioFolder, 'scenario.schema.json');
  const schema = JSON.parse(readFileSync(path, 'utf8'));
  expect(schema, 'npm run -s qa -- scenario --schema > qa/scenarios/scenario.schema.json').toEqual(
    JSON.parse((await qa(undefined, 'scenario', '--schema')).out),
  );
  const validate = new Ajv2020({ strict: false, validateFormats: false }).compile(schema);
  for (const file of files) {
    const text = readFileSync(file, 'utf8');
    expect(text, file).toMatch(/^# yaml-language-server: \$schema=scenario\.schema\.json\n/);
    validate(parse(text));
    expect(validate.errors, file).toBeNull();
  }
  expect(validate(parse(`${given}then: {}`.replace('product', 'prodct')))).toBe(false);
});

test('the tables that rows can be looked up in are listed', async () => {
  const { out } = await qa(undefined, 'scenario', '--tables');
  expect(out).toMatch(/^inventory +inventories +productId +.*onHand/m);
});

test.each([
  ['then:\n  row: []', /has fields that are unknown here: row/],
  ['then: {}\nwhat: 1', /has fields that are unknown here: what/],
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
