// What a child process prints. Each line goes as it is to .data/logs/<service>.log of the service that has written it. The last
// warnings, errors and lines that are no JSON stay in memory, for when the process dies. Warnings and errors
// (pino levels from 40) are one readable line on the terminal.

import { appendFileSync, existsSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { messageOf } from './failure.mjs';
import { describe, type LogLine, levelError, levelWarn, parse } from './log-line.ts';
import { dim, red, say, warn, yellow } from './terminal.mjs';

const fileBytesMax = 20 * 1024 * 1024;
const tailLines = 12;

export class ServiceOutput {
  readonly name: string;
  readonly #folder: string;
  readonly #services: ReadonlySet<string>;
  readonly #files = new Map<string, OutputFile>();
  #tail: string[] = [];

  /** `services`: whose lines go to files of their own; the others go to that of the process. */
  constructor(name: string, folder: string, services: readonly string[] = []) {
    this.name = name;
    this.#folder = folder;
    this.#services = new Set(services);
  }

  /** Takes the output of a new process; the last lines of the one before are forgotten. */
  attach(streams: readonly Readable[]): void {
    this.#tail = [];
    for (const stream of streams) {
      let unfinished = '';
      stream.setEncoding('utf8').on('data', (text: string) => {
        const lines = (unfinished + text).split('\n');
        unfinished = lines.pop() ?? '';
        this.#take(lines);
      });
      stream.once('end', () => this.#take(unfinished === '' ? [] : [unfinished]));
    }
  }

  /** Its last words, readable: in the same line if there is one, below it if there are more. */
  lastWords(): string {
    const where = this.#files.get(this.name)?.file ?? this.#folder;
    if (this.#tail.length === 0) return `nothing unusual (${where})`;
    if (this.#tail.length === 1) return `${this.#tail[0]} (${where})`;
    return [`${where}:`, ...this.#tail.map((line) => `    ${dim(line)}`)].join('\n');
  }

  #take(lines: readonly string[]): void {
    const texts = new Map<string, string>();
    for (const line of lines) {
      const entry = parse(line);
      const name = entry?.service && this.#services.has(entry.service) ? entry.service : this.name;
      texts.set(name, `${texts.get(name) ?? ''}${line}\n`);
      this.#show(name, line, entry);
    }
    for (const [name, text] of texts) this.#fileOf(name).append(text);
  }

  #fileOf(name: string): OutputFile {
    const file = this.#files.get(name) ?? new OutputFile(join(this.#folder, `${name}.log`));
    this.#files.set(name, file);
    return file;
  }

  #show(name: string, line: string, entry: LogLine | undefined): void {
    // What goes well, such as a request, does not say why a process has died.
    if (entry && entry.level < levelWarn) return;
    const readable = entry ? describe(entry) : line.trimEnd();
    const isStack = /^\s+at /.test(readable); // in the file, for whoever looks for a defect
    if (readable !== '' && !isStack) this.#tail = [...this.#tail, readable].slice(-tailLines);
    if (!entry) return;
    const level = entry.level >= levelError ? red('error') : yellow('warn ');
    say(`${dim(new Date().toTimeString().slice(0, 8))} ${level} ${name}: ${readable}`);
  }
}

class OutputFile {
  readonly file: string;
  #bytes: number;
  #failed = false;

  constructor(file: string) {
    this.file = file;
    this.#bytes = existsSync(file) ? statSync(file).size : 0;
  }

  // A full disk must not stop the system: it is reported once, and the lines are lost.
  append(text: string): void {
    try {
      if (this.#bytes > fileBytesMax) {
        renameSync(this.file, `${this.file}.1`);
        this.#bytes = 0;
      }
      appendFileSync(this.file, text);
      this.#bytes += Buffer.byteLength(text);
      this.#failed = false;
    } catch (error) {
      if (!this.#failed) warn(`${this.file} cannot be written: ${messageOf(error)}`);
      this.#failed = true;
    }
  }
}
