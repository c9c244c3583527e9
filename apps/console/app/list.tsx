/**
 * A list of any length: page by page as one scrolls, and only the rows in view are in the document. What changes is read anew
 * where somebody looks: one or two pages, however many were read before.
 */
import type { ShopEvent } from '@quickmart/client';
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useOnEvents } from './live.ts';
import { type Load, type Pages, readAnew } from './slices.ts';
import { Empty, Waiting } from './ui.tsx';

/** Of a request of a list: `limit`. */
export const pageSize = 100;
/** Of a row with one line of text; the others are measured. */
const rowHeight = 40;
/** In rem: what a column that shares what is left is taken for on a phone. */
const usual = 12;
/** So many rows before the end, the next page is asked for. */
const ahead = 40;

/** The rows in view: the first and the last one. */
type InView = RefObject<readonly [number, number]>;

export type Column<Row> = {
  label: string;
  cell: (row: Row) => ReactNode;
  /** In rem. Without: it shares what is left. */
  width?: number;
  isNumber?: boolean;
  /** Only where there is room for it: not on a phone. */
  isWide?: boolean;
  /** What is too long for its place ends in dots. */
  isClipped?: boolean;
};
export type TableProps<Row> = {
  /** What is listed, for those who do not see it. */
  label: string;
  columns: readonly Column<Row>[];
  keyOf: (row: Row) => string;
};
type ListProps<Row> = TableProps<Row> & {
  /** Everything that the rows depend on. */
  queryKey: readonly unknown[];
  /** `cursor` is empty for the first page. */
  load: Load<Row>;
  empty: string;
  /** Of an event: whether a row may be another one now. */
  isAbout: (event: ShopEvent) => boolean;
};

const lists = new Set<() => void>();
/** After a change that was made here: the event of it comes only to those who follow events. */
const refreshLists = (): void => {
  for (const refresh of lists) refresh();
};

/** For a change made here: reads anew what is shown of it, under this key and in lists. */
export function useAfter(queryKey: readonly unknown[]): <Done>(work: Promise<Done>) => Promise<Done> {
  const queries = useQueryClient();
  return async (work) => {
    const done = await work;
    refreshLists();
    await queries.invalidateQueries({ queryKey });
    return done;
  };
}

export function List<Row>({ queryKey, load, empty, isAbout, ...table }: ListProps<Row>) {
  const key = ['list', ...queryKey];
  const inView = useRef<readonly [number, number]>([0, 0]);
  const { data, error, isFetching, hasNextPage, fetchNextPage } = useInfiniteQuery({
    queryKey: key,
    queryFn: ({ pageParam }) => load(pageParam),
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
    // Else all pages would be read anew at once.
    staleTime: Number.POSITIVE_INFINITY,
  });
  useRefresh(key, load, inView, isFetching, isAbout);
  const rows = data?.pages.flatMap((page) => page.data) ?? [];
  const mayGoOn = hasNextPage && !isFetching && error === null;
  return (
    <>
      <Waiting of={{ data, error }} />
      {data !== undefined && rows.length === 0 && <Empty>{empty}</Empty>}
      {rows.length > 0 && (
        <Rows
          {...table}
          rows={rows}
          inView={inView}
          hasMore={hasNextPage}
          onEnd={mayGoOn ? () => void fetchNextPage() : undefined}
        />
      )}
    </>
  );
}

/** Rows that are all here. */
export function LongTable<Row>({ rows, ...table }: TableProps<Row> & { rows: readonly Row[] }) {
  const inView = useRef<readonly [number, number]>([0, 0]);
  return <Rows {...table} rows={rows} inView={inView} hasMore={false} onEnd={undefined} />;
}

type RowsProps<Row> = TableProps<Row> & {
  rows: readonly Row[];
  inView: InView;
  hasMore: boolean;
  /** Asks for the next page; undefined: there is none, or it is on its way. */
  onEnd: (() => void) | undefined;
};

