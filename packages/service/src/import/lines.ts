/**
 * What an import reads: NDJSON or CSV, as a stream of any size, one line or record after the other, each with the number
 * of the line in the file that it begins on. A line that cannot be read is told as such, and the next one is read.
 */
import type { Duplex } from 'node:stream';
import { parse } from 'csv-parse';
import split from 'split2';
import type { z } from 'zod';
import { parseJson } from '../http/body.ts';
import type { ServiceContext } from '../http/context.ts';
import { refuse } from '../http/problems.ts';
import type { TextStream } from '../http/text-stream.ts';
import { onValidated } from '../http/validation.ts';
import { requestLimits } from '../process/limits.ts';

export type ImportLine = { line: number } & ({ input: unknown } | { unreadable: string; isEnd?: true });

/** Cells by column, without the white space around them. An empty cell is an empty text. */
export type CsvRow = Readonly<Record<string, string>>;

export type ImportShape = {
  /** Looks at the columns before anything is taken in; refuses what it does not know. */
  columns: (names: readonly string[]) => void;
  /** What a row of CSV is as JSON. */
  row: (row: CsvRow) => unknown;
};

/** Refuses another type than NDJSON and CSV, and columns that the shape does not take. */
export async function importLines(
  contentType: string | undefined,
  body: () => Promise<TextStream>,
  shape: ImportShape,
): Promise<AsyncIterable<ImportLine>> {
  const media = contentType?.split(';')[0]?.trim().toLowerCase();
  if (media === 'application/x-ndjson') return ndjsonLines(await body());
  if (media === 'text/csv') return await begun(csvLines(await body(), shape));
  return refuse('media-type-unsupported', 'send application/x-ndjson or text/csv');
}

/** Reads the first line before anything is answered: a header that is refused is the answer to the whole. */
async function begun(lines: AsyncGenerator<ImportLine>): Promise<AsyncIterable<ImportLine>> {
  const first = await lines.next();
  return (async function* () {
    if (first.done) return;
    yield first.value;
    yield* lines;
  })();
}

/**
 * A caller who hangs up ends the iteration with an error, and so does what the parser refuses. Then the rest of the
 * body is read and dropped: a caller who is still sending would not hear the answer.
 */
function piped({ source }: TextStream, parser: Duplex): Duplex {
  source.on('error', (error) => parser.destroy(error));
  parser.on('error', () => source.unpipe(parser).resume());
  return source.pipe(parser);
}

const saveAs = 'save the file as UTF-8, or say in Content-Type what it is, such as charset=windows-1252';
const notUtf8 = `it is not UTF-8: ${saveAs}`;
const endsHere = (line: number, error: unknown): ImportLine => ({
  line,
  unreadable: `the import ends here: ${(error as Error).message}`,
  isEnd: true,
});

async function* ndjsonLines(body: TextStream): AsyncGenerator<ImportLine> {
  const lines = piped(body, split({ maxLength: requestLimits.importLineBytes }));
  let line = 0;
  try {
    for await (const text of lines as AsyncIterable<string>) {
      line++;
      if (body.isDamaged(text)) yield { line, unreadable: notUtf8 };
      else if (text.trim() !== '') yield readJson(line, text);
    }
  } catch (error) {
    yield endsHere(line + 1, error);
  }
}

function readJson(line: number, text: string): ImportLine {
  try {
    return { line, input: parseJson(text) };
  } catch (error) {
    return { line, unreadable: (error as Error).message };
  }
}

/** Lenient where a line can still be told from the next: one with a stray quote or cell must not end the import. */
const csvOptions = {
  bom: true,
  info: true,
  skip_empty_lines: true,
  relax_quotes: true,
  relax_column_count: true,
  max_record_size: requestLimits.importLineBytes,
} as const;
type CsvRecord = { info: { lines: number; error: Error | undefined }; record: Record<string, string> };

