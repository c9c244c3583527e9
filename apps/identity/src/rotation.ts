/** A signing key is old: the next one is made. */
import { commandOfTimer, type TimerHandlers } from '@quickmart/streams';
import type { Parts } from './config.ts';
import { keysId, signingKeys } from './signing-key.ts';

export const onRotation = ({ store, keyRing }: Pick<Parts, 'store' | 'keyRing'>): TimerHandlers => ({
  rotation: async (timer) => {
    const { state } = await store.read(signingKeys, keysId);
    await keyRing.rotate(state.keys.at(-1)?.kid, commandOfTimer(timer));
  },
});
