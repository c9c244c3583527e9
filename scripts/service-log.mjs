// What a child process prints: kept as it is in .data/logs/<name>.log, its last words in memory for when it dies, and
// warnings and errors (pino levels from 40) as one readable line on the terminal.

import { appendFileSync, existsSync, renameSync, statSync } from 'node:fs';
import { messageOf } from './failure.mjs';
import { dim, red, say, warn, yellow } from './terminal.mjs';

const fileBytesMax = 20 * 1024 * 1024;
const tailLines = 12;
const levelWarn = 40;
const levelError = 50;
/** pino's numbers; our services write the names. */
const levels = new Map([
  ['trace', 10],
  ['debug', 20],
  ['info', 30],
  ['warn', levelWarn],
  ['error', levelError],
  ['fatal', 60],
]);

export class ServiceLog {
  /** @type {string[]} */
  #tail = [];
  #bytes;
  #failed = false;

  /** @param {string} name @param {string} file */
  constructor(name, file) {
    this.name = name;
    this.file = file;
    this.#bytes = existsSync(file) ? statSync(file).size : 0;
  }

  /** Takes the output of a new process; the last lines of the one before are forgotten. @param {import('node:stream').Readable[]} streams */
  attach(streams) {
    this.#tail = [];
    for (const stream of streams) {
      let unfinished = '';
      stream.setEncoding('utf8').on('data', (text) => {
        const lines = (unfinished + text).split('\n');
        unfinished = lines.pop() ?? '';
        this.#take(lines);
      });
      stream.once('end', () => this.#take(unfinished === '' ? [] : [unfinished]));
    }
  }

  /** Its last words, readable: in the same line if there is one, below it if there are more. */
  lastWords() {
    if (this.#tail.length === 0) return `it said nothing (${this.file})`;
    if (this.#tail.length === 1) return `${this.#tail[0]} (${this.file})`;
    return [`${this.file}:`, ...this.#tail.map((line) => `    ${dim(line)}`)].join('\n');
  }

  /** @param {string[]} lines */
  #take(lines) {
    if (lines.length === 0) return;
    this.#append(`${lines.join('\n')}\n`);
    for (const line of lines) this.#show(line);
  }

  /** @param {string} line */
  #show(line) {
    const entry = parse(line);
    const readable = entry ? describe(entry) : line.trimEnd();
    const isStack = /^\s+at /.test(readable); // in the file, for whoever looks for a defect
    if (readable !== '' && !isStack) this.#tail = [...this.#tail, readable].slice(-tailLines);
    if (!entry || entry.level < levelWarn) return;
    const level = entry.level >= levelError ? red('error') : yellow('warn ');
    say(`${dim(new Date().toTimeString().slice(0, 8))} ${level} ${this.name}: ${readable}`);
  }

  // A full disk must not take the system down with the log: said once, then the lines are lost.
  /** @param {string} text */
  #append(text) {
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

/** @typedef {{ level: number, msg?: string, reason?: string, err?: { message?: string } }} Entry */

/** @param {string} line @returns {Entry | undefined} */
function parse(line) {
  if (!line.startsWith('{')) return undefined;
  try {
    const entry = JSON.parse(line);
    const level = levels.get(entry.level) ?? entry.level;
    return typeof level === 'number' ? { ...entry, level } : undefined;
  } catch {
    return undefined;
  }
}

/** @param {Entry} entry */
function describe({ msg = '', err, reason: said }) {
  const reason = err?.message ?? said;
  if (!reason || msg.includes(reason)) return msg;
  return msg === '' ? reason : `${msg}: ${reason}`;
}
