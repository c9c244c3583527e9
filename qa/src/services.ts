/** The services as the tools know them: what their packages export. A new service is added here. */
import * as inventory from '@quickmart/inventory';
import * as order from '@quickmart/order';
import type { Provider } from '@quickmart/payment';
import * as payment from '@quickmart/payment';
import * as product from '@quickmart/product';
import type { Projection, ReadModels } from '@quickmart/projections';
import type { Api, ApiOptions, Problems } from '@quickmart/service';
import type { Aggregate, ConsumerGroup } from '@quickmart/streams';
import type { z } from 'zod';

export type AnyAggregate = Aggregate<unknown, Record<string, unknown>>;
export type Wired = { api: Api; consumers: ConsumerGroup };
export type Env = Readonly<Record<string, string>>;
export type Parts = Pick<ApiOptions, 'redis' | 'log'> & {
  readModels: ReadModels;
  settings: object;
  env?: Env;
  /** In place of the one that the environment names. */
  provider?: Provider | undefined;
};
export type Service = {
  name: string;
  categories: readonly string[];
  aggregates: AnyAggregate[];
  projections: readonly Projection[];
  migrations: string;
  problems: Problems;
  /** What it takes from the environment, beside what every service takes. */
  settings?: z.ZodRawShape;
  wire(parts: Parts): Wired;
};

/** Unless somebody waits for them the provider's late answers go nowhere: at the usual address there may be a system. */
const noWebhooks = { SIMULATED_WEBHOOK_URL: 'http://127.0.0.1:1/' };
const paying = {
  ...payment,
  wire({ env, provider, ...parts }: Parts) {
    const config = payment.readConfig({ ...noWebhooks, ...env });
    const own = payment.partsOf(config, parts);
    return payment.wire({ ...parts, ...own, provider: provider ?? own.provider });
  },
};

// What an aggregate is of, its own types say; the tools fold events of all of them.
export const services = [product, inventory, order, paying] as unknown as Service[];

export const aggregates = services.flatMap((service) => service.aggregates);
export const categories = [...new Set(aggregates.map(({ category }) => category))];

/** A category may have several aggregates (stock items and reservations); the type of an event tells whose it is. */
export const aggregateOf = (category: string, eventType: string): AnyAggregate | undefined =>
  aggregates.find((one) => one.category === category && eventType in one.evolve);
