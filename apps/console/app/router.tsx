/** Every page has an address, and what is searched for stands in it: `/console/orders?search=QM-2026-000001`. */
import { type AnchorHTMLAttributes, useSyncExternalStore } from 'react';

export type Place = { path: readonly string[]; query: URLSearchParams };

const base = '/console';
const listeners = new Set<() => void>();
addEventListener('popstate', () => tell());

function tell(): void {
  for (const listener of listeners) listener();
}

export function go(to: string, how: 'push' | 'replace' = 'push'): void {
  history[`${how}State`](null, '', `${base}${to}`);
  if (how === 'push') scrollTo(0, 0);
  tell();
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};

export function usePlace(): Place {
  const href = useSyncExternalStore(subscribe, () => location.pathname + location.search);
  const url = new URL(href, location.origin);
  const path = url.pathname.slice(base.length).split('/').filter(Boolean).map(decodeURIComponent);
  return { path, query: url.searchParams };
}

/** The same page with another query; what is empty is left out. */
export function goQuery(query: Record<string, string>): void {
  const next = new URLSearchParams(Object.entries(query).filter(([, value]) => value !== ''));
  const text = next.size > 0 ? `?${next}` : '';
  go(location.pathname.slice(base.length) + text, 'replace');
}

type LinkProps = AnchorHTMLAttributes<HTMLAnchorElement> & { to: string };

export function Link({ to, onClick, ...rest }: LinkProps) {
  return (
    <a
      {...rest}
      href={`${base}${to}`}
      onClick={(event) => {
        onClick?.(event);
        if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
        event.preventDefault();
        go(to);
      }}
    />
  );
}
