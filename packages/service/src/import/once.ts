/** The lines of an import under the Idempotency-Key of its file: each has its effect once, however often the file is sent. */
import { createHash } from 'node:crypto';
import type { Aggregate, Command, Decision, EventMap, EventStore } from '@quickmart/streams';
import { idempotencyKeyOf } from '../http/idempotency.ts';

type LineCommand = Pick<Command, 'meta' | 'at' | 'idempotencyKey' | 'fingerprint'>;
export type ImportFile = { path: string; key: string | undefined; command: Pick<Command, 'meta' | 'at'> };

/** `part`: what the line is known by within its file. It is recognised by `input`, which is what it says, as it stands there. */
export function lineCommand({ path, key, command }: ImportFile, part: string, input: unknown): LineCommand {
  if (key === undefined) return command;
  return {
    ...command,
    idempotencyKey: idempotencyKeyOf('POST', path, key, part),
    fingerprint: createHash('sha256').update(JSON.stringify(input)).digest('base64url'),
  };
}

type Line<State, Events extends EventMap, Result> = {
  aggregate: Aggregate<State, Events>;
  id: string;
  decision: Decision<State, Events>;
  command: LineCommand;
  resultOf: (state: State, isChanged: boolean) => Result;
};

/** Decides one line; what was decided under its key before is answered as it was then, also where that changed nothing. */
export async function decideLine<State, Events extends EventMap, Result>(
  store: EventStore,
  { aggregate, id, decision, command, resultOf }: Line<State, Events, Result>,
): Promise<Result> {
  let isChanged = false;
  const decide: Decision<State, Events> = (state, version) => {
    const events = decision(state, version);
    isChanged = events.length > 0;
    return events;
  };
  const { duplicate, reply, state } = await store.decide(aggregate, id, decide, {
    ...command,
    reply: (decided) => resultOf(decided.state, isChanged),
  });
  return duplicate && reply ? (reply as Result) : resultOf(state, isChanged);
}
