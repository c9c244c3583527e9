/**
 * The whole system inside this process: the services as they are wired, on a private Redis and databases of their own.
 * Requests go to them without a socket, and come from a machine client that may do everything; all else is as it is when it
 * is deployed.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ReadModels } from '@quickmart/projections';
import type { Sealing } from '@quickmart/sealing';
import {
  type Api,
  type Assembled,
  assemble,
  type Env,
  type Fetch,
  type Neighbours,
  openKeys,
  openTables,
  settingsOf,
} from '@quickmart/service';
import { createSigner, type Signer } from '@quickmart/service/testing/issuer';
import { type Identify, identifyBy } from '@quickmart/streams';
import { startDeployment, until } from '@quickmart/streams/testing';
import { isCaughtUp, statuses } from './look/groups.ts';
import { openPostBox, type PostBox } from './post-box.ts';
import { type Service, services } from './services.ts';
import { connect, silentLog, type Target, targetOf } from './target.ts';

export type Running = Assembled & { readModels: ReadModels; close(): Promise<void> };
export type Lab = Target & {
  url: string;
  sealing: Sealing;
  services: ReadonlyMap<string, Running>;
  /** The late answers of the payment provider. */
  postBox: PostBox;
  /** These services (without: all) begin to read; resolves when every partition has its owner. */
  consume(names?: readonly string[]): Promise<void>;
  /** Resolves when every event is handled, by every group. */
  caughtUp(): Promise<void>;
  stop(): Promise<void>;
};

/** Where a lab differs from a system. */
export type LabOptions = {
  /** For what the services append. */
  identify?: Identify;
  /** Replacements for parts that a service makes itself, by the name of the service. */
  parts?: Readonly<Record<string, object>>;
};

/** `env`: as the services' environment. */
export async function startLab(env: Env = {}, options: LabOptions = {}): Promise<Lab> {
  const data = mkdtempSync(join(tmpdir(), 'quickmart-lab-'));
  const server = await startDeployment();
  const postBox = await openPostBox();
  const settings = { SIMULATED_WEBHOOK_URL: postBox.url, ISSUER: issuer, ...env };
  const running = new Map<string, Running>();
  const sealing = await openKeys(
    settingsOf(services[0]!, { KEYS_URL: `file:${join(data, 'keys.sqlite')}` }),
    silentLog,
  );
  const signer = await createSigner(issuer);
  const neighbours = new Map<string, Fetch>();
  const common = { redisUrl: server.url, data, sealing, signer, neighbours };
  for (const service of services) {
    const one = await open(service, common, settings, options);
    running.set(service.name, one);
    neighbours.set(service.name, one.fetch);
  }
  const target = targetOf(await connect(server.url), data);
  const consumers = (names: readonly string[] = [...running.keys()]) =>
    names.map((name) => running.get(name)!.consumers);
  const look = shared(async () => isCaughtUp(target, await statuses(target)));
  const caughtUp = async () => void (await until('every event is handled', look));
  const consume = async (names?: readonly string[]) => {
    const started = consumers(names);
    for (const group of started) group.start();
    const counts = new Map<string, number>();
    for (const { category } of started.flatMap((group) => group.status()))
      counts.set(category, await target.store.log.partitions(category));
    const isOwned = () =>
      started
        .flatMap((group) => group.status())
        .every(({ category, partitions }) => partitions.length === counts.get(category));
    await until('every partition is owned', isOwned);
  };
  const stop = async () => {
    await Promise.all(consumers().map((group) => group.stop(1_000)));
    await Promise.all([...running.values()].map((one) => one.close()));
    await sealing.close();
    target.redis.disconnect();
    postBox.close();
    await server.stop();
    rmSync(data, { recursive: true, force: true });
  };
  return { ...target, url: server.url, sealing, services: running, postBox, consume, caughtUp, stop };
}

/** Whoever asks while a look is under way gets the next one, with all others who have asked meanwhile. */
function shared<Found>(look: () => Promise<Found>): () => Promise<Found> {
  let current: Promise<unknown> = Promise.resolve();
  let next: Promise<Found> | undefined;
  const begin = () => {
    next = undefined;
    const begun = look();
    current = begun.catch(() => undefined);
    return begun;
  };
  return () => (next ??= current.then(begin));
}

const issuer = 'http://lab.localhost';

/** What every request comes with, unless it says otherwise. The token holds for a day. */
async function withToken(api: Api, signer: Signer): Promise<Api> {
  const claims = { exp: Math.floor(Date.now() / 1000) + 86_400 };
  const { Authorization } = await signer.as({ kind: 'client', sub: 'lab', scope: '*', claims });
  const request: Api['request'] = (path, init = {}, ...more) => {
    const headers = new Headers(init.headers);
    if (!headers.has('Authorization')) headers.set('Authorization', Authorization);
    return api.request(path, { ...init, headers }, ...more);
  };
  return Object.create(api, { request: { value: request } });
}

type TokenKeys = NonNullable<Service['tokenKeys']>;

/** Identity has keys of its own, too. */
const keysBeside =
  ({ tokenKeys }: Service, { keys }: Signer): TokenKeys =>
  (parts) => {
    const own = tokenKeys?.(parts);
    return async (signal) => {
      const published = (await own?.(signal)) as { keys: object[] } | undefined;
      return { keys: [...keys, ...(published?.keys ?? [])] };
    };
  };

type Common = {
  redisUrl: string;
  data: string;
  sealing: Sealing;
  signer: Signer;
  neighbours: Neighbours;
};

async function open(
  service: Service,
  { redisUrl, data, signer, ...shared }: Common,
  env: Env,
  { identify, parts = {} }: LabOptions,
): Promise<Running> {
  const { name } = service;
  const url = `file:${join(data, `${name}.sqlite`)}`;
  const readModels = await openTables(service, { url, logger: silentLog });
  const redis = await connect(redisUrl);
  if (identify) identifyBy(redis, identify);
  const close = async () => {
    await readModels.close();
    redis.disconnect();
  };
  const base = { ...shared, redis, logger: silentLog, readModels, settings: settingsOf(service, env) };
  const replace = (own: object) => ({ ...own, ...parts[name] });
  const assembled = assemble({ ...service, tokenKeys: keysBeside(service, signer) }, base, replace);
  return { ...assembled, api: await withToken(assembled.api, signer), readModels, close };
}
