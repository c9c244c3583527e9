/** `DURABILITY=replicated`: what it asks of Redis, and whether Redis has it. */
import { mastersOf, NotReadyError, type RedisClient, type Replication, textOfNode } from '@quickmart/streams';
import type { Config } from '../process/config.ts';

/** Undefined: nothing waits for replicas. */
export const replicationOf = ({
  durability,
  replicas,
  replicationWaitMs: timeoutMs,
}: Pick<Config, 'durability' | 'replicas' | 'replicationWaitMs'>): Replication | undefined =>
  durability === 'replicated' ? { replicas, timeoutMs } : undefined;

/** @throws NotReadyError where a master has fewer replicas than must have what is acknowledged */
export async function assertReplicas(redis: RedisClient, { replicas }: Replication): Promise<void> {
  for (const node of mastersOf(redis)) {
    const connected = (await node.info('replication')).match(/state=online/g)?.length ?? 0;
    if (connected < replicas)
      throw new NotReadyError(
        `DURABILITY=replicated needs ${replicas} linked replicas of each master (REPLICAS), ${textOfNode(node)} has ${connected}`,
      );
  }
}
