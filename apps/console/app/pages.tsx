/**
 * All pages of the console. A page is added here, and nowhere else: its address, its place in the navigation, and the right that it
 * needs. The right only decides what is shown; the services check it.
 */
import type { ReactNode } from 'react';
import { Audit } from './pages/audit.tsx';
import { Consumers } from './pages/consumers.tsx';
import { CustomerPage } from './pages/customers/customer.tsx';
import { Customers } from './pages/customers/customers.tsx';
import { Errors } from './pages/errors.tsx';
import { Catalog } from './pages/goods/catalog.tsx';
import { ImportProducts, ImportStock } from './pages/goods/import.tsx';
import { NewProduct, ProductPage } from './pages/goods/product.tsx';
import { StockList, StockPage } from './pages/goods/stock.tsx';
import { OrderPage } from './pages/order.tsx';
import { Orders } from './pages/orders.tsx';
import { Overview } from './pages/overview.tsx';
import { PaymentPage } from './pages/payments/payment.tsx';
import { Payments } from './pages/payments/payments.tsx';
import { Coupons } from './pages/prices/coupons.tsx';
import { NewPromotion, PromotionPage } from './pages/prices/promotion.tsx';
import { Promotions } from './pages/prices/promotions.tsx';
import { TryBasket } from './pages/prices/quote.tsx';
import { Shipping } from './pages/prices/shipping.tsx';
import { Taxes } from './pages/prices/taxes.tsx';
import { ReadModels } from './pages/read-models.tsx';
import { Redis } from './pages/redis.tsx';
import { ShipmentPage } from './pages/shipments/shipment.tsx';
import { Shipments } from './pages/shipments/shipments.tsx';
import { Streams } from './pages/streams.tsx';
import { TimeTravel } from './pages/time-travel.tsx';
import { Timers } from './pages/timers.tsx';
import { Webhooks } from './pages/webhooks.tsx';
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
      { path: '', label: 'Overview', show: () => <Overview others={others()} /> },
      {
        path: 'orders',
        label: 'Orders',
        scope: 'orders:read',
        show: ({ place, id }) => (id === undefined ? <Orders place={place} /> : <OrderPage id={id} />),
      },
      {
        path: 'shipments',
        label: 'Shipments',
        scope: 'deliveries:read',
        show: ({ place, id }) => (id === undefined ? <Shipments place={place} /> : <ShipmentPage id={id} />),
      },
      {
        path: 'payments',
        label: 'Payments',
        scope: 'payments:read',
        show: ({ place, id }) => (id === undefined ? <Payments place={place} /> : <PaymentPage id={id} />),
      },
      {
        path: 'customers',
        label: 'Customers',
        scope: 'users:read',
        show: ({ place, id }) => (id === undefined ? <Customers place={place} /> : <CustomerPage id={id} />),
      },
    ],
  },
  {
    label: 'Goods',
    pages: [
      {
        path: 'catalog',
        label: 'Catalog',
        show: ({ place, id }) => {
          if (id === undefined) return <Catalog place={place} />;
          if (id === 'new') return <NewProduct />;
          return id === 'import' ? <ImportProducts /> : <ProductPage key={id} id={id} />;
        },
      },
      {
        path: 'stock',
        label: 'Stock',
        scope: 'stock:read',
        show: ({ place, id }) => {
          if (id === undefined) return <StockList place={place} />;
          return id === 'import' ? <ImportStock /> : <StockPage id={id} />;
        },
      },
    ],
  },
  {
    label: 'Prices',
    pages: [
      {
        path: 'promotions',
        label: 'Promotions',
        scope: 'pricing:read',
        show: ({ place, id }) => {
          if (id === undefined) return <Promotions place={place} />;
          return id === 'new' ? <NewPromotion /> : <PromotionPage id={id} />;
        },
      },
      {
        path: 'coupons',
        label: 'Coupons',
        scope: 'pricing:read',
        show: ({ place }) => <Coupons place={place} />,
      },
      {
        path: 'taxes',
        label: 'Tax rates',
        scope: 'pricing:read',
        show: ({ place }) => <Taxes place={place} />,
      },
      {
        path: 'shipping',
        label: 'Shipping',
        scope: 'pricing:read',
        show: ({ place }) => <Shipping place={place} />,
      },
      { path: 'basket', label: 'Try a basket', scope: 'pricing:read', show: () => <TryBasket /> },
    ],
  },
  {
    label: 'System',
    pages: [
      {
        path: 'streams',
        label: 'Streams',
        show: ({ place, id }) =>
          id === undefined ? <Streams place={place} /> : <TimeTravel place={place} />,
      },
      {
        path: 'consumers',
        label: 'Consumers',
        scope: 'operate',
        show: ({ place }) => <Consumers place={place} />,
      },
      { path: 'read-models', label: 'Read models', scope: 'operate', show: () => <ReadModels /> },
      { path: 'timers', label: 'Timers', scope: 'operate', show: ({ place }) => <Timers place={place} /> },
      { path: 'errors', label: 'Errors', scope: 'operate', show: ({ place }) => <Errors place={place} /> },
      {
        path: 'webhooks',
        label: 'Webhooks',
        scope: 'operate',
        show: ({ place }) => <Webhooks place={place} />,
      },
      { path: 'redis', label: 'Redis', scope: 'operate', show: () => <Redis /> },
      { path: 'audit', label: 'Audit', scope: 'operate', show: ({ place }) => <Audit place={place} /> },
    ],
  },
];

export const maySee = ({ scope }: PageOf): boolean => scope === undefined || may(scope);

const others = () => groups.flatMap(({ pages }) => pages.filter((page) => page.path !== '' && maySee(page)));

export const pageAt = ({ path: [first = ''] }: Place): PageOf | undefined =>
  groups.flatMap(({ pages }) => pages).find(({ path }) => path === first);
