/** Every service has these paths; each names the service, so that the gateway leads to it. */
import { z } from 'zod';
import type { ServiceContext } from '../http/context.ts';
import { refuse } from '../http/problems.ts';

export const operationsPath = '/api/operations/{service}';

export const serviceParam = {
  service: z.string().meta({ description: 'The name of the service', example: 'order' }),
};

/** The path may name another service only where somebody asks past the gateway. */
export function demandService(c: ServiceContext, name: string): void {
  if (c.req.param('service') !== name) refuse('not-found', 'there is no service of this name here');
}

/** Of the document. */
export const operationsTag = { name: 'Operations', description: 'For whoever runs the system' };
