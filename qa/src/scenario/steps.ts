/** The steps of a scenario, done to a lab. */
import { randomUUIDv7 } from 'node:crypto';
import { settingsOf, signWebhook } from '@quickmart/service';
import { clock, DeadLetters, keys, parsePosition, partitionOf } from '@quickmart/streams';
import { until } from '@quickmart/streams/testing';
import delivery from '../../../apps/delivery/src/service.ts';
import payment from '../../../apps/payment/src/service.ts';
import { Failure } from '../failure.ts';
import type { Lab } from '../lab.ts';
import { append, type Request, request } from '../lab-io.ts';
import { eventsOf } from './events.ts';
import { differences } from './match.ts';
import type { Single, Step } from './step.ts';

const initialStock = 100;
type StepOf<Name extends string> = Extract<Single, Record<Name, unknown>>;

/** Names of a scenario and the ids that they stand for. */
export class Names {
  readonly #ids = new Map<string, string>();

  /** Whether an id is one of the scenario's. */
  has(id: string): boolean {
    return [...this.#ids.values()].includes(id);
  }

  set(name: string, id: string): void {
    this.#ids.set(name, id);
  }

  get(name: string): string {
    const id = this.#ids.get(name) ?? randomUUIDv7();
    this.#ids.set(name, id);
    return id;
  }

  /** The value with every `$name` in it replaced. */
  fill<Value>(value: Value): Value {
    if (typeof value === 'string')
      return value.replaceAll(/\$([a-z]\w*)/g, (_, name) => this.get(name)) as Value;
    if (Array.isArray(value)) return value.map((item) => this.fill(item)) as Value;
    if (typeof value !== 'object' || value === null) return value;
    const fields = Object.entries(value).map(([name, inner]) => [this.fill(name), this.fill(inner)]);
    return Object.fromEntries(fields) as Value;
  }
}

/** Does it, and waits until everything that follows from it is handled. */
export async function perform(step: Step, names: Names, lab: Lab): Promise<void> {
  if ('times' in step && 'together' in step)
    await Promise.all(Array.from({ length: step.times }, () => performOne(step.together, names, lab)));
  else if ('together' in step) await Promise.all(step.together.map((one) => performOne(one, names, lab)));
  else await performOne(step, names, lab);
  await lab.caughtUp();
}

async function performOne(step: Single, names: Names, lab: Lab): Promise<void> {
  if ('product' in step) return await createProduct(step, names, lab);
  if ('request' in step) return await sendRequest(step, names, lab);
  if ('event' in step) return await appendEvent(step, names, lab);
  if ('webhook' in step) return await sendWebhook(step, names, lab);
  if ('answers' in step) return await handOn(step, names, lab);
  if ('redeliver' in step) return await redeliver(step, names, lab);
  if ('timers' in step) return await fire(step, names, lab);
  const [category = '', group = ''] = step.redrive.split('/');
  await new DeadLetters(lab.store.log, category, group).redrive({ aggregateId: names.fill(step.of) });
  const redriving = keys.redrive(category, group);
  await until('the redrive has ended', async () => (await lab.redis.zcard(redriving)) === 0);
}

async function createProduct(
  { product, stock, price }: StepOf<'product'>,
  names: Names,
  lab: Lab,
): Promise<void> {
  const sku = `${product}-${randomUUIDv7()}`;
  const body = { sku, name: product, price: { amount: price, currency: 'EUR' } };
  const made = await answerTo(lab, 'product', { method: 'POST', path: '/api/products', body }, 201);
  names.set(product, idIn(made, 'id'));
  if (stock === undefined) return;
  await lab.caughtUp();
  const count = { quantity: stock, expectedQuantity: initialStock, reason: 'count' };
  const path = `/api/inventories/${names.get(product)}/adjustments`;
  await answerTo(lab, 'inventory', { method: 'POST', path, body: count }, 200);
}

async function sendRequest(step: StepOf<'request'>, names: Names, lab: Lab): Promise<void> {
  const { to, status, answer, as, keep, headers, ...rest } = names.fill(step);
  const [method = '', path = ''] = rest.request.split(' ');
  const sent = { method, path, body: rest.body, ...(headers && { headers }) };
  const body = await answerTo(lab, to, sent, status, answer);
  const kept = { ...keep, ...(as !== undefined && { [as]: 'id' }) };
  for (const [name, where] of Object.entries(kept)) names.set(name, idIn(body, where));
}

/** Throws where the answer is another one. */
async function answerTo(lab: Lab, service: string, sent: Request, status: number, expected?: unknown) {
  const answer = await request(lab, service, sent);
  const wrong = expected === undefined ? [] : differences(expected, answer.body, 'the answer');
  if (answer.status !== status) wrong.unshift(`the status is ${answer.status}, not ${status}`);
  if (wrong.length > 0)
    throw new Failure(`${sent.method} ${sent.path}: ${wrong.join('; ')}\n${JSON.stringify(answer.body)}`);
  return answer.body;
}

/** `payment.id` */
function idIn(body: unknown, where: string): string {
  let value = body;
  for (const name of where.split('.')) value = (value as Record<string, unknown> | null)?.[name];
  if (typeof value === 'string') return value;
  throw new Failure(`there is no ${where} in ${JSON.stringify(body)}`);
}

async function appendEvent(step: StepOf<'event'>, names: Names, lab: Lab): Promise<void> {
  const { event: eventType, of, schema, data } = names.fill(step);
  const [category, id] = of.split('/') as [string, string];
  await append(lab, category, id, { eventType, schema, data });
}

/** Where they go, and how they are signed. */
const senders = {
  simulated: {
    to: 'payment',
    path: '/api/webhooks/simulated',
    header: 'Simulated-Signature',
    secret: () => settingsOf(payment, {}).simulatedWebhookSecret,
  },
  carrier: {
    to: 'delivery',
    path: '/api/carriers/simulated/webhooks',
    header: 'Carrier-Signature',
    secret: () => settingsOf(delivery, {}).carrierWebhookSecret,
  },
} as const;
const tooOldMs = 3_600_000;

async function sendWebhook(step: StepOf<'webhook'>, names: Names, lab: Lab): Promise<void> {
  const { webhook, body, signature, status } = names.fill(step);
  const { to, path, header, ...sender } = senders[webhook];
  const secret = sender.secret();
  const bytes = Buffer.from(JSON.stringify(body));
  const signed = {
    valid: () => signWebhook(secret, bytes, clock.now()),
    old: () => signWebhook(secret, bytes, clock.now() - tooOldMs),
    wrong: () => signWebhook(`not ${secret}`, bytes, clock.now()),
    missing: () => undefined,
  }[signature]();
  const headers = signed === undefined ? {} : { [header]: signed };
  await answerTo(lab, to, { method: 'POST', path, body, headers }, status);
}

/** Delivers the webhooks that the provider has sent, unchanged. */
async function handOn(step: StepOf<'answers'>, names: Names, lab: Lab): Promise<void> {
  const { answers, times } = names.fill(step);
  const paymentId = answers.slice('payment/'.length);
  const waited = `the provider has sent ${times} messages about payment ${paymentId}`;
  const messages = await until(waited, () => lab.postBox.take(paymentId, times));
  for (const { body, headers } of messages) {
    const { api } = lab.services.get('payment')!;
    const { status } = await api.request('/api/webhooks/simulated', { method: 'POST', headers, body });
    if (status !== 200) throw new Failure(`the answer of the provider was refused with ${status}`);
  }
}

async function redeliver(step: StepOf<'redeliver'>, names: Names, lab: Lab): Promise<void> {
  const { redeliver: eventType, of, to } = names.fill(step);
  const [category, id] = of.split('/') as [string, string];
  const event = (await eventsOf(lab, category, id)).find((one) => one.eventType === eventType);
  if (event === undefined) throw new Failure(`${of} has no ${eventType} that could be delivered again`);
  const stream = keys.events(category, partitionOf(id, await lab.store.log.partitions(category)));
  await lab.redis.xgroup('SETID', stream, to.slice(to.indexOf('/') + 1), before(event.position));
}

function before(position: string): string {
  const { epoch, pos } = parsePosition(position)!;
  return `${epoch}-${pos - 1}`;
}

/** As if the timers were due now. Timers that were handled are gone. */
async function fire({ timers }: StepOf<'timers'>, names: Names, lab: Lab): Promise<void> {
  const [category, aggregateId] = names.fill(timers).split('/') as [string, string];
  const bodies = await lab.redis.hgetall(keys.timerBodies(category));
  const own = Object.keys(bodies).filter((id) => JSON.parse(bodies[id]!).aggregateId === aggregateId);
  if (own.length === 0) throw new Failure(`${category} has no timer of ${aggregateId}`);
  const due = clock.now() - 1;
  for (const id of own) await lab.redis.zadd(keys.timers(category), 'XX', due, id);
  const isFired = async (id: string) => (await lab.redis.zscore(keys.timers(category), id)) !== String(due);
  await until('the timers have fired', async () => (await Promise.all(own.map(isFired))).every(Boolean));
}
