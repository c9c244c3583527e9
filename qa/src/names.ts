/** The services that there are, by name, but for the gateway before them. Nothing of them is imported. */
import type { ServiceName } from '@quickmart/client';
import { namesBehind } from '@quickmart/service';

export type { ServiceName };
export const serviceNames = namesBehind() as ServiceName[];
