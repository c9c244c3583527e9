import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { event } from './event.ts';
import { EventRegistry, registry } from './registry.ts';

const colour = z.object({ colour: z.string() });
const sold1 = event('MugSoldEvent', 1, colour);
const sold2 = event('MugSoldEvent', 2, z.object({ colours: z.array(z.string()) }), (previous) => ({
  colours: [(previous as z.infer<typeof colour>).colour],
}));
const sold3 = event(
  'MugSoldEvent',
  3,
  z.object({ colours: z.array(z.string()).min(1), gift: z.boolean() }),
  (previous) => ({ ...(previous as object), gift: false }),
);
const broken = event('MugBrokenEvent', 1, z.object({}));

describe('decode', () => {
  const mugs = new EventRegistry([sold3, sold1, broken, sold2]);

  test.each([
    ['the first schema', 1, { colour: 'blue' }, { colours: ['blue'], gift: false }],
    ['the one in between', 2, { colours: ['a', 'b'] }, { colours: ['a', 'b'], gift: false }],
    ['the newest', 3, { colours: ['a'], gift: true }, { colours: ['a'], gift: true }],
  ])('%s comes out as the newest', (_, schema, data, decoded) => {
    expect(mugs.decode('MugSoldEvent', schema, data)).toEqual(decoded);
  });

  test.each([
    ['an unknown type', 'MugLostEvent', 1, {}, 'unknown event MugLostEvent with schema 1'],
    ['a schema from the future', 'MugSoldEvent', 4, {}, 'unknown event MugSoldEvent with schema 4'],
    [
      'a schema that is no number',
      'MugSoldEvent',
      Number.NaN,
      {},
      'unknown event MugSoldEvent with schema NaN',
    ],
    ['a name that every object has', 'constructor', 1, {}, 'unknown event constructor'],
    ['data of another schema', 'MugSoldEvent', 2, { colour: 'blue' }, 'invalid MugSoldEvent: '],
    ['no data', 'MugSoldEvent', 1, null, 'invalid MugSoldEvent: '],
    ['what an upcaster makes of bad data', 'MugSoldEvent', 2, { colours: [] }, 'invalid MugSoldEvent: '],
  ])('refuses %s', (_, eventType, schema, data, message) => {
    expect(() => mugs.decode(eventType, schema, data)).toThrow(message);
  });

  test('says where the data is wrong', () => {
    expect(() => mugs.decode('MugSoldEvent', 1, { colour: 7 })).toThrow(/at colour/);
  });
});

describe('declarations', () => {
  test('make events', () => {
    expect(sold1({ colour: 'blue' })).toEqual({
      eventType: 'MugSoldEvent',
      schema: 1,
      data: { colour: 'blue' },
    });
  });

  test('are unique by type and schema', () => {
    expect(() => new EventRegistry([sold1, broken, event('MugSoldEvent', 1, colour)])).toThrow(
      'MugSoldEvent/1 is declared twice',
    );
  });

  test('need an upcaster from the second schema on', () => {
    expect(() => event('MugSoldEvent', 2, colour)).toThrow('MugSoldEvent 2 needs an upcaster');
  });

  test('of QuickMart: every schema up to the newest, and names as they should be', () => {
    const declared = registry.declarations();
    for (const [eventType, group] of Map.groupBy(declared, ({ eventType }) => eventType)) {
      expect(eventType).toMatch(/^[A-Z][A-Za-z]+Event$/);
      const schemas = group.map(({ schema }) => schema).sort((a, b) => a - b);
      expect(schemas).toEqual(schemas.map((_, index) => index + 1));
    }
    expect(declared.length).toBeGreaterThanOrEqual(17);
  });
});
