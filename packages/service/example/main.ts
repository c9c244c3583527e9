/** The only place that constructs anything. Start it with `node packages/service/example/main.ts`. */
import { connectRedis, createApi, createLog, loadConfig, main, redisCheck, run } from '@quickmart/service';
import { EventStore } from '@quickmart/streams';
import { codec, mug } from './mug.ts';
import { problems } from './problems.ts';
import { routes } from './routes.ts';

await main('mugs', async () => {
  const config = loadConfig({ port: 3999, databaseUrl: 'file::memory:' }, process.env);
  const log = createLog({ name: 'mugs', level: config.logLevel });
  const redis = await connectRedis(config.redisUrl, { name: 'mugs', log, categories: [mug.category] });
  const store = new EventStore({ redis, codec });
  const api = createApi({
    name: 'mugs',
    title: 'Mugs',
    description: 'The smallest service there can be.',
    tags: [{ name: 'Mugs', description: 'Mugs of any colour' }],
    log,
    store,
    redis,
    category: mug.category,
    problems,
    ready: { redis: redisCheck(redis, [mug.category]) },
  });
  // A real service reads from its read models; this one folds the log.
  routes(api, { store, mugs: { get: () => undefined, list: () => [], waitFor: async () => true } });
  await run({ name: 'mugs', config, log, api, close: [() => redis.quit()] });
});
