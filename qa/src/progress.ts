/** Progress on stderr: a bar on a terminal; elsewhere a plain line every two seconds, so that logs stay readable. */
import cliProgress from 'cli-progress';

export type Progress = {
  start(name: string, total: number): void;
  tick(): void;
  /** Shown beside the count until the next tick, e.g. that a service does not answer. */
  note(text: string): void;
  stop(): void;
};

const LINE_EVERY_MS = 2000;

export function openProgress(out: NodeJS.WriteStream): Progress {
  return out.isTTY ? bar(out) : lines(out);
}

function bar(out: NodeJS.WriteStream): Progress {
  const format = '{name} {bar} {value}/{total} {note}';
  let current: cliProgress.SingleBar | undefined;
  return {
    start(name, total) {
      current?.stop();
      current = new cliProgress.SingleBar({ format, stream: out }, cliProgress.Presets.shades_classic);
      current.start(total, 0, { name: name.padEnd(12), note: '' });
    },
    tick: () => current?.increment(1, { note: '' }),
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
  const print = () => {
    const note = state.note && ` (${state.note})`;
    out.write(`${state.name} ${state.done}/${state.total}${note}\n`);
  };
  const stop = () => {
    if (timer === undefined) return;
    clearInterval(timer);
    timer = undefined;
    print();
  };
  return {
    start(name, total) {
      stop();
      state = { name, total, done: 0, note: '' };
      timer = setInterval(print, LINE_EVERY_MS).unref();
    },
    tick() {
      state.done += 1;
      state.note = '';
    },
    note(text) {
      state.note = text;
    },
    stop,
  };
}
