import { expect, test, vi } from 'vitest';
import { type Harness, sqlite, withReadModels } from './harness.ts';
import { mugList } from './mugs.ts';

const stillHeld: Harness = {
  ...sqlite,
  fresh: async () => {
    const { url, drop } = await sqlite.fresh();
    const fails = async () => {
      await drop();
      throw new Error('Cannot drop database: it is in use');
    };
    return { url, drop: fails };
  },
};

test('where the work and the cleanup fail, the error of the work is thrown, and the other is logged', async () => {
  const logged = vi.spyOn(console, 'error').mockImplementation(() => {});
  const failing = withReadModels(stillHeld, [mugList], async () => {
    throw new Error('three mugs, not two');
  });
  await expect(failing).rejects.toThrow('three mugs, not two');
  expect(logged.mock.calls.map(([, left]) => (left as Error).message)).toEqual([
    'Cannot drop database: it is in use',
  ]);
});

test('a cleanup that fails after work that was well is thrown', async () => {
  await expect(withReadModels(stillHeld, [mugList], async () => {})).rejects.toThrow('Cannot drop database');
});
