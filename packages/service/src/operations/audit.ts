/**
 * Who did what: events that somebody asked for, not those that followed from them; and what operators have done, which is no
 * event. Read from the log backwards, so it costs the same however long the log is.
 */
import type { EventRegistry } from '@quickmart/contracts/registry';
import {
  formatPosition,
  type LogEntry,
  logged,
  type Place,
  type RedisClient,
  readNewest,
} from '@quickmart/streams';
import type { ServiceContext } from '../http/context.ts';
import { Journal } from './journal.ts';
import { operationLimits as limits } from './limits.ts';

export type Deed = {
  at: number;
  actor: string;
  what: string;
  category?: string | undefined;
  aggregateId?: string | undefined;
  position?: string | undefined;
  detail?: string | undefined;
};
/** By category: before which place. */
export type AuditCursor = ReadonlyMap<string, Place>;

export class Acts {
  readonly #journal: Journal<Deed>;

  constructor(redis: RedisClient, category: string) {
    this.#journal = new Journal(redis, category, 'acts', limits.actsKept);
  }

  /** `detail`: what was chosen, in a few words. */
  note(c: ServiceContext, what: string, detail: string): void {
    const { actor = 'nobody' } = c.get('request');
    this.#journal.add({ at: Date.now(), actor, what, detail: detail.slice(0, limits.reasonLength) });
  }

  list = (): Promise<Deed[]> => this.#journal.list();
}

/** One page of a category. `before`: for the next one; undefined: there is nothing before it. */
export async function deedsIn(
  redis: RedisClient,
  category: string,
  { actor, before, codec }: { actor: string | undefined; before: Place | undefined; codec: EventRegistry },
): Promise<{ deeds: Deed[]; before: Place | undefined }> {
  const deeds: Deed[] = [];
  let place = before;
  for (let looked = 0; looked < limits.auditLooked; ) {
    const page = await readNewest(redis, category, { before: place, most: limits.auditShown });
    if (page.length === 0) return { deeds, before: undefined };
    for (const entry of page) {
      looked++;
      place = entry;
      const deed = deedOf(entry, codec);
      if (deed === undefined || (actor !== undefined && deed.actor !== actor)) continue;
      deeds.push(deed);
      if (deeds.length === limits.auditShown) return { deeds, before: place };
    }
  }
  return { deeds, before: place };
}

/** Undefined: it followed from something else, or nobody asked for it. */
function deedOf(entry: LogEntry, codec: EventRegistry): Deed | undefined {
  const event = logged(entry);
  if ('unreadable' in event || event.meta.actor === undefined || event.meta.causationId !== undefined)
    return undefined;
  const { at, eventType: what, category, aggregateId, meta, data } = event;
  const position = formatPosition(entry);
  return {
    at,
    actor: meta.actor!,
    what,
    category,
    aggregateId,
    position,
    detail: rightIn(codec.shown(what, data)),
  };
}

/** Rights that were given or taken say which. */
function rightIn(data: unknown): string | undefined {
  const { role, scopes } = (data ?? {}) as { role?: unknown; scopes?: unknown };
  if (typeof role === 'string') return role;
  return Array.isArray(scopes) ? scopes.join(' ').slice(0, limits.reasonLength) : undefined;
}

export const textOfCursor = (places: Iterable<readonly [string, Place]>): string =>
  [...places].map(([category, { epoch, pos }]) => `${category}@${epoch}-${pos}`).join(',');

export const parseAuditCursor = (text: string): AuditCursor =>
  new Map(
    text.split(',').flatMap((part): [string, Place][] => {
      const [, category, epoch, pos] = /^(.+)@(\d+)-(\d+)$/.exec(part) ?? [];
      return category === undefined ? [] : [[category, { epoch: Number(epoch), pos: Number(pos) }]];
    }),
  );
