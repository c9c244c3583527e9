/** The few pieces that all pages are made of. */
import { type ReactNode, useEffect } from 'react';
import { Problem } from './problem.tsx';
import { Link } from './router.tsx';

export { Action } from './action.tsx';
export { Edit } from './edit.tsx';
export { Area, Check, Choice, Field, MomentField, MoneyField } from './fields.tsx';
export { Form } from './form.tsx';
export { Problem } from './problem.tsx';
export { Several } from './several.tsx';

export const Card = ({
  title,
  aside,
  children,
}: {
  title?: string;
  aside?: ReactNode;
  children: ReactNode;
}) => (
  <section className="card">
    {(title || aside) && (
      <header>
        {title && <h2>{title}</h2>}
        {aside}
      </header>
    )}
    {children}
  </section>
);

export const Page = ({
  title,
  aside,
  back,
  children,
}: {
  title: string;
  aside?: ReactNode;
  /** The page above this one. */
  back?: readonly [to: string, label: string];
  children: ReactNode;
}) => {
  useEffect(() => {
    document.title = `${title} · QuickMart`;
  }, [title]);
  return (
    <main id="content" tabIndex={-1}>
      <div className="page-head">
        <h1>{title}</h1>
        {aside}
      </div>
      {back && (
        <p className="crumbs">
          <Link to={back[0]}>{back[1]}</Link>
        </p>
      )}
      {children}
    </main>
  );
};

/** Of everything that has a status: in what tone it is shown. */
const tones: Record<string, string> = {
  ...tone(
    'good',
    'active',
    'authorized',
    'captured',
    'confirmed',
    'delivered',
    'in-transit',
    'shipped',
    'succeeded',
    'won',
  ),
  ...tone('done', 'completed', 'done'),
  ...tone('wait', 'action-required', 'low', 'open', 'packed', 'paused', 'pending', 'to-pick', 'unclear'),
  ...tone('bad', 'attention', 'failed', 'locked', 'lost', 'none', 'refused'),
};
function tone(name: string, ...statuses: string[]): Record<string, string> {
  return Object.fromEntries(statuses.map((status) => [status, name]));
}
export const Status = ({ of }: { of: string }) => (
  <span className={`status ${tones[of] ?? 'off'}`}>{of.replaceAll('-', ' ')}</span>
);

export const Empty = ({ children }: { children: ReactNode }) => <p className="empty">{children}</p>;
export const Loading = () => (
  <p className="empty" role="status">
    Loading …
  </p>
);

/** In the place of what has not come. */
export const Waiting = ({ of: { data, error } }: { of: { data: unknown; error: unknown } }) =>
  error ? <Problem error={error} /> : data === undefined ? <Loading /> : null;

/** What may be wider than the screen; it has to be reached by the keyboard. */
export const Scroll = ({ label, children }: { label: string; children: ReactNode }) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by the keyboard.
  <section className="scroll" aria-label={label} tabIndex={0}>
    {children}
  </section>
);

export const Json = ({ of }: { of: unknown }) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by the keyboard.
  <pre tabIndex={0}>{JSON.stringify(of, null, 2)}</pre>
);

/** Services that did not answer: what is shown is without them. */
export const Down = ({ services }: { services: readonly string[] }) =>
  services.length === 0 ? null : <p className="problem">Not reached: {services.join(', ')}</p>;

/** Facts that there are, one below the other. */
export const Facts = ({ of }: { of: readonly (readonly [name: string, value: ReactNode])[] }) => (
  <dl>
    {of.map(
      ([name, value]) =>
        value !== undefined &&
        value !== null &&
        value !== false &&
        value !== '' && (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ),
    )}
  </dl>
);
