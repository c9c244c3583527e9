/** For the tests of imports: a file is sent, and what was answered is read line by line. */
import type { ImportResult } from '../src/import/api.ts';
import type { catalogOfTests } from './testing.ts';

export type Lines = ImportResult[];
export type Summary = { status: 'summary'; warnings: string[]; prices: object[] } & Record<string, unknown>;
export const head = 'sku,name,amount,currency';

type Raw = ReturnType<typeof catalogOfTests>['raw'];

export const loaderOf =
  (raw: Raw) =>
  async (file: string, query = '', type = 'text/csv', headers: object = {}) => {
    const body = ReadableStream.from([Buffer.from(file)]);
    const sent = { 'Content-Type': type, ...headers };
    const { status, text } = await raw('POST', `/api/products/import${query}`, body, sent);
    const lines = text
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    return { status, results: lines.slice(0, -1) as Lines, summary: lines.at(-1) as Summary };
  };

/** Line → what became of it. */
export const outcomes = ({ results }: { results: Lines }) =>
  results.map(({ line, status, code }) => [line, code ?? status]);
