/** Rows that follow from states: the fold by itself, and what does not compile. */
import { aggregate, type StoredEvent } from '@quickmart/streams';
import { expect, test } from 'vitest';
import { bigint, instant, integer, key, tableOf, uuid } from '../src/index.ts';
import type { FoldSource } from '../src/projection/projection.ts';

type DoorEvents = {
  DoorHungEvent: { colour: string };
  DoorPaintedEvent: { colour: string };
  DoorPlannedEvent: { by: string };
  DoorTakenDownEvent: Record<never, never>;
};
type Door = { plannedBy: string | null; hung: { colour: string; since: number; gone: boolean } | null };

const door = aggregate<Door, DoorEvents>({
  category: 'door',
  initial: { plannedBy: null, hung: null },
  evolve: {
    DoorPlannedEvent: (state, { by }) => ({ ...state, plannedBy: by }),
    DoorHungEvent: (state, { colour }, { at }) => ({ ...state, hung: { colour, since: at, gone: false } }),
    DoorPaintedEvent: (state, { colour }) => ({ ...state, hung: state.hung && { ...state.hung, colour } }),
    DoorTakenDownEvent: (state) => ({ ...state, hung: state.hung && { ...state.hung, gone: true } }),
  },
});

const columns = {
  id: uuid(),
  colour: key(20),
  plannedBy: key(20).nullable(),
  version: integer(),
  since: instant(),
};
const doors = tableOf(door, {
  name: 'doors',
  columns,
  sorts: ['since'],
  indexes: [['colour', 'since', 'id']],
  row: ({ hung, plannedBy }) => hung && { ...hung, plannedBy },
  state: ({ colour, since, plannedBy }) => ({ plannedBy, hung: { colour, since, gone: false } }),
  hides: ({ hung }) => hung?.gone === true,
});

const id = '019a0000-0000-7000-8000-000000000001';
type Row = Record<string, unknown> | undefined;
let version = 0;
function after<Type extends keyof DoorEvents>(row: Row, eventType: Type, data: DoorEvents[Type]): Row {
  const event = { eventType, data, aggregateId: id, version: ++version, at: 1_000 * version } as unknown;
  const { evolve } = doors.sources.get('door') as FoldSource;
  return evolve.get(eventType)!(row, data, event as StoredEvent, id);
}

test('a row is the state after each event, laid out; there is none before there is something to show, and after', () => {
  version = 0;
  expect(after(undefined, 'DoorPlannedEvent', { by: 'ann' })).toBeUndefined();
  const hung = after(undefined, 'DoorHungEvent', { colour: 'red' });
  expect(hung).toEqual({ id, colour: 'red', plannedBy: null, version: 2, since: 2_000 });
  const planned = after(hung, 'DoorPlannedEvent', { by: 'bob' });
  const painted = after(planned, 'DoorPaintedEvent', { colour: 'blue' });
  expect(painted).toEqual({ id, colour: 'blue', plannedBy: 'bob', version: 4, since: 2_000 });
  expect(after(painted, 'DoorTakenDownEvent', {})).toBeUndefined();
});

test('a command is answered with the row of its state, also of one that has no row any more', () => {
  const hung = { colour: 'red', since: 5, gone: true };
  const row = { id, colour: 'red', plannedBy: null, version: 3, since: 5 };
  expect(doors.rowOf({ plannedBy: null, hung }, id, 3)).toEqual(row);
  expect(doors.rowOf(door.initial, id, 0)).toBeUndefined();
});

test('the table has its key, and an index for all that it is sorted by', () => {
  const { primaryKey, indexes } = doors.table;
  expect([primaryKey, indexes]).toEqual([
    ['id'],
    [
      ['since', 'id'],
      ['colour', 'since', 'id'],
    ],
  ]);
});

test('where the columns are the fields of the state, nothing is said; where they are not, it does not compile', () => {
  type Lamp = { watts: number; since: number } | null;
  const lamp = aggregate<Lamp, { LampLitEvent: { watts: number } }>({
    category: 'lamp',
    initial: null,
    evolve: { LampLitEvent: (_, { watts }, { at }) => ({ watts, since: at }) },
  });
  const simple = { id: uuid(), watts: bigint(), version: integer(), since: instant() };
  const lamps = tableOf(lamp, { name: 'lamps', columns: simple });
  expect(lamps.rowOf({ watts: 40, since: 7 }, id, 1)).toEqual({ id, watts: 40, version: 1, since: 7 });
  // @ts-expect-error: the state has no colour
  tableOf(lamp, { name: 'lamps', columns: { ...simple, colour: key(20) } });
  // @ts-expect-error: the state cannot be read from a row without its watts
  tableOf(lamp, { name: 'lamps', columns: { id: uuid(), since: instant() } });
});
