/** What a master has acknowledged and its replicas have. */
import { ask } from './ask.ts';
import type { Server } from './server.ts';
import { until } from './until.ts';

/** Writers wait from now on, for half a minute, so what is acknowledged is what the replicas get to. */
export async function caughtUp({ port }: Pick<Server, 'port'>, replicas: number): Promise<void> {
  const replication = () => ask(port, (redis) => redis.info('replication'));
  await ask(port, (redis) => redis.call('CLIENT', 'PAUSE', 30_000, 'WRITE'));
  const written = Number(/master_repl_offset:(\d+)/.exec(await replication())![1]);
  await until('the replicas are in step', async () => {
    const offsets = [...(await replication()).matchAll(/,offset=(\d+)/g)];
    return offsets.length === replicas && offsets.every(([, at]) => Number(at) >= written);
  });
}
