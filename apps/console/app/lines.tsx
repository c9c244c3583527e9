/** What services have said of one thing, in a table of usual length: as far as it has come, and without those that are down. */
import type { ReactNode } from 'react';
import { classOf, type TableProps } from './list.tsx';
import { Down, Empty, Scroll, Waiting } from './ui.tsx';

type SaidProps<Row> = {
  error: unknown;
  /** Undefined: nothing has come yet. */
  rows: readonly Row[] | undefined;
  down: readonly string[] | undefined;
  empty: string;
  /** Stands above the rows. */
  note?: ReactNode;
};

export const Said = <Row,>({
  error,
  rows,
  down,
  empty,
  note,
  children,
}: SaidProps<Row> & { children: (rows: readonly Row[]) => ReactNode }) => (
  <>
    <Waiting of={{ error, data: rows }} />
    {down && <Down services={down} />}
    {note}
    {rows?.length === 0 && <Empty>{empty}</Empty>}
    {rows && rows.length > 0 && children(rows)}
  </>
);

export const Lines = <Row,>({ label, columns, keyOf, ...said }: SaidProps<Row> & TableProps<Row>) => (
  <Said {...said}>{(rows) => <Table label={label} columns={columns} keyOf={keyOf} rows={rows} />}</Said>
);

export const Table = <Row,>({ label, columns, keyOf, rows }: TableProps<Row> & { rows: readonly Row[] }) => (
  <Scroll label={label}>
    <table className="lines">
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column.label} scope="col" className={classOf({ ...column, isClipped: false })}>
              {column.label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={keyOf(row)}>
            {columns.map((column) => (
              <td key={column.label} className={classOf(column)}>
                {column.cell(row)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  </Scroll>
);