async function* csvLines(body: TextStream, shape: ImportShape): AsyncGenerator<ImportLine> {
  const count = new LineCount();
  let refused: unknown;
  const columns = (names: string[]) => {
    count.header(names);
    const trimmed = names.map((name) => name.trim());
    try {
      if (body.isDamaged(names.join())) refuse('malformed-request', `the header is not UTF-8: ${saveAs}`);
      shape.columns(trimmed);
    } catch (error) {
      refused = error;
      throw error;
    }
    return trimmed;
  };
  try {
    const records = piped(body, parse({ ...csvOptions, columns })) as AsyncIterable<CsvRecord>;
    for await (const { info, record } of records)
      yield readRow(body, shape, count.of(info.lines, record), info, record);
  } catch (error) {
    if (error === refused) throw error;
    yield endsHere(count.next, error);
  }
}

function readRow(
  body: TextStream,
  shape: ImportShape,
  line: number,
  { error }: CsvRecord['info'],
  record: Record<string, string>,
): ImportLine {
  if (body.isDamaged(Object.entries(record).flat().join(' '))) return { line, unreadable: notUtf8 };
  if (error) return { line, unreadable: 'it has more or fewer cells than the header' };
  const cells = Object.entries(record).map(([name, value]) => [name, value.trim()] as const);
  return { line, input: shape.row(Object.fromEntries(cells)) };
}

/** The parser counts to the end of a record, and counts a CRLF inside a cell twice. */
class LineCount {
  #twice = 0;
  next = 1;

  header(names: readonly string[]): void {
    this.#twice += countOf(names, /\r\n/g);
    this.next = 2 + countOf(names, /\r\n|\r|\n/g);
  }

  /** The line that the record begins on, from where the parser says that it ends. */
  of(lines: number, record: Record<string, string>): number {
    const cells = Object.values(record);
    this.#twice += countOf(cells, /\r\n/g);
    const last = lines - this.#twice;
    this.next = last + 1;
    return last - countOf(cells, /\r\n|\r|\n/g);
  }
}

function countOf(texts: readonly string[], pattern: RegExp): number {
  let count = 0;
  for (const text of texts)
    if (text.includes('\n') || text.includes('\r')) count += text.match(pattern)?.length ?? 0;
  return count;
}

/** The query of a route that is no `api.openapi`, checked as theirs are. */
export function queryOf<Shape extends z.ZodType>(c: ServiceContext, shape: Shape): z.output<Shape> {
  const sent = Object.entries(c.req.queries());
  const plain = sent.map(([name, values]) => [name, values.length === 1 ? values[0] : values]);
  const { data, error } = shape.safeParse(Object.fromEntries(plain));
  if (error) onValidated({ target: 'query', success: false, error });
  return data as z.output<Shape>;
}

/** Refuses a header with columns that are unknown, missing or there twice, and names all of them. */
export function refuseColumns(
  names: readonly string[],
  isKnown: (name: string) => boolean,
  missing: readonly string[],
  known: string,
): void {
  const unknown = names.filter((name) => !isKnown(name));
  const repeated = names.filter((name, index) => names.indexOf(name) !== index);
  const faults = { unknown, repeated, missing };
  const details = {
    unknown: `the columns are ${known}`,
    repeated: 'a column stands in the header once',
    missing: 'the file needs this column',
  };
  const errors = Object.entries(faults).flatMap(([code, columns]) =>
    columns.map((name) => ({
      pointer: `/columns/${name.replaceAll('~', '~0').replaceAll('/', '~1').slice(0, 100)}`,
      code,
      detail: details[code as keyof typeof details],
    })),
  );
  if (errors.length === 0) return;
  const said = Object.entries(faults).filter(([, columns]) => columns.length > 0);
  const text = said.map(([code, columns]) => `${code}: ${columns.join(', ')}`).join('; ');
  refuse('malformed-request', `the header has columns that are wrong: ${text}`.slice(0, 500).toWellFormed(), {
    errors: errors.slice(0, 100),
  });
}
