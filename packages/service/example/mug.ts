/** The aggregate of the example: mugs, each with a colour. */
import { type EventsOf, event } from '@quickmart/contracts/event';
import { EventRegistry } from '@quickmart/contracts/registry';
import { aggregate } from '@quickmart/streams';
import { z } from 'zod';
import { refuse } from './problems.ts';

const colour = z.string().trim().min(1).max(20).meta({ description: 'A colour', example: 'blue' });
export const mugAdded = event('MugAddedEvent', z.object({ mugId: z.uuid(), colour }));
export const mugPainted = event('MugPaintedEvent', z.object({ colour }));
export const events = { mugAdded, mugPainted };
export const codec = new EventRegistry(Object.values(events));

export const addMug = z.strictObject({ colour }).meta({ id: 'AddMug', example: { colour: 'blue' } });
export const paintMug = z
  .strictObject({ colour: colour.default('white') })
  .meta({ id: 'PaintMug', example: { colour: 'red' } });
export const mugShape = z.object({ id: z.uuid(), colour, version: z.int() }).meta({ id: 'Mug' });
export type Mug = z.infer<typeof mugShape>;

type State = { id: string; colour: string };
export const mug = aggregate<State, EventsOf<typeof events>>({
  category: 'mug',
  initial: { id: '', colour: '' },
  evolve: {
    MugAddedEvent: (_, { mugId, colour }) => ({ id: mugId, colour }),
    MugPaintedEvent: (state, { colour }) => ({ ...state, colour }),
  },
});

export const add = (mugId: string, input: z.infer<typeof addMug>) => [
  mugAdded({ mugId, colour: input.colour }),
];

export function paint({ id, colour }: State, input: z.infer<typeof paintMug>) {
  if (id === '') refuse('not-found', 'there is no such mug');
  if (input.colour === 'invisible') refuse('colour-invisible', 'nobody would find it');
  return input.colour === colour ? [] : [mugPainted({ colour: input.colour })];
}

export const mugView = ({ id, colour }: State, version: number): Mug => ({ id, colour, version });
