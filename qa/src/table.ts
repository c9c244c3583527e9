/** Numbers, and amounts such as `-4.90` and `+1.5 %`. */
const isNumeric = (cell: unknown): boolean => /^[+-]?\d+(\.\d+)?( %)?$/.test(String(cell));

/** Columns under titles; numbers stand to the right, and so do titles that have nothing else under them. */
export function table(titles: readonly string[], rows: readonly (readonly unknown[])[]): string {
  const widths = titles.map((title, column) =>
    Math.max(title.length, ...rows.map((row) => String(row[column]).length)),
  );
  const isRight = titles.map((_, column) => rows.every((row) => isNumeric(row[column])));
  const line = (row: readonly unknown[]) =>
    row
      .map((cell, column) => {
        const text = String(cell);
        const stands = isRight[column] || isNumeric(cell);
        return stands ? text.padStart(widths[column]!) : text.padEnd(widths[column]!);
      })
      .join('  ')
      .trimEnd();
  return rows.length === 0 ? 'none' : [line(titles), ...rows.map(line)].join('\n');
}
