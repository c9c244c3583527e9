/** The OpenAPI document of each service, as it serves it, without anything behind it: no Redis, no database. */
import type { ReadModels } from '@quickmart/projections';
import { Redis } from 'ioredis';
import type { Document } from '../../fuzz/document.ts';
import { services } from '../services.ts';
import { silentLog } from '../target.ts';

/** Never connected: the document needs none, and everything else is not asked for. */
const idle = {
  lazyConnect: true,
  maxRetriesPerRequest: 0,
  autoResendUnfulfilledCommands: false,
  socketTimeout: 1,
};
const readModels = { projector: {} } as ReadModels;

export const serviceNames = services.map(({ name }) => name);

export async function documentOf(name: string): Promise<Document> {
  const service = services.find((one) => one.name === name);
  if (service === undefined) throw new Error(`there is no service ${name}`);
  const redis = new Redis(idle);
  const { api } = service.wire({ redis, log: silentLog, readModels, settings: {} });
  const response = await api.request('/openapi.json');
  if (response.status !== 200) throw new Error(`${name}: ${await response.text()}`);
  return (await response.json()) as Document;
}
