/**
 * Files in. The published data set exists as UTF-8, UTF-8 with a byte order mark, UTF-16 and Windows-1252 (its pound
 * signs), and with two spellings of its header; all of them are read. What cannot be read stops before anything is sent.
 */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import { UsageFailure } from '../failure.ts';
import { decodeOldText } from '../text-file.ts';
import type { Row } from './line.ts';

export type RetailFile = {
  path: string;
  /** SHA-256 of the bytes: what the file is known by, wherever it lies. */
  digest: string;
  rows: Row[];
};

type Column = Exclude<keyof Row, 'line' | 'malformed'>;
const COLUMNS: Record<Column, readonly string[]> = {
  invoice: ['invoiceno', 'invoice'],
  stockCode: ['stockcode'],
  description: ['description'],
  quantity: ['quantity'],
  unitPrice: ['unitprice', 'price'],
  customer: ['customerid'],
};

/** Throws {@link UsageFailure} for a file that cannot be read, and for the same content given twice. */
export async function readFiles(paths: readonly string[]): Promise<RetailFile[]> {
  const files: RetailFile[] = [];
  for (const path of paths) {
    const bytes = await readFile(path).catch((error: Error) => {
      throw new UsageFailure(`${path} cannot be read: ${error.message}`);
    });
    const digest = createHash('sha256').update(bytes).digest('hex');
    const twin = files.find((file) => file.digest === digest);
    if (twin) throw new UsageFailure(`${path} is the same as ${twin.path}: give every file once`);
    files.push({ path, digest, rows: readRows(path, decodeOldText(path, bytes)) });
  }
  return files;
}

/** Every record after the header, blank lines apart. Throws {@link UsageFailure} for what is not this format. */
export function readRows(path: string, text: string): Row[] {
  const [header, ...records] = readRecords(path, text);
  if (header === undefined) throw new UsageFailure(`${path} is empty`);
  const names = header.cells.map((cell) => cell.toLowerCase().replace(/[^a-z]/g, ''));
  const places = Object.entries(COLUMNS).map(([column, spellings]) => {
    const place = names.findIndex((name) => spellings.includes(name));
    if (place < 0)
      throw new UsageFailure(`${path} is not in the Online Retail format: no column ${spellings[0]}`);
    return [column as Column, place] as const;
  });
  return records.map(({ cells, line }) => ({
    line,
    malformed: cells.length !== names.length,
    ...(Object.fromEntries(places.map(([column, place]) => [column, (cells[place] ?? '').trim()])) as Record<
      Column,
      string
    >),
  }));
}

function readRecords(path: string, text: string): { cells: string[]; line: number }[] {
  try {
    const parsed: unknown = parse(text, {
      info: true,
      trim: true,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
    });
    return (parsed as { record: string[]; info: { lines: number } }[]).map(({ record, info }) => ({
      cells: record,
      line: info.lines,
    }));
  } catch (error) {
    throw new UsageFailure(`${path} is not CSV: ${error instanceof Error ? error.message : String(error)}`);
  }
}
