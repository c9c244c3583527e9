/** What a command is written down with, where no answer is kept for its Idempotency-Key. */
import { randomUUID } from 'node:crypto';
import { metaOf, type ServiceContext } from '@quickmart/service';
import { type Command, clock } from '@quickmart/streams';

export type Said = Pick<Command, 'meta' | 'at'>;

export const said = (c: ServiceContext): Said => ({ meta: metaOf(c.get('request')), at: clock.now() });

/** Of what nobody has asked for. */
export const bySystem = (): Said => ({
  meta: { correlationId: randomUUID(), actor: 'system' },
  at: clock.now(),
});
