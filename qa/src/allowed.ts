/** Commands that put something into a system by hand work on this machine only, unless another host is named. */
import { UsageFailure } from './failure.ts';
import type { Target } from './target.ts';

const loopback = /^(localhost|127(\.\d{1,3}){3}|::1|\[::1\])$/;

/** Throws a {@link UsageFailure} where the Redis is on another machine whose host was not named. */
export function assertAllowed({ redis }: Pick<Target, 'redis'>, host: string | undefined): void {
  // A socket file is on this machine; of a cluster, no single host can be named.
  const { host: own, path } = redis.options as { host?: string; path?: string };
  const name = path ? 'localhost' : (own ?? 'a cluster');
  if (loopback.test(name) || host === name) return;
  throw new UsageFailure(
    `the Redis is on ${name}, not on this machine: nothing was done. If that is meant, name it: --host ${name}`,
  );
}
