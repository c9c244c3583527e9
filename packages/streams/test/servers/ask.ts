import type { Redis } from 'ioredis';
import { connectToServer } from './client.ts';

/** One question to one server, on a connection of its own. */
export async function ask<Answer>(
  port: number,
  question: (redis: Redis) => Promise<Answer>,
): Promise<Answer> {
  const redis = connectToServer(port, { connectTimeout: 1000 });
  try {
    return await question(redis);
  } finally {
    redis.disconnect();
  }
}
