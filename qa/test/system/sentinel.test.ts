import { startSentinel } from '@quickmart/streams/testing';
import { electionMs, systemOn } from './deployments.ts';

const start = async () => {
  // When the master is gone, there is still a replica for what is acknowledged after it.
  const trio = await startSentinel({ replicas: 2, downAfterMs: electionMs });
  const killMaster = async () => {
    const master = await trio.master();
    await trio.inStep();
    await master.kill();
  };
  return { url: trio.url, killMaster, settled: async () => {}, stop: () => trio.stop() };
};

systemOn('a Redis with replicas and sentinels, which acknowledges what is replicated', start, {
  DURABILITY: 'replicated',
});
