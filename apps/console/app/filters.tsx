/** What a list is filtered by. It stands in the address, so that it can be kept and sent to somebody. */
import type { FormEvent, ReactNode } from 'react';
import { type OptionList, Options } from './fields.tsx';
import { goQuery } from './router.tsx';

/** `search`: what can be typed, in words; what was typed is in the address as `name`. */
export function Filters({
  query,
  search,
  name = 'search',
  children,
}: {
  query: URLSearchParams;
  search?: string;
  name?: string;
  children?: ReactNode;
}) {
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const typed = String(new FormData(event.currentTarget).get(name) ?? '').trim();
    goQuery({ ...Object.fromEntries(query), [name]: typed });
  };
  const typed = query.get(name) ?? '';
  return (
    <search>
      <form className="search" onSubmit={submit}>
        {search !== undefined && (
          <>
            <input
              key={typed}
              type="search"
              name={name}
              defaultValue={typed}
              placeholder={search}
              aria-label={search}
            />
            <button type="submit" className="primary">
              Search
            </button>
          </>
        )}
        {children}
      </form>
    </search>
  );
}

type PickProps = {
  name: string;
  label: string;
  /** In words, that nothing is chosen. */
  any: string;
  options: OptionList;
  query: URLSearchParams;
};

/** One of several, taken at once. */
export const Pick = ({ name, label, any, options, query }: PickProps) => (
  <select
    aria-label={label}
    value={query.get(name) ?? ''}
    onChange={({ target }) => goQuery({ ...Object.fromEntries(query), [name]: target.value })}
  >
    <option value="">{any}</option>
    <Options of={options} />
  </select>
);
