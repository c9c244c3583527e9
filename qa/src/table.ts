/** Columns under titles; numbers stand to the right. */
export function table(titles: readonly string[], rows: readonly (readonly unknown[])[]): string {
  const widths = titles.map((title, column) =>
    Math.max(title.length, ...rows.map((row) => String(row[column]).length)),
  );
  const line = (row: readonly unknown[]) =>
    row
      .map((cell, column) => {
        const text = String(cell);
        return typeof cell === 'number' ? text.padStart(widths[column]!) : text.padEnd(widths[column]!);
      })
      .join('  ')
      .trimEnd();
  return rows.length === 0 ? 'none' : [line(titles), ...rows.map(line)].join('\n');
}
