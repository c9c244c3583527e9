/** The services that there are, by name. Nothing of them is imported. */
import { serviceNames as found } from '@quickmart/service';
import type { ServiceName } from './openapi/client.ts';

export type { ServiceName };
export const serviceNames = found() as ServiceName[];
