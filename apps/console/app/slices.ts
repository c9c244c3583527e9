/** The pages of a list that were read so far, and how those in view are read anew. */
export type Slice<Row> = { data: readonly Row[]; nextCursor: string | null };
/** `pageParams`: the cursor of each page; empty for the first one. */
export type Pages<Row> = { pages: Slice<Row>[]; pageParams: string[] };
export type Load<Row> = (cursor: string) => Promise<Slice<Row>>;

/** Reads the pages with these rows anew; the others stay as they were. */
export async function readAnew<Row>(
  { pages, pageParams }: Pages<Row>,
  [firstRow, lastRow]: readonly [number, number],
  load: Load<Row>,
): Promise<Pages<Row>> {
  const anew = [...pages];
  let rows = 0;
  for (const [nth, page] of pages.entries()) {
    const from = rows;
    rows += page.data.length;
    const isBefore = rows > 0 && rows <= firstRow;
    if (isBefore || from > lastRow) continue;
    const read = await load(pageParams[nth]!);
    anew[nth] = read;
    // It ends elsewhere now: what comes after it is asked for again, so that no row is left out or shown twice.
    if (nth + 1 < pages.length && read.nextCursor !== pageParams[nth + 1])
      return { pages: anew.slice(0, nth + 1), pageParams: pageParams.slice(0, nth + 1) };
  }
  return { pages: anew, pageParams };
}
