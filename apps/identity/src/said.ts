/** What a command is written down with, where no answer is kept for its Idempotency-Key. */
import { metaOf, type ServiceContext } from '@quickmart/service';
import { clock } from '@quickmart/streams';

export const said = (c: ServiceContext) => ({ meta: metaOf(c.get('request')), at: clock.now() });
