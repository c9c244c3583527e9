import { conformance } from './conformance/index.ts';
import { startRedis } from './servers/index.ts';

conformance('a standalone Redis', async () => {
  const server = await startRedis({ appendOnly: true });
  const crash = async () => {
    await server.kill();
    await server.restart();
  };
  return {
    address: { kind: 'standalone', port: server.port },
    ports: [server.port],
    crash,
    disturb: crash,
    stop: server.stop,
  };
});
