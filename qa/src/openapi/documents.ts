/** The OpenAPI and the AsyncAPI document of each service, as it serves them, without anything behind it: no Redis, no database. */
import type { ReadModels } from '@quickmart/projections';
import type { Sealing } from '@quickmart/sealing';
import { type Assembled, assemble, settingsOf } from '@quickmart/service';
import { Redis } from 'ioredis';
import { type Service, services } from '../services.ts';
import { silentLog } from '../target.ts';

/** Never connected: the document needs none, and everything else is not asked for. */
const idle = {
  lazyConnect: true,
  maxRetriesPerRequest: 0,
  autoResendUnfulfilledCommands: false,
  socketTimeout: 1,
};
const readModels = { projector: {} } as ReadModels;
const sealing = {} as Sealing;

/** A service that is put together, and not started. */
export const assembled = (service: Service): Assembled =>
  assemble(service, {
    redis: new Redis(idle),
    logger: silentLog,
    readModels,
    sealing,
    settings: settingsOf(service, {}),
  });

export const documentOf = <Document extends object>(name: string): Promise<Document> =>
  served(name, '/openapi.json');

export const asyncApiOf = (name: string): Promise<object> => served<object>(name, '/asyncapi.json');

async function served<Document>(name: string, path: string): Promise<Document> {
  const service = services.find((one) => one.name === name);
  if (service === undefined) throw new Error(`there is no service ${name}`);
  const response = await assembled(service).api.request(path);
  if (response.status !== 200) throw new Error(`${name}: ${await response.text()}`);
  return (await response.json()) as Document;
}
