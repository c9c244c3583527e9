/** One run: a sequence of steps against the system, every answer judged, in a world of its own. */

import { setTimeout as sleep } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import type { ServiceName } from '../../src/names.ts';
import type { System } from '../../src/processes.ts';
import { judgeAcceptance } from './acceptance.ts';
import { itemOf, type Operation } from './document.ts';
import { futurePositions } from './headers.ts';
import { type Answer, exchange, hangUp } from './http.ts';
import { judge, Violation } from './oracle.ts';
import type { RequestPlan } from './request.ts';
import { valid } from './schema.ts';
import type { Step } from './step.ts';
import { type Sent, World } from './world.ts';

const retriesMax = 4;
const shownMax = 1_500;

const shown = ({ method, path, headers, body }: Sent): string =>
  `${method} ${path} ${JSON.stringify(headers)} ${Buffer.from(body ?? [])}`.slice(0, shownMax);

/** Its lines have each their own outcome, and none of them is the answer to the whole. */
const isImport = (operation: Operation | undefined): boolean =>
  operation?.requestBody !== undefined && 'application/x-ndjson' in operation.requestBody.content;

const isCreate = ({ method, path, resource }: Operation): boolean =>
  method === 'POST' && path === `/api/${resource}`;

const planOf = (operation: Operation, json: unknown): RequestPlan => ({
  operation,
  params: {},
  query: [],
  headers: [],
  body: { content: { json }, type: 'application/json', encoding: undefined, chunked: false },
});

export class Run {
  readonly #system: System;
  readonly #operations: readonly Operation[];
  readonly #world: World;
  /** Answered requests with an Idempotency-Key. */
  readonly #keyed: { sent: Sent; answer: Answer }[] = [];
  /** Of requests that were refused: no event may have them. */
  readonly refused: string[] = [];
  #last = '';
  readonly statuses: [operationId: string, status: number][] = [];
  /** Operations of sound requests that made something before: these say nothing about others. */
  readonly prepared: string[] = [];

  constructor(name: string, system: System, operations: readonly Operation[]) {
    this.#system = system;
    this.#operations = operations;
    this.#world = new World(name);
  }

