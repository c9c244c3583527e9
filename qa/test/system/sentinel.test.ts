import { systemOn } from './deployments.ts';

// When the master is gone, there is still a replica for what is acknowledged after it.
systemOn('a Redis with replicas and sentinels, which acknowledges what is replicated', 'sentinel', 2, {
  DURABILITY: 'replicated',
});
