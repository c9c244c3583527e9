/** Every service has these paths; each names the service, so that the gateway leads to it. */
import { z } from 'zod';

export const operationsPath = '/api/operations/{service}';

export const serviceParam = {
  service: z.string().meta({ description: 'The name of the service', example: 'order' }),
};

/** Of the document. */
export const operationsTag = { name: 'Operations', description: 'For whoever runs the system' };
