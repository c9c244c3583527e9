/** Progress on stderr: a bar on a terminal; elsewhere a plain line every two seconds, so that logs stay readable. */
import cliProgress from 'cli-progress';

export type Progress = {
  /** A total of 0: it is not known. */
  start(name: string, total: number): void;
  tick(count?: number): void;
  /** Shown beside the count until the next tick, e.g. that a service does not answer. */
  note(text: string): void;
  stop(): void;
};

const LINE_EVERY_MS = 2000;

export function openProgress(out: NodeJS.WriteStream): Progress {
  return out.isTTY ? bar(out) : lines(out);
}

function bar(out: NodeJS.WriteStream): Progress {
  let current: cliProgress.SingleBar | undefined;
  return {
    start(name, total) {
      current?.stop();
      const format = total > 0 ? '{name} {bar} {value}/{total} {note}' : '{name} {value} {note}';
      current = new cliProgress.SingleBar({ format, stream: out }, cliProgress.Presets.shades_classic);
      current.start(total, 0, { name: name.padEnd(12), note: '' });
    },
    tick: (count = 1) => current?.increment(count, { note: '' }),
    note: (text) => current?.update({ note: text }),
    stop() {
      current?.stop();
      current = undefined;
    },
  };
}

function lines(out: NodeJS.WriteStream): Progress {
  let state = { name: '', total: 0, done: 0, note: '' };
  let timer: NodeJS.Timeout | undefined;
  let isSlow = false;
  const print = () => {
    const note = state.note && ` (${state.note})`;
    const of = state.total > 0 ? `/${state.total}` : '';
    out.write(`${state.name} ${state.done}${of}${note}\n`);
    isSlow = true;
  };
  const stop = () => {
    if (timer === undefined) return;
    clearInterval(timer);
    timer = undefined;
    if (isSlow) print();
  };
  return {
    start(name, total) {
      stop();
      state = { name, total, done: 0, note: '' };
      timer = setInterval(print, LINE_EVERY_MS).unref();
    },
    tick(count = 1) {
      state.done += count;
      state.note = '';
    },
    note(text) {
      state.note = text;
    },
    stop,
  };
}
