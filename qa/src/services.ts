/** The services as the tools know them: all that there are, by their definitions, but for the gateway before them. */
import { type AnyAggregate, type AnyDefinition, allServices } from '@quickmart/service';

export type Service = AnyDefinition;

export const services: readonly Service[] = (await allServices()).filter(({ front }) => front === undefined);

// Each aggregate has types of its own; the tools fold the events of all of them.
const aggregatesOf = ({ aggregates }: Service): AnyAggregate[] => aggregates as unknown as AnyAggregate[];

export const aggregates = services.flatMap(aggregatesOf);
export const categories = [...new Set(aggregates.map(({ category }) => category))];

/** A category may have several aggregates (stock items and reservations); the type of an event tells whose it is. */
export const aggregateOf = (category: string, eventType: string): AnyAggregate | undefined =>
  aggregates.find((one) => one.category === category && eventType in one.evolve);
