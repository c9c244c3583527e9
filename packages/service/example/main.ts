/** Runs the example: `node packages/service/example/main.ts`. Services in `apps/` need no such file, see ../src/serve.ts. */
import { serve } from '@quickmart/service';
import mugs from './service.ts';

await serve([mugs]);
