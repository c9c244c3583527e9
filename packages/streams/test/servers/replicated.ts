/** What a master has acknowledged and its replicas have, or have not. */
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

/**
 * SIGKILL of a master whose replicas have nothing of what `work` has done: they stand still meanwhile, without a connection
 * that could hold it for them. It must take less time than a server that does not answer counts as alive.
 */
export async function killAhead(
  master: Server,
  nodes: readonly Server[],
  work: () => Promise<unknown>,
): Promise<void> {
  const info = await ask(master.port, (redis) => redis.info('replication'));
  const ports = [...info.matchAll(/^slave\d+:.*?port=(\d+)/gm)].map(([, port]) => Number(port));
  const replicas = nodes.filter(({ port }) => ports.includes(port));
  for (const { process } of replicas) process.kill('SIGSTOP');
  try {
    await ask(master.port, (redis) => redis.client('KILL', 'TYPE', 'REPLICA'));
    await work();
    await master.kill();
  } finally {
    for (const { process } of replicas) process.kill('SIGCONT');
  }
}
