/** What a run says: progress on stderr, tables on stdout, everything as JSON in bench/results/. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { fileURLToPath } from 'node:url';
import { type Bar, barRows, type Samples, sampleRows } from './bars.ts';

const folder = fileURLToPath(new URL('../results', import.meta.url));

export const say = (line: string): void => void process.stderr.write(`${line}\n`);

/** `how`: what it was measured with. */
export function report(name: string, all: readonly Bar[], samples: Samples, how: object): void {
  const bars = barRows(all, samples);
  console.table(sampleRows(samples));
  console.table(bars);
  write(name, { ...how, bars, samples: Object.fromEntries(samples) });
}

export function write(name: string, results: object): void {
  mkdirSync(folder, { recursive: true });
  const file = `${folder}/${new Date().toISOString().replaceAll(':', '-')}-${name}.json`;
  const machine = { node: process.version, cpus: cpus().length, model: cpus()[0]?.model };
  writeFileSync(file, `${JSON.stringify({ machine, ...results }, null, 2)}\n`);
  say(`written: ${file}`);
}
