/** The systems that are measured. Each is loaded only in the process that measures it. */
import type { System } from './system.ts';

export const systems = {
  ours: async (url: string) => (await import('./systems/ours.ts')).ours(url),
  bullmq: async (url: string) => (await import('./systems/bullmq.ts')).bullmq(url),
  channels: async (url: string) => (await import('./systems/channels.ts')).channels(url),
  plain: async (url: string) => (await import('./systems/plain.ts')).plain(url),
} satisfies Record<string, (url: string) => Promise<System>>;
export type SystemName = keyof typeof systems;
