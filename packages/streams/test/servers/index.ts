/** For tests and benchmarks: private Redis servers of every shape that is supported, and a network that can break. */

export { startCable, type TestCable } from './cable.ts';
export { type Certificate, selfSigned } from './certificate.ts';
export { type Address, type ClientOptions, connectTo } from './client.ts';
export { startCluster, type TestCluster } from './cluster.ts';
export { commandLines } from './command-lines.ts';
export { type Kind, kinds, startDeployment, type TestDeployment } from './deployment.ts';
export { end, hasEnded, launch, pause, talking } from './launch.ts';
export { freePort } from './port.ts';
export { startProxy, type TestProxy } from './proxy.ts';
export { startRedis, type TestRedis } from './redis.ts';
export { type SecureRedis, startSecureRedis, startTls } from './secure.ts';
export { startSentinel, type TestSentinel } from './sentinel.ts';
export { NotInTime, until } from './until.ts';