function Rows<Row>({ label, columns, keyOf, rows, inView, hasMore, onEnd }: RowsProps<Row>) {
  const body = useRef<HTMLTableSectionElement>(null);
  const [top, setTop] = useState(0);
  const virtual = useWindowVirtualizer({
    count: rows.length,
    estimateSize: () => rowHeight,
    getItemKey: (index) => keyOf(rows[index]!),
    overscan: 10,
    scrollMargin: top,
  });
  // What stands above it is as high as the window is wide.
  useLayoutEffect(
    () => setTop(Math.round(body.current!.getBoundingClientRect().top + scrollY)),
    [label, virtual.scrollRect?.width],
  );
  const items = virtual.getVirtualItems();
  const [first, last] = [items[0], items.at(-1)];
  inView.current = [first?.index ?? 0, last?.index ?? 0];
  const isNearEnd = (last?.index ?? 0) >= rows.length - ahead;
  useEffect(() => {
    if (isNearEnd) onEnd?.();
  }, [isNearEnd, onEnd]);
  const narrow = columns.reduce((sum, { width = usual, isWide }) => sum + (isWide ? 0 : width), 0);
  const above = (first?.start ?? top) - top;
  const below = virtual.getTotalSize() - ((last?.end ?? top) - top);
  return (
    <table className="list" aria-label={label} aria-rowcount={hasMore ? -1 : rows.length + 1}>
      <colgroup>
        {columns.map(({ label, width, isWide }) => (
          <col
            key={label}
            className={isWide ? 'wide' : undefined}
            style={{
              '--width': width === undefined ? 'auto' : `${width}rem`,
              '--share': `${(100 * (width ?? usual)) / narrow}%`,
            }}
          />
        ))}
      </colgroup>
      <thead>
        <tr aria-rowindex={1}>
          {columns.map((column) => (
            <th key={column.label} scope="col" className={classOf(column)}>
              {column.label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody ref={body}>
        <Gap height={above} />
        {items.map(({ index, key }) => (
          <tr key={key} ref={virtual.measureElement} data-index={index} aria-rowindex={index + 2}>
            {columns.map((column) => (
              <td key={column.label} className={classOf(column)}>
                {column.cell(rows[index]!)}
              </td>
            ))}
          </tr>
        ))}
        <Gap height={below} />
      </tbody>
    </table>
  );
}

export const classOf = ({ isNumber, isWide, isClipped }: Column<never>): string =>
  [isNumber && 'number', isWide && 'wide', isClipped && 'clip'].filter(Boolean).join(' ');

/** In the place of the rows that are not in view. */
const Gap = ({ height }: { height: number }) =>
  // biome-ignore lint/a11y/noAriaHiddenOnFocusable: nobody can focus it.
  height > 0 && <tr aria-hidden="true" style={{ height }} />;

/** Reads the pages in view anew: when an event says so, after a change made here, and when one comes back to the list. */
function useRefresh<Row>(
  key: readonly unknown[],
  load: Load<Row>,
  inView: InView,
  isFetching: boolean,
  isAbout: (event: ShopEvent) => boolean,
): void {
  const queries = useQueryClient();
  const isWanted = useRef(queries.getQueryData(key) !== undefined);
  const refresh = async () => {
    isWanted.current = true;
    // A page that is on its way would put back what was there before; it is done when it has come.
    if (queries.isFetching({ queryKey: key }) > 0) return;
    isWanted.current = false;
    const before = queries.getQueryData<Pages<Row>>(key);
    if (before === undefined) return;
    const after = await readAnew(before, inView.current, load);
    queries.setQueryData<Pages<Row>>(key, (now) => (now === before ? after : now));
  };
  const latest = useRef(refresh);
  latest.current = refresh;
  // What cannot be read now is said when the next page is asked for.
  const [run] = useState(() => () => void latest.current().catch(() => undefined));
  useOnEvents(isAbout, run);
  useEffect(() => {
    lists.add(run);
    return () => void lists.delete(run);
  }, [run]);
  useEffect(() => {
    if (!isFetching && isWanted.current) run();
  }, [isFetching, run]);
}
