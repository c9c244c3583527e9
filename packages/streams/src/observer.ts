/** What happens here, as it happens, for metrics. Called for each append and each event, so it has to be cheap. */
export type AppendSeen = {
  category: string;
  /** `ok`: it is in the log. The others have written nothing; commands of a `conflict` are decided again. */
  outcome: 'ok' | 'conflict' | 'duplicate' | 'claimed' | 'blocked' | 'failed';
  commands: number;
  events: number;
  seconds: number;
};

export type HandledSeen = {
  category: string;
  group: string;
  /** Of the event or the timer; of a batch of a read model there are several, and none is named. */
  type: string;
  isDone: boolean;
  events: number;
  seconds: number;
};

export type Observer = {
  appended(seen: AppendSeen): void;
  /** An attempt of a handler has ended. */
  handled(seen: HandledSeen): void;
};

export const nobody: Observer = { appended() {}, handled() {} };

/** Runs an attempt of a handler, and tells how long it has taken. */
export async function observed<Result>(
  observer: Pick<Observer, 'handled'>,
  about: Omit<HandledSeen, 'isDone' | 'seconds'>,
  run: () => Promise<Result>,
): Promise<Result> {
  const began = performance.now();
  let isDone = false;
  try {
    const result = await run();
    isDone = true;
    return result;
  } finally {
    observer.handled({ ...about, isDone, seconds: (performance.now() - began) / 1000 });
  }
}
