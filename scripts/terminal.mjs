// What the scripts print. Colours only on a terminal that wants them; a closed terminal is no reason to die.

const coloured = process.stdout.isTTY === true && !process.env.NO_COLOR && process.env.TERM !== 'dumb';

/** @param {number} code */
const paint = (code) => (/** @type {string} */ text) => (coloured ? `\u001b[${code}m${text}\u001b[0m` : text);

export const bold = paint(1);
export const dim = paint(2);
export const red = paint(31);
export const yellow = paint(33);

// The reader of the pipe may be gone before the children are stopped.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});

/** @param {string} text */
export const say = (text) => void process.stdout.write(`${text}\n`);

/** One step of the way: what happens now. @param {string} text */
export const step = (text) => say(`${dim('·')} ${text}`);

/** @param {string} text */
export const warn = (text) => say(`${yellow('!')} ${text}`);

/** @param {string} text */
export const fail = (text) => void process.stderr.write(`${red('✗')} ${text}\n`);

/**
 * Rows under one header, in columns.
 * @param {string[]} header
 * @param {string[][]} rows
 */
export function table(header, rows) {
  const widths = header.map((title, column) =>
    Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  /** @param {string[]} cells */
  const line = (cells) =>
    `  ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')}`.trimEnd();
  return [bold(line(header)), ...rows.map(line)].join('\n');
}

/**
 * Lines of a label and a text, in columns.
 * @param {string[][]} rows
 */
export const labelled = (rows) =>
  rows.map(([label = '', text = '']) => `  ${label.padEnd(7)}  ${text}`.trimEnd()).join('\n');

/** The URL without its password, fit for a terminal or a log. @param {string} url */
export const masked = (url) =>
  url.replace(/(:\/\/[^:@/]*):[^@]*@/, '$1:***@').replace(/(password=)[^&]*/gi, '$1***');
