import { expect, test } from 'vitest';
import { isRedisOutage, OutageError, orOutage } from './errors.ts';

const failed = (code: string) => Object.assign(new Error(`connect ${code} 10.0.0.7:6379`), { code });

test.each(['EHOSTUNREACH', 'EHOSTDOWN', 'ENETUNREACH', 'ENETDOWN'])(
  'a host whose network is gone is an outage of Redis: %s',
  async (code) => {
    expect(isRedisOutage(failed(code))).toBe(true);
    await expect(orOutage(Promise.reject(failed(code)))).rejects.toThrow(OutageError);
  },
);
