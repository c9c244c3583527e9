/** For tests and benchmarks: private Redis servers of every shape that is supported, and a network that can break. */

export { type Certificate, selfSigned } from './testing/certificate.ts';
export { type Address, type ClientOptions, connectTo } from './testing/client.ts';
export { startCluster, type TestCluster } from './testing/cluster.ts';
export { end, hasEnded, launch } from './testing/launch.ts';
export { freePort } from './testing/port.ts';
export { startProxy, type TestProxy } from './testing/proxy.ts';
export { startRedis, type TestRedis } from './testing/redis.ts';
export { type SecureRedis, startSecureRedis, startTls } from './testing/secure.ts';
export { startSentinel, type TestSentinel } from './testing/sentinel.ts';
