/**
 * The simulated provider: no money, no network. What it knows of a payment is kept in Redis, beside the events and
 * not among them, so that it survives the services like a real provider does.
 */

import { signWebhook } from '@quickmart/service';
import { clock, type Logger, orOutage, type RedisClient } from '@quickmart/streams';
import { simulated } from '../api.ts';
import type { Answer } from '../attempts.ts';
import { limits } from '../limits.ts';
import { type Call, type Operation, type Provider, type Told, UnansweredError } from './provider.ts';
import { readEvent } from './simulated-events.ts';
import { type Account, decided, found, isToldLater, newAccount, simulate } from './simulation.ts';

/** `webhookUrl`: where its late answers are sent to. */
export type SimulatedOptions = {
  redis: RedisClient;
  logger: Logger;
  webhookUrl: string;
  webhookSecret: string;
};

// KEYS 1 account   ARGV 1 as it was read ('' = none), 2 as it shall be, 3 time to live in ms
const replace = `
if (redis.call('GET', KEYS[1]) or '') ~= ARGV[1] then return 0 end
redis.call('SET', KEYS[1], ARGV[2], 'PX', ARGV[3])
return 1`;

const header = 'Simulated-Signature';

export function simulatedProvider({ redis, logger, webhookUrl, webhookSecret }: SimulatedOptions): Provider {
  const operate: Operation = async (call, signal) => {
    if (call.step === 'authorize' && call.paymentMethod === simulated.lost) return await silence(signal);
    const { answer, isNew } = await run(redis, call);
    if (isNew && isToldLater(call)) tellLater(call);
    if (isNew && call.step === 'authorize' && call.paymentMethod === simulated.timeout)
      return await silence(signal);
    return answer;
  };

  function tellLater(call: Call): void {
    const timer = setTimeout(() => void tell(call), limits.simulatedLateMs);
    timer.unref();
  }

  /** Not tried again: whoever waits looks it up sooner or later, as with any provider. */
  async function tell(call: Call): Promise<void> {
    try {
      const answer = await find(call);
      const object = { payment_id: call.paymentId, method: call.methodNumber, ...answer };
      const body = Buffer.from(
        JSON.stringify({ id: `evt_${call.key}`, type: 'authorization', data: { object } }),
      );
      const headers = {
        'Content-Type': 'application/json',
        [header]: signWebhook(webhookSecret, body, clock.now()),
      };
      const times = call.paymentMethod === simulated.twice ? 2 : 1;
      for (let i = 0; i < times; i++) await fetch(webhookUrl, { method: 'POST', headers, body });
    } catch (err) {
      logger.warn({ err, paymentId: call.paymentId }, 'a simulated webhook was lost');
    }
  }

  const find = async (call: Call) => found((await read(redis, call)).account, call, clock.now());

  return {
    name: 'simulated',
    authorize: operate,
    capture: operate,
    void: operate,
    refund: operate,
    find,
    webhooks: { header, secret: webhookSecret, read: (event) => taken(redis, readEvent(event)) },
    probe: async () => {},
    trouble: () => null,
  };
}

/** What the buyer has done, as the bank tells it, the provider knows from then on. */
async function taken(redis: RedisClient, told: Told | undefined): Promise<Told | undefined> {
  const [news] = told?.news ?? [];
  if (told === undefined || news === undefined || 'dispute' in news || news.step !== 'authorize') return told;
  const { paymentId } = told;
  for (;;) {
    const { text, account: before } = await read(redis, { paymentId });
    const isDeclined = news.answer.outcome !== 'succeeded';
    const after = decided(before, paymentId, isDeclined, news.methodNumber);
    if (after === before || (await replaced(redis, paymentId, text, after))) return told;
  }
}

/** Never answers. */
const silence = (signal: AbortSignal): Promise<never> =>
  new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(new UnansweredError('no answer')), { once: true });
  });

/** Among the keys of the service, which are all that its user in Redis may touch. */
const keyOf = ({ paymentId }: Pick<Call, 'paymentId'>) => `{payment}:simulated-provider:${paymentId}`;

async function read(
  redis: RedisClient,
  call: Pick<Call, 'paymentId'>,
): Promise<{ text: string; account: Account }> {
  const text = (await orOutage(redis.get(keyOf(call)))) ?? '';
  const known = text === '' ? await underOldKey(redis, call) : text;
  return { text, account: known === '' ? newAccount : (JSON.parse(known) as Account) };
}

/** Where the account was kept by older builds, until it expires. A user in Redis that may not see it has none there. */
async function underOldKey(redis: RedisClient, { paymentId }: Pick<Call, 'paymentId'>): Promise<string> {
  try {
    return (await redis.get(`quickmart:simulated-provider:${paymentId}`)) ?? '';
  } catch (error) {
    if ((error as Error).message.startsWith('NOPERM')) return '';
    return await orOutage(Promise.reject(error));
  }
}

/** Two calls at once: one of them is first, the other one sees what it did. */
async function run(redis: RedisClient, call: Call): Promise<{ answer: Answer; isNew: boolean }> {
  for (;;) {
    const { text, account: before } = await read(redis, call);
    const { account, answer } = simulate(before, call, clock.now());
    const isNew = before.answers[call.key] === undefined;
    if (await replaced(redis, call.paymentId, text, account)) return { answer, isNew };
  }
}

/** False where somebody was first. */
const replaced = (redis: RedisClient, paymentId: string, text: string, account: Account) =>
  orOutage(
    redis.eval(replace, 1, keyOf({ paymentId }), text, JSON.stringify(account), limits.simulatedTtlMs),
  );