  /** Something of each kind: every id has something to be. */
  async prepare(name: string): Promise<void> {
    const product = { sku: `SKU-${name}`, name: 'Mug', price: { amount: 1299, currency: 'EUR' } };
    const created = await this.#prepared('product', '/api/products', product);
    this.#world.learn('inventories', (created as { id: string }).id);
    await this.#prepared('order', '/api/orders', {
      customerId: name,
      lines: [{ sku: product.sku, quantity: 2 }],
    });
    await this.#prepared('product', '/api/categories', { key: name, name });
    // The options of the example in the document: what is chosen of them is mostly its example of choices.
    const options = { size: ['S', 'M', 'L'], colour: ['blue', 'white'] };
    const tee = { ...product, sku: `TEE-${name}`, options };
    const { id: productId } = (await this.#prepared('product', '/api/products', tee)) as { id: string };
    // It is sold by its variants: stock of its own is only what somebody gives it.
    await this.#prepared('inventory', '/api/inventories', { productId, sku: tee.sku, quantity: 50 });
    for (const operation of this.#operations.filter(isCreate)) await this.#prepareOne(operation, name);
    this.prepared.push(...this.statuses.splice(0).map(([id]) => id));
  }

  /** One of everything else, where a sound body makes it. */
  async #prepareOne(operation: Operation, name: string): Promise<void> {
    if (this.#world.knows(operation.resource)) return;
    const schema = operation.requestBody?.content['application/json']?.schema ?? {};
    const seed = Buffer.from(name).reduce((sum, byte) => (31 * sum + byte) | 0, 7);
    const [json] = fc.sample(valid(schema), { numRuns: 1, seed });
    await this.#send(this.#wire(planOf(operation, json)));
  }

  async #prepared(service: ServiceName, path: string, body: object): Promise<unknown> {
    const operation = this.#operation(service, 'POST', path);
    const sent = this.#wire(planOf(operation, body));
    const answer = await this.#send(sent);
    if (answer.status !== 201)
      throw new Violation(`${operation.id} refuses a sound request`, answer.bytes.toString());
    return JSON.parse(answer.bytes.toString());
  }

  /** Throws {@link Violation}, with the last exchange in its message. */
  async take(step: Step): Promise<void> {
    try {
      await this.#take(step);
    } catch (error) {
      if (error instanceof Violation) error.message += `\n${this.#last}`;
      throw error;
    }
  }

  async #take(step: Step): Promise<void> {
    if (step.kind === 'repeat') return this.#repeat(step.otherBody);
    if (step.kind === 'stray') return this.#stray(step);
    const sent = this.#wire(step.plan);
    if (step.kind === 'send') return void (await this.#send(sent));
    await hangUp({ ...sent, headers: [...sent.headers, await this.#authorization()] });
    const isCut = (sent.body?.length ?? 0) > 1 && !isImport(sent.operation);
    if (isCut && sent.correlationId !== undefined) this.refused.push(sent.correlationId);
  }

  #wire(plan: RequestPlan): Sent {
    return this.#world.wire(plan, this.#system[plan.operation.service].port);
  }

  async #send(sent: Sent): Promise<Answer> {
    const answer = await this.#exchanged(sent);
    const body = judge(sent, answer);
    const { operation } = sent;
    if (!operation) return answer;
    this.statuses.push([operation.id, answer.status]);
    if (answer.status >= 400 && sent.correlationId !== undefined) this.refused.push(sent.correlationId);
    judgeAcceptance(sent, answer, body);
    if (answer.status >= 300) return answer;
    this.#world.learnFrom(operation, answer, body);
    const isKeyed = operation.method === 'POST' && sent.headers.some(([name]) => name === 'Idempotency-Key');
    if (isKeyed && !isImport(operation)) this.#keyed.push({ sent, answer });
    if (body !== undefined && operation.method !== 'GET' && operation.id !== 'removeInventory')
      await this.#readBack(operation, body);
    return answer;
  }

  async #authorization(): Promise<[string, string]> {
    return ['Authorization', `Bearer ${await this.#system.tokens.current()}`];
  }

  /** A 503 that says when to come back is taken at its word: then it must be over. Not where it waits for the future. */
  async #exchanged(sent: Sent): Promise<Answer> {
    const isToCome = sent.headers.some(
      ([name, value]) => name === 'Event-Position' && futurePositions.includes(value),
    );
    for (let attempt = 1; ; attempt++) {
      this.#last = shown(sent);
      const headers = [...sent.headers, await this.#authorization()];
      const answer = await exchange({ ...sent, headers }).catch((error: Error) => {
        throw new Violation('no answer', `${sent.method} ${sent.path.slice(0, 200)}: ${error.message}`);
      });
      this.#last += `\n→ ${answer.status} ${answer.bytes}`.slice(0, shownMax);
      if (answer.status !== 503 || isToCome || attempt === retriesMax) {
        if (answer.status === 503 && !isToCome)
          throw new Violation('a 503 does not pass', answer.bytes.toString());
        return answer;
      }
      judge(sent, answer);
      this.statuses.push([sent.operation?.id ?? 'stray', 503]);
      await sleep(Number(answer.headers['retry-after'] ?? 1) * 1000);
    }
  }

  /** Asked again while it says itself that it is behind: on a busy machine, that is no defect. */
  async #caughtUp(sent: Sent): Promise<Answer> {
    for (let attempt = 1; ; attempt++) {
      const answer = await this.#exchanged(sent);
      if (answer.headers['read-model-stale'] === undefined || attempt === retriesMax) return answer;
    }
  }

  /** What a command answers is what is read afterwards, unless something else has happened to it since. */
  async #readBack(written: Operation, body: unknown): Promise<void> {
    const { id, service } = written;
    const operation = itemOf(written, this.#operations);
    // A secret is shown once.
    const { secret: _, ...kept } = body as Record<string, unknown>;
    const { version, ...rest } = kept as { version?: number; id?: string; productId?: string };
    const key = rest.id ?? rest.productId;
    if (operation === undefined || version === undefined || key === undefined) return;
    const sent: Sent = {
      port: this.#system[service].port,
      method: 'GET',
      operation,
      target: key,

      path: `${operation.path.replace(/\{.+\}/, key)}?minVersion=${version}`,
      headers: [],
      body: undefined,
      chunked: false,
      correlationId: undefined,
    };
    const answer = await this.#caughtUp(sent);
    const read = judge(sent, answer) as { version: number };
    if (answer.status !== 200)
      throw new Violation(`${id}: what it answered cannot be read`, answer.bytes.toString());
    if (read.version < version)
      throw new Violation(`${id}: the read model stays behind`, `${read.version} < ${version}`);
    if (read.version === version && !isDeepStrictEqual(read, JSON.parse(JSON.stringify(kept))))
      throw new Violation(
        `${id}: what is read is not what was answered`,
        `${JSON.stringify(body)}\n${JSON.stringify(read)}`,
      );
  }

  async #repeat(otherBody: boolean): Promise<void> {
    const last = this.#keyed.at(-1);
    if (!last) return;
    const correlationId = this.#world.correlationId();
    const headers = last.sent.headers.filter(
      ([name]) => name !== 'X-Correlation-Id' && (name !== 'Content-Type' || !otherBody),
    );
    headers.push(
      ['X-Correlation-Id', correlationId],
      ...(otherBody ? ([['Content-Type', 'application/json']] as [string, string][]) : []),
    );
    const body = otherBody ? Buffer.from('{"another":"body"}') : last.sent.body;
    const sent = { ...last.sent, headers, body, correlationId };
    const answer = await this.#exchanged(sent);
    judge(sent, answer);
    const id = sent.operation?.id;
    if (otherBody) {
      this.refused.push(correlationId);
      if (answer.status !== 422)
        throw new Violation(`${id}: another body under the same key`, `${answer.status} ${answer.bytes}`);
    } else if (
      answer.status !== last.answer.status ||
      !answer.bytes.equals(last.answer.bytes) ||
      answer.headers['idempotency-replayed'] !== 'true'
    )
      throw new Violation(
        `${id}: a repeat is answered in another way`,
        `${last.answer.bytes}\n${answer.status} ${answer.bytes}`,
      );
  }

  async #stray({ service, method, path }: Extract<Step, { kind: 'stray' }>): Promise<void> {
    const correlationId = this.#world.correlationId();
    const sent: Sent = {
      port: this.#system[service].port,
      method,
      path,
      operation: undefined,
      target: undefined,
      headers: [['X-Correlation-Id', correlationId]],
      body: undefined,
      chunked: false,
      correlationId,
    };
    judge(sent, await this.#exchanged(sent));
    this.refused.push(correlationId);
  }

  #operation(service: ServiceName, method: string, path: string): Operation {
    const found = this.#operations.find(
      (one) => one.service === service && one.method === method && one.path === path,
    );
    if (!found) throw new Error(`${service} has no ${method} ${path}`);
    return found;
  }
}
