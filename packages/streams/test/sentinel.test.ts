import { conformance } from './conformance/index.ts';
import { startSentinel } from './servers/index.ts';

conformance('a Redis with replicas and sentinels', async () => {
  const trio = await startSentinel();
  return {
    address: trio.address,
    ports: trio.nodes.map(({ port }) => port),
    crash: () => trio.crash(),
    disturb: () => trio.failover({ lossless: true }),
    stop: () => trio.stop(),
  };
});
