/** What docs/changing-an-event.md shows next: the same event, changed. */
import { z } from 'zod';
import { event } from '../../src/event.ts';

/** The goods of this order are packed as a gift. `note` is printed on a card; null: there is no card. */
export const orderGiftWrapped = event('OrderGiftWrappedEvent', z.object({ colour: z.string() })).version(
  2,
  z.object({ colours: z.array(z.string()), note: z.string().nullable() }),
  (old) => ({ colours: [old.colour], note: null }),
);
