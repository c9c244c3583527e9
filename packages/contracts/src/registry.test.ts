import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, expectTypeOf, test } from 'vitest';
import { z } from 'zod';
import { type EventsOf, event } from './event.ts';
import { EventRegistry, published } from './registry.ts';

const colour = z.object({ colour: z.string() });
const sold1 = event('MugSoldEvent', colour);
const sold2 = sold1.version(2, z.object({ colours: z.array(z.string()) }), (old) => ({
  colours: [old.colour],
}));
const sold = sold2.version(
  3,
  z.object({ colours: z.array(z.string()).min(1), gift: z.boolean() }),
  (old) => ({ ...old, gift: false }),
);
const broken = event('MugBrokenEvent', z.object({}));

describe('decode', () => {
  const mugs = new EventRegistry([sold, broken]);

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

describe('what is personal or secret', () => {
  const [personal, secret] = [z.string().meta({ personal: 'userId' }), z.string().meta({ secret: true })];
  const declared = event(
    'MugLentEvent',
    z.object({
      optional: personal.optional(),
      exact: personal.exactOptional(),
      nullable: personal.nullable(),
      byDefault: personal.default('nobody'),
      readonly: personal.readonly(),
      list: z.array(z.object({ name: personal })).optional(),
      record: z.record(z.string(), personal),
      union: z.union([z.object({ name: personal }), z.number()]),
      plain: z.string(),
      code: secret.nullable().optional(),
      codes: z.array(secret).exactOptional(),
    }),
  );
  const lent = new EventRegistry([declared]);
  const without = { eventType: 'MugLentEvent', schema: 1, data: { plain: 'blue' } };

  test.each([
    ['optional', 'Ann'],
    ['exact', 'Ann'],
    ['nullable', 'Ann'],
    ['byDefault', 'Ann'],
    ['readonly', 'Ann'],
    ['list', [{ name: 'Ann' }]],
    ['record', { first: 'Ann' }],
    ['union', { name: 'Ann' }],
  ])('is not appended in clear, however it is declared: %s', (field, value) => {
    expect(() => lent.assertSealed(without)).not.toThrow();
    const data = { ...without.data, [field]: value };
    expect(() => lent.assertSealed({ ...without, data })).toThrow('is personal and not sealed');
  });

  test('is shown to nobody, also where it may be left out', () => {
    const data = { plain: 'blue', code: '1', codes: ['2'] };
    expect(lent.shown('MugLentEvent', data)).toEqual({ plain: 'blue' });
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

  test('make the newest version of an event', () => {
    expect(sold({ colours: ['blue'], gift: true })).toEqual({
      eventType: 'MugSoldEvent',
      schema: 3,
      data: { colours: ['blue'], gift: true },
    });
  });

  test('are unique by type', () => {
    expect(() => new EventRegistry([sold, broken, event('MugSoldEvent', colour)])).toThrow(
      'declared twice: MugSoldEvent',
    );
  });

  test('count their versions', () => {
    const colours = z.object({ colours: z.array(z.string()) });
    expect(() => sold1.version(3, colours, (old) => ({ colours: [old.colour] }))).toThrow(
      'MugSoldEvent: after version 1 comes 2',
    );
  });

  test('are typed by the newest version, and upcasters by the one before', () => {
    type Events = EventsOf<{ sold: typeof sold; broken: typeof broken; colour: typeof colour }>;
    expectTypeOf<Events>().toEqualTypeOf<{
      MugSoldEvent: { colours: string[]; gift: boolean };
      MugBrokenEvent: Record<string, never>;
    }>();
    expectTypeOf(sold).parameter(0).toEqualTypeOf<{ colours: string[]; gift: boolean }>();
    // @ts-expect-error: version 1 had a colour, and no colours.
    sold1.version(2, colour, (old) => ({ colour: old.colours }));
  });

  test('of QuickMart are found in their folders, and have names as they should be', () => {
    const folder = import.meta.dirname;
    expect([...published.keys()]).toEqual(
      readdirSync(folder).filter((name) => existsSync(join(folder, name, 'events.ts'))),
    );
    const types = [...published.values()].flat().map(({ eventType }) => eventType);
    for (const eventType of types) expect(eventType).toMatch(/^[A-Z][A-Za-z]+Event$/);
    expect(types.length).toBeGreaterThanOrEqual(50);
  });
});
