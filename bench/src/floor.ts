/**
 * What the hardware, Node, Hono and Redis can do when nothing is guaranteed: a route that only does an XADD, a reader that
 * only does a SET, a route that only does a GET. No versions, no validation, no idempotency, no read model.
 */
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { Redis } from 'ioredis';

const redis = new Redis(process.env.REDIS_URL ?? '');
const reader = redis.duplicate();
const app = new Hono();

app.post('/api/products', async (c) => {
  const id = crypto.randomUUID();
  await redis.xadd('events', '*', 'id', id, 'data', await c.req.text());
  return c.json({ id }, 201);
});
app.get('/api/inventories/:id', async (c) => {
  const stock = await redis.get(`stock:${c.req.param('id')}`);
  return stock === null ? c.json({}, 404) : c.json({ onHand: Number(stock) });
});
app.get('/readyz', (c) => c.text('up'));

async function read(): Promise<void> {
  await reader.xgroup('CREATE', 'events', 'stock', '0', 'MKSTREAM').catch(() => undefined);
  for (;;) {
    const answer = await reader.xreadgroup(
      'GROUP',
      'stock',
      'one',
      'COUNT',
      256,
      'BLOCK',
      2000,
      'STREAMS',
      'events',
      '>',
    );
    for (const [, entries] of (answer ?? []) as [string, [string, string[]][]][]) {
      const work = entries.map(([, fields]) => redis.set(`stock:${fields[1]}`, 100));
      await Promise.all(work);
      await redis.xack('events', 'stock', ...entries.map(([id]) => id));
    }
  }
}

serve({ fetch: app.fetch, hostname: '127.0.0.1', port: Number(process.env.PORT) });
await read();
