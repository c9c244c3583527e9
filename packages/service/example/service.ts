/** What the service is. A real one reads from its read models; this one has none, and folds the log. */
import { defineService } from '@quickmart/service';
import { codec, mug } from './mug.ts';
import { problems } from './problems.ts';
import { routes } from './routes.ts';

export default defineService({
  name: 'mugs',
  port: 3999,
  title: 'Mugs',
  description: 'The smallest service there can be.',
  tags: [{ name: 'Mugs', description: 'Mugs of any colour' }],
  aggregates: [mug],
  readModels: [],
  problems,
  codec,
  parts: () => ({ mugs: { get: () => undefined, list: () => [], waitFor: async () => true } }),
  routes: [routes],
});
