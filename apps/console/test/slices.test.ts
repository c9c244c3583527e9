import { expect, test } from 'vitest';
import { type Pages, readAnew, type Slice } from '../app/slices.ts';

/** Ten rows a page; the cursor is where a page begins. */
const shop = (rows: readonly number[]) => {
  const asked: string[] = [];
  const load = async (cursor: string): Promise<Slice<number>> => {
    asked.push(cursor);
    const from = cursor === '' ? 0 : rows.findIndex((row) => row > Number(cursor));
    const data = rows.slice(from, from + 10);
    const isEnd = from + 10 >= rows.length;
    return { data, nextCursor: isEnd ? null : String(data.at(-1)) };
  };
  return { asked, load };
};
const upTo = (count: number) => Array.from({ length: count }, (_, n) => n);

async function read(rows: readonly number[]): Promise<Pages<number>> {
  const { load } = shop(rows);
  const read: Pages<number> = { pages: [], pageParams: [] };
  for (let cursor: string | null = ''; cursor !== null; ) {
    const page = await load(cursor);
    read.pages.push(page);
    read.pageParams.push(cursor);
    cursor = page.nextCursor;
  }
  return read;
}
const rowsOf = ({ pages }: Pages<number>) => pages.flatMap(({ data }) => data);

test('only the pages in view are read anew, however many there are', async () => {
  const before = await read(upTo(1_000));
  const { asked, load } = shop(upTo(1_000));
  const after = await readAnew(before, [515, 524], load);
  expect(asked).toEqual(['509', '519']);
  expect(after).toEqual(before);
});

test('where a page ends elsewhere, what comes after it is forgotten: no row is left out or shown twice', async () => {
  const before = await read(upTo(40));
  const without12 = upTo(40).filter((row) => row !== 12);
  const after = await readAnew(before, [12, 12], shop(without12).load);
  expect(rowsOf(after)).toEqual(without12.slice(0, 20));
  expect(after.pages.at(-1)?.nextCursor).toBe('20');
});

test('a list that was empty, and the last page, are read anew', async () => {
  const empty = await read([]);
  expect(rowsOf(await readAnew(empty, [0, 0], shop([7]).load))).toEqual([7]);
  const before = await read(upTo(15));
  expect(rowsOf(await readAnew(before, [10, 14], shop(upTo(16)).load))).toEqual(upTo(16));
});
