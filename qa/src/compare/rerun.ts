/**
 * Decides a recorded day again. What came from outside is appended as it was recorded. The handlers of this checkout decide
 * everything else, in an isolated log, one after the other, in the order and at the times of the recording.
 *
 * - From outside: requests, webhooks, and the events of services that are not run again.
 * - A handler runs when it has its turn (see queues.ts). One that would decide what the recording does not have, where a
 *   request or a webhook came soon after, was late: it runs again after that.
 * - A timer fires when the recording has its effect; one without an effect fires ten seconds after it was due, unless it
 *   was cancelled before.
 * - The provider answers as it did, when it did (see provider.ts).
 */
import type { Env } from '@quickmart/service';
import {
  type EventInAppend,
  type HandlerContext,
  keys,
  type Place,
  rawEvent,
  readPartition,
  type Timer,
} from '@quickmart/streams';
import { type Lab, startLab } from '../lab.ts';
import { categories, services } from '../services.ts';
import { silentLog } from '../target.ts';
import { Clock } from './clock.ts';
import { DueTimers } from './due.ts';
import { RecordedProvider } from './provider.ts';
import { type Failed, type Queue, Queues, TooEarlyError } from './queues.ts';
import { decoded, type Recorded, type Story } from './recorded.ts';

/** Timers and handlers of a busy system are late by as much as this. */
const lateMsMax = 10_000;

export class Rerun {
  readonly provider: RecordedProvider;
  readonly #story: Story;
  readonly #own: ReadonlyMap<string, string>;
  readonly #clock = new Clock();
  readonly #queues: Queues;
  readonly #read = new Map<string, Place>();
  readonly #versions = new Map<string, number>();
  /** Events that were appended before their turn. */
  readonly #told = new Set<string>();
  readonly #ending = new AbortController();
  /** Categories that something was appended to since they were read. */
  readonly #changed = new Set<string>();
  /** The queue whose handler runs now. */
  #running: Queue | undefined;
  #lab!: Lab;
  #timers!: DueTimers;

