import { mastersOf, type RedisClient } from '@quickmart/streams';

/** CPU time of all masters so far, in ms. */
export async function redisCpuMs(redis: RedisClient): Promise<number> {
  const infos = await Promise.all(mastersOf(redis).map((node) => node.info('cpu')));
  const of = (info: string, name: string) => Number(new RegExp(`${name}:([\\d.]+)`).exec(info)?.[1]) * 1000;
  return infos.reduce((all, info) => all + of(info, 'used_cpu_user') + of(info, 'used_cpu_sys'), 0);
}
