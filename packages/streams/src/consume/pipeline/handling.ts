/** From an entry to its handler. */
import { conventions } from '../../conventions.ts';
import type { StoredEvent } from '../../log/event.ts';
import { observed } from '../../observer.ts';
import { inSpan, SpanKind, traceIdOf } from '../../tracing.ts';
import type { Decoder } from '../decoder.ts';
import { describe, eventOf } from '../delivery.ts';
import type { ModeContext } from '../mode.ts';
import type { Quarantine } from '../quarantine.ts';
import type { Redrive } from '../redrive.ts';
import { aboutEvent, consumed } from '../spans.ts';
import {
  type AnyHandlers,
  type Attempt,
  type Call,
  elsewhere,
  handled,
  type Outcome,
  type Step,
} from './attempt.ts';

type Decoded = Attempt & { readonly event: StoredEvent };

/** Later events of a parked aggregate queue up behind its dead letters, until these are redriven or discarded. */
export function behindParked(
  { acknowledger }: Pick<ModeContext, 'acknowledger'>,
  parked: Set<string>,
  redrive: Redrive,
  next: Step,
): Step {
  const queueUp: Step = async (attempt) => {
    const { queue, delivery } = attempt;
    if (await acknowledger.queueUp(delivery, queue)) return elsewhere;
    await redrive.ended(queue); // somebody may have discarded its dead letters while the first was being redriven
    parked.delete(queue);
    return await next(attempt);
  };
  return (attempt) => (parked.has(attempt.queue) ? queueUp(attempt) : next(attempt));
}

/** Throws where the entry cannot be read: it goes to the dead letters. */
export const decode =
  (decoder: Decoder, next: (decoded: Decoded) => Promise<Outcome>): Step =>
  ({ delivery, queue, signal, number }) =>
    next({ delivery, queue, signal, number, event: decoder.decode(eventOf(delivery)) });

/** Acknowledges what was handled. */
export const acknowledge =
  ({ acknowledger, logger, group }: ModeContext, next: (decoded: Decoded) => Promise<void>) =>
  async (decoded: Decoded): Promise<Outcome> => {
    const began = performance.now();
    await next(decoded);
    const { delivery, number: attempt, event } = decoded;
    const origin = { correlationId: event.meta.correlationId, ...traceIdOf(event.meta) };
    const ms = Math.round((performance.now() - began) * 10) / 10;
    logger.info({ ...describe(delivery), ...origin, group, attempt, ms }, 'event handled');
    acknowledger.acknowledge(delivery);
    return handled;
  };

/** After a crash, each event is noted before it begins: so one that kills its process is found. `alone`: nothing else runs. */
export function survive(quarantine: Quarantine, alone: () => boolean, next: (call: Call) => Promise<void>) {
  const noted = async (decoded: Decoded): Promise<void> => {
    await quarantine.note(decoded.delivery, alone());
    try {
      await next(decoded);
    } finally {
      quarantine.survived(decoded.delivery);
    }
  };
  return (decoded: Decoded): Promise<void> =>
    quarantine.isNoting(decoded.delivery.lease) ? noted(decoded) : next(decoded);
}

type Context = Pick<ModeContext, 'category' | 'group' | 'service' | 'observer'>;

/** Part of the trace that the event was appended in. */
export const span =
  ({ category, group, service }: Context, next: (call: Call) => Promise<void>) =>
  (call: Call): Promise<void> => {
    const { event, number } = call;
    const attributes = () => ({
      ...consumed({ category, group, operation: 'react' }),
      ...aboutEvent(event),
      [conventions.attempt]: number,
    });
    const options = { kind: SpanKind.CONSUMER, attributes, parent: event.meta.traceparent, service };
    return inSpan(`react ${event.eventType}`, options, () => next(call));
  };

/** Tells how long it has taken. */
export const observe =
  ({ category, group, observer }: Context, next: (call: Call) => Promise<void>) =>
  (call: Call): Promise<void> =>
    observed(observer, { category, group, type: call.event.eventType, events: 1 }, () => next(call));

const nothing = Promise.resolve();

export const call =
  (handlers: AnyHandlers, { logger }: Pick<ModeContext, 'logger'>) =>
  ({ event, signal, number: attempt }: Call): Promise<void> =>
    handlers[event.eventType]?.(event, { signal, attempt, logger }) ?? nothing;
