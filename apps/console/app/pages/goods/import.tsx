/** A file of products or of counts, taken in line by line: what became of each line stands there, what was refused first. */
import { type components, ok } from '@quickmart/client';
import { type ReactNode, useState } from 'react';
import { type Column, LongTable, useAfter } from '../../list.tsx';
import { importer } from '../../session.ts';
import { Area, Card, Check, Choice, Empty, Form, Page, Status } from '../../ui.tsx';

type Schemas = components['schemas'];
type Line = Schemas['ImportResult'] | Schemas['StockImportResult'];
type Summary = Schemas['ImportSummary'] | Schemas['StockImportSummary'];
type Typed = { text?: string; dryRun: boolean };

const typeOf = (text: string) => (text.trimStart().startsWith('{') ? 'application/x-ndjson' : 'text/csv');
/** As it is: the body is text already. */
const sending = (text: string) => ({
  headers: { 'Content-Type': typeOf(text) },
  body: text,
  bodySerializer: (body: string) => body,
  parseAs: 'text' as const,
});

export const ImportProducts = () => (
  <ImportPage
    title="Import products"
    back={['/catalog', 'Catalog']}
    example={'sku,name,amount,currency\nMUG-BLUE-350,Blue mug,1299,EUR'}
    send={({
      text = '',
      dryRun,
      format,
      mode,
    }: Typed & { format: 'quickmart'; mode: 'create' | 'upsert' }) => {
      const query = { format, mode, dryRun: dryRun ? ('true' as const) : ('false' as const) };
      return ok(importer().POST('/api/products/import', { params: { query }, ...sending(text) }));
    }}
  >
    <Choice
      label="Whose export it is"
      name="format"
      options={['quickmart', 'shopify', 'woocommerce', 'olist']}
    />
    <Choice
      label="A SKU that is there already"
      name="mode"
      options={[
        ['create', 'is refused'],
        ['upsert', 'is changed'],
      ]}
    />
  </ImportPage>
);

export const ImportStock = () => (
  <ImportPage
    title="Import counts"
    back={['/stock', 'Stock']}
    example={'sku,quantity,reason\nMUG-BLUE-350,80,count'}
    send={({ text = '', dryRun }: Typed) => {
      const query = { dryRun: dryRun ? ('true' as const) : ('false' as const) };
      return ok(importer().POST('/api/inventories/import', { params: { query }, ...sending(text) }));
    }}
  />
);

type ImportProps<Body> = {
  title: string;
  back: readonly [string, string];
  example: string;
  /** The answer: NDJSON. */
  send: (typed: Body) => Promise<unknown>;
  children?: ReactNode;
};

function ImportPage<Body>({ title, back, example, send, children }: ImportProps<Body>) {
  /** `nth`: each file that is chosen takes the place of what stood there, also one that is as long. */
  const [file, setFile] = useState({ nth: 0, text: '' });
  const show = (text: string) => setFile(({ nth }) => ({ nth: nth + 1, text }));
  const [answer, setAnswer] = useState<{ lines: Line[]; summary: Summary | undefined }>();
  const after = useAfter(['products']);
  return (
    <Page title={title} back={back}>
      <Card>
        <div className="field">
          <label htmlFor="file">File: CSV or NDJSON</label>
          <input
            id="file"
            type="file"
            accept=".csv,.ndjson,.jsonl,text/csv"
            onChange={({ target: { files } }) => void files?.[0]?.text().then(show)}
          />
        </div>
        <Form<Body>
          label="Import"
          send={async (typed) => setAnswer(answerOf(String(await after(send(typed)))))}
        >
          <Area
            key={file.nth}
            label="Or its text"
            name="text"
            rows={6}
            empty="text"
            value={file.text}
            hint={`As in: ${example.replace('\n', ' ⏎ ')}`}
          />
          {children}
          <Check label="Only try it: nothing is written" name="dryRun" value />
        </Form>
      </Card>
      {answer && <Answer {...answer} />}
    </Page>
  );
}

function answerOf(text: string): { lines: Line[]; summary: Summary | undefined } {
  const all = text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Line | Summary);
  const lines = all.filter((one): one is Line => one.status !== 'summary');
  return {
    lines: lines.toSorted((a, b) => Number(b.status === 'refused') - Number(a.status === 'refused')),
    summary: all.find((one): one is Summary => one.status === 'summary'),
  };
}

const columns: readonly Column<Line>[] = [
  { label: 'Line', width: 5, isNumber: true, cell: ({ line }) => line },
  { label: 'SKU', width: 11, cell: ({ sku }) => sku },
  { label: 'Result', width: 9, cell: ({ status }) => <Status of={status} /> },
  { label: 'Why', isWide: true, cell: ({ detail }) => <span title={detail}>{detail}</span> },
];

function Answer({ lines, summary }: { lines: readonly Line[]; summary: Summary | undefined }) {
  return (
    <Card title={summary?.dryRun ? 'What would become of it' : 'What became of it'}>
      {summary === undefined || !summary.complete ? (
        <p className="problem" role="alert">
          The file was not read to its end.
        </p>
      ) : null}
      <p role="status">
        {Object.entries(summary ?? {})
          .filter(([name, count]) => typeof count === 'number' && count > 0 && name !== 'results')
          .map(([name, count]) => `${count} ${name}`)
          .join(', ')}
      </p>
      {lines.length === 0 ? (
        <Empty>It has no lines.</Empty>
      ) : (
        <LongTable label="Lines" columns={columns} keyOf={({ line }) => String(line)} rows={lines} />
      )}
    </Card>
  );
}
