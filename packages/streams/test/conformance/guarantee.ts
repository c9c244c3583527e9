import type { World } from './world.ts';

/** One promise of the design, and the test of it. Throws where it is broken. */
export type Guarantee = {
  title: string;
  /** It kills the server: nothing else may run at that time. */
  alone?: boolean;
  timeoutMs?: number;
  test: (world: World) => Promise<void>;
};
