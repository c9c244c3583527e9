/** The services that there are, by name, but for the gateway before them. Nothing of them is imported. */
import { namesBehind } from '@quickmart/service';
import type { ServiceName } from './openapi/client.ts';

export type { ServiceName };
export const serviceNames = namesBehind() as ServiceName[];
