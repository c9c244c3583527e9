/** What docs/changing-an-event.md shows first. */
import { z } from 'zod';
import { event } from '../../src/event.ts';

/** The goods of this order are packed as a gift. */
export const orderGiftWrapped = event('OrderGiftWrappedEvent', z.object({ colour: z.string() }));
