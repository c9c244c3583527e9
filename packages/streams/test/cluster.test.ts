import { keys } from '../src/log/keys.ts';
import { conformance } from './conformance/index.ts';
import { startCluster } from './servers/index.ts';

conformance('a Redis Cluster', async () => {
  const cluster = await startCluster();
  const crash = async (category: string) => cluster.crash(await cluster.nodeOf(keys.head(category)));
  return {
    address: cluster.address,
    ports: cluster.nodes.map(({ port }) => port),
    crash,
    disturb: crash,
    stop: () => cluster.stop(),
  };
});
