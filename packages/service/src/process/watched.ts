/** What whoever runs a service can ask it: the checks of `/readyz`, and the gauges of `/metrics`. */

/** Rejects, or answers `false`, when the dependency cannot be used; `{ detail }` is shown, and is no failure. */
export type Check = () => unknown;
export type Checks = Readonly<Record<string, Check>>;

/** Whoever asks while it is asked gets the same answer: what is watched must not become a load of its own. */
export function shared<Result>(ask: () => Promise<Result>): () => Promise<Result> {
  let asked: Promise<Result> | undefined;
  return () => {
    asked ??= ask().finally(() => {
      asked = undefined;
    });
    return asked;
  };
}

export type Sample = { labels?: Readonly<Record<string, string>>; value: number };
/** Name → what it means, its labels, and how to read it, e.g. the lag per partition. A failing read leaves it empty. */
export type Gauges = Readonly<
  Record<
    string,
    { help: string; labels?: readonly string[]; read: () => readonly Sample[] | Promise<readonly Sample[]> }
  >
>;
