/** Serves the pages. `GATEWAY` is where the browser finds the shop; its `CORS_ORIGINS` has the origin of these pages. */
import { env } from 'node:process';
import { defineConfig } from 'vite';

export default defineConfig({
  define: { GATEWAY: JSON.stringify(env.GATEWAY ?? 'http://localhost:3000') },
  server: { host: 'localhost', port: Number(env.PORT ?? 4000), strictPort: true },
  cacheDir: env.VITE_CACHE ?? 'node_modules/.vite',
});
