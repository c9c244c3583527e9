/** An aggregate at any of its versions: what happened, and the state before and after it. */
import { type components, ok } from '@quickmart/client';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useId } from 'react';
import { goQuery, Link, type Place } from '../router.tsx';
import { shop } from '../session.ts';
import { wordsOf } from '../show.ts';
import { Card, Empty, Json, Page, Scroll, Waiting } from '../ui.tsx';
import { EventFacts } from './event-tree.tsx';
import './streams.css';

type At = components['schemas']['AggregateVersion'];

export function TimeTravel({ place: { path, query } }: { place: Place }) {
  const [, service = '', category = '', id = ''] = path;
  const version = Number(query.get('version')) || undefined;
  const { data, error } = useQuery({
    queryKey: ['operations', 'aggregate', service, category, id, version],
    queryFn: () =>
      ok(
        shop().GET('/api/operations/{service}/aggregates/{category}/{id}', {
          params: { path: { service, category, id }, query: version === undefined ? {} : { version } },
        }),
      ),
    placeholderData: keepPreviousData,
  });
  return (
    <Page title={`${category} ${id}`}>
      <p className="crumbs">
        <Link to="/streams">Streams</Link> ›{' '}
        <Link to={`/streams?find=${encodeURIComponent(id)}`}>its events</Link>
      </p>
      <Waiting of={{ data, error }} />
      {data && <Steps at={data} version={version ?? data.version} />}
      {data && <Shown at={data} service={service} />}
    </Page>
  );
}

/** A slider over the versions; the arrow keys step, wherever one is. */
function Steps({ at: { versions }, version }: { at: At; version: number }) {
  const label = useId();
  useEffect(() => {
    const onKey = ({ key, target }: KeyboardEvent) => {
      if (target instanceof HTMLInputElement) return;
      const step = { ArrowLeft: -1, ArrowRight: 1 }[key];
      const next = version + (step ?? 0);
      if (step !== undefined && next >= 1 && next <= versions) goTo(next);
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [version, versions]);
  return (
    <Card>
      <div className="steps">
        <button type="button" disabled={version <= 1} onClick={() => goTo(version - 1)}>
          Back
        </button>
        <label id={label} htmlFor={`${label}-range`}>
          Version {version} of {versions}
        </label>
        <button type="button" disabled={version >= versions} onClick={() => goTo(version + 1)}>
          Forward
        </button>
        <input
          id={`${label}-range`}
          type="range"
          min={1}
          max={versions}
          value={version}
          onChange={({ target }) => goTo(Number(target.value))}
        />
      </div>
    </Card>
  );
}

const goTo = (version: number) => goQuery({ version: String(version) });

function Shown({ at: { event, before, after, changes }, service }: { at: At; service: string }) {
  return (
    <>
      <div className="columns">
        <Card title={wordsOf(event.eventType)} aside={<span className="tag">{event.category}</span>}>
          <EventFacts event={{ ...event, service }} />
          <details>
            <summary>What the event holds</summary>
            <Json of={event.data} />
          </details>
        </Card>
        <Card title="What it has changed">
          {changes.length === 0 ? (
            <Empty>Nothing.</Empty>
          ) : (
            <Scroll label="Changes">
              <table className="changes">
                <thead>
                  <tr>
                    <th scope="col">Field</th>
                    <th scope="col">Before</th>
                    <th scope="col">After</th>
                  </tr>
                </thead>
                <tbody>
                  {changes.map(({ path, before: was, after: is }) => (
                    <tr key={path}>
                      <td>{path || 'the whole'}</td>
                      <td className="was">{textOf(was)}</td>
                      <td className="is">{textOf(is)}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </Scroll>
          )}
        </Card>
      </div>
      <div className="columns">
        <Card title="State before">
          {before === null ? <Empty>There was none.</Empty> : <Json of={before} />}
        </Card>
        <Card title="State after">
          {after === null ? <Empty>There is none.</Empty> : <Json of={after} />}
        </Card>
      </div>
    </>
  );
}

function textOf(value: unknown): string {
  if (value === undefined) return '–';
  return typeof value === 'string' ? value : JSON.stringify(value);
}
