import { systemOn } from './deployments.ts';

systemOn('a Redis Cluster', 'cluster', 1);
