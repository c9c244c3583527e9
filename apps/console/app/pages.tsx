/**
 * All pages of the console. A page is added here, and nowhere else: its address, its place in the navigation, and the right that it
 * needs. The right only decides what is shown; the services check it.
 */
import type { ReactNode } from 'react';
import { Consumers } from './pages/consumers.tsx';
import { Events } from './pages/events.tsx';
import { OrderPage } from './pages/order.tsx';
import { Orders } from './pages/orders.tsx';
import { Overview } from './pages/overview.tsx';
import { ReadModels } from './pages/read-models.tsx';
import type { Place } from './router.tsx';
import { may } from './session.ts';

/** `id`: what stands after the page's own part of the address, as in `/console/orders/{id}`. */
type At = { place: Place; id: string | undefined };
export type PageOf = {
  /** The first part of the address after `/console/`. */
  path: string;
  label: string;
  /** Without: for whoever has logged in. */
  scope?: string;
  show: (at: At) => ReactNode;
};

export const groups: readonly { label: string; pages: readonly PageOf[] }[] = [
  {
    label: 'Shop',
    pages: [
      { path: '', label: 'Overview', show: () => <Overview /> },
      {
        path: 'orders',
        label: 'Orders',
        scope: 'orders:read',
        show: ({ place, id }) => (id === undefined ? <Orders place={place} /> : <OrderPage id={id} />),
      },
    ],
  },
  {
    label: 'System',
    pages: [
      { path: 'events', label: 'Events', show: ({ place }) => <Events place={place} /> },
      {
        path: 'consumers',
        label: 'Consumers',
        scope: 'operate',
        show: ({ place }) => <Consumers place={place} />,
      },
      { path: 'read-models', label: 'Read models', scope: 'operate', show: () => <ReadModels /> },
    ],
  },
];

export const maySee = ({ scope }: PageOf): boolean => scope === undefined || may(scope);

export const pageAt = ({ path: [first = ''] }: Place): PageOf | undefined =>
  groups.flatMap(({ pages }) => pages).find(({ path }) => path === first);
