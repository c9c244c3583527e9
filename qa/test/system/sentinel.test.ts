import { startSentinel } from '@quickmart/streams/testing';
import { electionMs, systemOn } from './deployments.ts';

systemOn('a Redis with replicas and sentinels', async () => {
  const trio = await startSentinel({ downAfterMs: electionMs });
  const killMaster = async () => {
    const master = await trio.master();
    await trio.inStep();
    await master.kill();
  };
  return { url: trio.url, killMaster, settled: async () => {}, stop: () => trio.stop() };
});
