/** The OpenAPI and the AsyncAPI document of each service, as it serves them, without anything behind it: no Redis, no database. */
import type { ReadModels } from '@quickmart/projections';
import type { Sealing } from '@quickmart/sealing';
import { type Assembled, assemble, settingsOf } from '@quickmart/service';
import { redisClient } from '@quickmart/streams';
import { mergedDocument } from '../../../apps/gateway/src/merged.ts';
import gateway from '../../../apps/gateway/src/service.ts';
import { serviceNames } from '../names.ts';
import { type Service, services } from '../services.ts';
import { silentLog } from '../target.ts';

const readModels = { projector: {} } as ReadModels;
const sealing = {} as Sealing;

/** A service that is put together, and not started. */
export const assembled = (service: Service): Assembled =>
  assemble(service, {
    // Never connected: the document needs none, and everything else is not asked for.
    redis: redisClient('redis://127.0.0.1:1'),
    logger: silentLog,
    readModels,
    sealing,
    settings: settingsOf(service, {}),
  });

/** The document of the gateway: all of them as one. */
export async function mergedOf<Document extends object>(): Promise<Document> {
  const documents = serviceNames.map(async (name) => [name, await documentOf(name)] as const);
  const own = await ownOf(gateway as unknown as Service, '/openapi.json');
  return mergedDocument(own as never, new Map(await Promise.all(documents)) as never) as unknown as Document;
}

export const documentOf = <Document extends object>(name: string): Promise<Document> =>
  served(name, '/openapi.json');

export const asyncApiOf = (name: string): Promise<object> => served<object>(name, '/asyncapi.json');

async function served<Document>(name: string, path: string): Promise<Document> {
  const service = services.find((one) => one.name === name);
  if (service === undefined) throw new Error(`there is no service ${name}`);
  return await ownOf<Document>(service, path);
}

async function ownOf<Document>(service: Service, path: string): Promise<Document> {
  const response = await assembled(service).api.request(path);
  if (response.status !== 200) throw new Error(`${service.name}: ${await response.text()}`);
  return (await response.json()) as Document;
}