  /** `names`: the services that are run again. */
  constructor(story: Story, names: readonly string[]) {
    this.#story = story;
    this.provider = new RecordedProvider(story);
    const own = services.filter(({ name }) => names.includes(name));
    this.#own = new Map(
      own.flatMap(({ name, aggregates }) => aggregates.map(({ category }) => [category, name] as const)),
    );
    this.#queues = new Queues({
      story,
      own: this.#own,
      handlersOf: (group, category) => this.#handlers(group).reactions.get(category),
      context: this.#context,
    });
  }

  get failed(): Failed[] {
    return this.#queues.failed;
  }

  #handlers = (group: string) => this.#lab.services.get(group)!.consumers.handlers;

  /** Categories that are decided again. */
  get categories(): string[] {
    return [...this.#own.keys()];
  }

  /** The lab with the log as it is at the end; the caller stops it. `tick` is called for every event of the recording. */
  async run(env: Env, tick: () => void): Promise<Lab> {
    const identify = (event: EventInAppend) => this.#identify(event);
    this.#lab = await startLab(env, { parts: { payment: { provider: this.provider } }, identify });
    this.#timers = new DueTimers(this.#lab.redis);
    try {
      for (const category of categories) await this.#create(category);
      this.#clock.take();
      for (const event of this.#story.events) {
        await this.#tell(event);
        tick();
      }
      await this.#runUpTo(Number.POSITIVE_INFINITY, this.#clock.now);
      return this.#lab;
    } catch (error) {
      this.#clock.giveBack();
      await this.#lab.stop();
      throw error;
    } finally {
      this.#clock.giveBack();
      this.#ending.abort();
    }
  }

  /** One partition is enough: nobody else reads it. */
  async #create(category: string): Promise<void> {
    const head = { epoch: 1, pos: 0, partitions: 1, format: 1 };
    await this.#lab.redis.hset(keys.head(category), head);
  }

  /** An event with the place and the type of a recorded one gets the id and the time of that one. */
  #identify(appended: EventInAppend): void {
    const { category, aggregateId, version, event } = appended;
    const recorded = this.#story.at(category, aggregateId, version);
    if (recorded && recorded.eventType !== event.eventType) this.#assertTurn(recorded);
    this.#note(appended);
    if (this.#story.byId(event.eventId) !== undefined) return;
    if (recorded?.eventType !== event.eventType) return;
    event.eventId = recorded.eventId;
    event.at = recorded.at;
  }

  /**
   * A handler without an effect has run at a time that the recording does not tell. Where it would now take the version of
   * an event from outside that came soon after, it was slower than that one.
   */
  #assertTurn(recorded: Recorded): void {
    const work = this.#running?.works[0];
    if (work === undefined || work.hasEffect || recorded.seq <= work.dueSeq) return;
    if (this.#isFromOutside(recorded) && recorded.at - work.event.at <= lateMsMax)
      throw new TooEarlyError(recorded);
  }

  #note(event: EventInAppend): void {
    this.provider.note(event);
    this.#changed.add(event.category);
    this.#timers.changed(event.category);
  }

  async #tell(event: Recorded): Promise<void> {
    await this.#fireOverdue(event);
    await this.#runUpTo(event.seq, event.at);
    this.#clock.now = event.at;
    const timer = await this.#timerOf(event);
    if (timer !== undefined) await this.#fire(event.category, timer);
    else if (this.#isFromOutside(event)) await this.#append(this.#appendOf(event));
    await this.#readOn();
    await this.#runUpTo(event.seq, event.at);
  }

  /** No handler here decides it: it has no cause, or one that is not in the recording. */
  #isFromOutside({ category, causationId }: Recorded): boolean {
    return (
      !this.#own.has(category) || causationId === undefined || this.#story.byId(causationId) === undefined
    );
  }

  /** What was appended together: a handler sees all of it, or none. Nothing, where that is there. */
  #appendOf(event: Recorded): Recorded[] {
    const { category, aggregateId, eventId, at, meta } = event;
    if (this.#told.delete(eventId)) return [];
    const all = [event];
    for (let { version } = event; ; version++) {
      const next = this.#story.at(category, aggregateId, version + 1);
      if (next === undefined || next.at !== at || next.meta !== meta || !this.#isFromOutside(next))
        return all;
      this.#told.add(next.eventId);
      all.push(next);
    }
  }

  async #append(together: readonly Recorded[]): Promise<void> {
    const [first] = together;
    if (first === undefined) return;
    const { category, aggregateId, eventType } = first;
    const key = `${category} ${aggregateId}`;
    const events = together.map(asAppended);
    for (;;) {
      const expectedVersion = this.#versions.get(key) ?? 0;
      const aggregates = [{ id: aggregateId, expectedVersion, events }];
      const answer = await this.#lab.store.log.append({ category, aggregates });
      if (answer.kind === 'ok') {
        for (const event of events) this.#note({ category, aggregateId, version: 0, event });
        return;
      }
      if (answer.kind !== 'conflict') throw new Error(`${eventType} was not appended: ${answer.kind}`);
      this.#versions.set(key, answer.found[0]!.actual);
    }
  }

  /** New events of the log go to the queues of the groups that react to them. */
  async #readOn(): Promise<void> {
    for (const category of [...this.#changed]) {
      this.#changed.delete(category);
      const after = this.#read.get(category);
      for await (const page of readPartition(this.#lab.redis, category, 0, { after }))
        for (const { epoch, pos, entry } of page) {
          this.#read.set(category, { epoch, pos });
          const event = decoded(rawEvent(category, 0, entry));
          if (event === undefined) continue;
          this.#versions.set(`${category} ${event.aggregateId}`, event.version);
          this.#queues.add(event);
        }
    }
  }

  /** Handlers and answers of the provider that are due, in their order, until none is. */
  async #runUpTo(seq: number, at: number): Promise<void> {
    for (;;) {
      const queue = this.#queues.next();
      const answer = this.provider.next();
      const queueSeq = queue?.works[0]?.dueSeq ?? Number.POSITIVE_INFINITY;
      const answerSeq = answer?.dueSeq ?? Number.POSITIVE_INFINITY;
      const least = Math.min(queueSeq, answerSeq);
      // An answer that the recording does not have never comes.
      if (least > seq || !Number.isFinite(least)) return;
      if (queueSeq <= answerSeq) await this.#begin(queue!);
      else await this.#answer(answer!, at);
      await this.#readOn();
    }
  }

  /** Until the handler is done, or waits for the provider. */
  async #begin(queue: Queue): Promise<void> {
    this.#clock.now = Math.max(queue.works[0]!.at, 0);
    const asked = this.provider.asked();
    this.#running = queue;
    await Promise.race([this.#queues.begin(queue), asked]);
    this.#running = undefined;
  }

  async #answer(answer: NonNullable<ReturnType<RecordedProvider['next']>>, at: number): Promise<void> {
    this.#clock.now = answer.ended?.at ?? at;
    const asked = this.provider.asked();
    const queue = this.#queues.running(answer.paymentId);
    this.provider.give(answer);
    await Promise.race([queue?.running, asked]);
  }

  /** The due timer that has caused the event, if there is one: both have the same meta. */
  async #timerOf(event: Recorded): Promise<Timer | undefined> {
    if (!this.#own.has(event.category)) return undefined;
    const due = await this.#timers.at(event.category, event.at);
    return due.find((timer) => isEffect(event, timer));
  }

  /** Timers that were not cancelled, and have no effect in the recording. */
  async #fireOverdue({ seq, at }: Recorded): Promise<void> {
    for (const category of this.#own.keys())
      for (const timer of await this.#timers.at(category, at - lateMsMax)) {
        const own = this.#story.of(category, timer.aggregateId);
        if (own.some((event) => event.seq >= seq && isEffect(event, timer))) continue;
        this.#clock.now = timer.dueAt;
        await this.#fire(category, timer);
        await this.#readOn();
      }
  }

  async #fire(category: string, timer: Timer): Promise<void> {
    const group = this.#own.get(category)!;
    const handler = this.#handlers(group).timers.get(category)?.[timer.type];
    try {
      await handler?.(timer, this.#context());
    } catch (error) {
      const { type: eventType, aggregateId } = timer;
      this.failed.push({ group, eventType, aggregateId, reason: (error as Error).message });
    }
    await this.#timers.fired(category, timer);
  }

  #context = (): HandlerContext => ({ signal: this.#ending.signal, attempt: 1, logger: silentLog });
}

const asAppended = ({ eventId, eventType, schema, at, data, meta }: Recorded) => ({
  eventId,
  eventType,
  schema,
  at,
  data: JSON.parse(data),
  meta: JSON.parse(meta),
  dataText: data,
  metaText: meta,
});

const isEffect = (event: Recorded, { aggregateId, dueAt, meta }: Timer): boolean =>
  event.aggregateId === aggregateId &&
  event.at >= dueAt &&
  event.correlationId === meta.correlationId &&
  event.causationId === meta.causationId;
