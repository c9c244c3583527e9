// The guarantees that are about what Redis has to do, for a user with the rights of docs/redis.md and no more, over TLS.
// What is about a network that breaks is the same with any user: standalone.test.ts has it.

import { expect, test } from 'vitest';
import { conformance } from './conformance/index.ts';
import { connectTo, type SecureRedis, startSecureRedis } from './servers/index.ts';

let redis: SecureRedis;

conformance('a Redis behind TLS, as a user with only the rights that are asked for', async () => {
  redis = await startSecureRedis({ appendOnly: true });
  const { port, certificate, login, server } = redis;
  const crash = async () => {
    await server.kill();
    await server.restart();
  };
  return {
    address: { kind: 'standalone', port, secure: { ca: certificate.cert, ...login } },
    ports: [port],
    crash,
    disturb: crash,
    stop: async () => {
      // Since the server was killed last; whatever is refused would fail what it belongs to, too.
      const stats = await server.connect().info('commandstats');
      expect(stats).toContain('cmdstat_evalsha');
      expect(stats.split('\r\n').filter((line) => /rejected_calls=[1-9]/.test(line))).toEqual([]);
      await redis.stop();
    },
  };
}, [3, 5, 7, 8, 9, 11, 13]);

test('the user has no other rights', async () => {
  const other = await startSecureRedis();
  try {
    const secure = { ca: other.certificate.cert, ...other.login };
    const client = await connectTo({ kind: 'standalone', port: other.port, secure });
    const refused = ['FLUSHALL', 'KEYS *', 'CONFIG GET *', 'ACL LIST', 'GET other', 'SHUTDOWN'];
    for (const line of refused) {
      const [command = '', ...args] = line.split(' ');
      await expect(client.call(command, ...args)).rejects.toThrow('NOPERM');
    }
    client.disconnect();
  } finally {
    await other.stop();
  }
});
