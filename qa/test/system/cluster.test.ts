import { startCluster } from '@quickmart/streams/testing';
import { electionMs, systemOn } from './deployments.ts';

systemOn('a Redis Cluster', async () => {
  const cluster = await startCluster({ replicas: 1, nodeTimeoutMs: electionMs });
  const killMaster = async (category: string) => {
    const master = await cluster.nodeOf(`{${category}}:head`);
    await cluster.inStep(master);
    await master.kill();
  };
  return { url: cluster.url, killMaster, settled: cluster.settled, stop: () => cluster.stop() };
});
