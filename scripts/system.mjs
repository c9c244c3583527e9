// A running system: Redis first, then the services; stopped the other way round. `npm start` and the watch mode
// (dev-redis.mjs) are both one of these.

import { spawn } from 'node:child_process';
import { join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Failure } from './failure.mjs';
import { pinnedNode } from './install.mjs';
import { findRedis } from './redis.mjs';
import { askInfo } from './redis-info.mjs';
import { REDIS_GRACE_MS, RunFile, runFileOf, SERVICE_GRACE_MS } from './run-file.mjs';
import { ServiceLog } from './service-log.mjs';
import { databaseUrlOf, freePort, readiness } from './services.mjs';
import { Supervised } from './supervisor.mjs';
import { step } from './terminal.mjs';

// Loading a long log of events takes Redis about a second per 100 MB.
const redisReadyMs = 300_000;
const serviceReadyMs = 60_000;

export class System {
  /** @type {Supervised | undefined} */
  #redis;
  /** @type {Supervised[]} */
  #services = [];
  /** @type {import('node:child_process').ChildProcess | undefined} */
  #guardian;
  #stopped = false;

  /** @param {{ root: string, dataDir: string, env: NodeJS.ProcessEnv, name: string }} options */
  constructor({ root, dataDir, env, name }) {
    this.root = root;
    this.dataDir = dataDir;
    this.env = env;
    this.runFile = new RunFile(runFileOf(dataDir), name);
  }

  /** Takes the data directory; from here on, whatever happens, nothing stays behind. */
  async open() {
    await this.runFile.take(step);
    this.#guard();
  }

  /** Finds or starts Redis. @returns {Promise<{ url: string, from: string }>} */
  async startRedis() {
    const source = await findRedis({ env: this.env, dataDir: this.dataDir, say: step });
    const port = source.command ? await freePort() : 0;
    const url = source.url(port);
    if (source.command) {
      step(`starting Redis (${source.from})`);
      const command = {
        ...source.command(port),
        env: this.env,
        graceMs: REDIS_GRACE_MS,
        readyMs: redisReadyMs,
      };
      this.#redis = this.#supervised('redis', { ...command, probe: () => redisReadiness(url) });
      await this.#redis.start();
    }
    this.runFile.publish({ redisUrl: url });
    return { url, from: source.from };
  }

  /** What has to be mended before every service is ready. */
  get findings() {
    return [...new Set(this.#services.flatMap(({ finding }) => finding ?? []))];
  }

  /** Starts the services side by side; resolves when all are ready, or wait for a person. @param {import('./services.mjs').Service[]} services @param {string} redisUrl */
  async startServices(services, redisUrl) {
    const dataFolder = relative(this.root, this.dataDir);
    this.#services = services.map((service) => {
      const { name, main, port, host } = service;
      const DATABASE_URL = databaseUrlOf(name, this.env, dataFolder);
      const env = { ...this.env, REDIS_URL: redisUrl, DATABASE_URL, PORT: String(port), HOST: host };
      const command = {
        file: pinnedNode(this.root),
        args: [main],
        env,
        graceMs: SERVICE_GRACE_MS,
        readyMs: serviceReadyMs,
      };
      return this.#supervised(name, { ...command, probe: () => readiness(service) });
    });
    await Promise.all(this.#services.map((service) => service.start()));
    const urls = services.map(({ name, url }) => [name, url]);
    const databases = services.map(({ name }) => [name, this.#databaseOf(name)]);
    this.runFile.publish({
      services: Object.fromEntries(urls),
      databases: Object.fromEntries(databases),
    });
  }

  /** Stops the services, then Redis, so that what they still write is kept. */
  async stop() {
    this.#stopped = true;
    await Promise.all(this.#services.map((service) => service.stop()));
    await this.#redis?.stop();
    this.runFile.release();
    this.#guardian?.stdin?.end();
  }

  /** For the impatient: the services now. Redis still gets to write its log, which takes no time. */
  hurry() {
    for (const service of this.#services) service.kill();
  }

  // For tools: a file is found from any folder.
  /** @param {string} name */
  #databaseOf(name) {
    const url = databaseUrlOf(name, this.env, relative(this.root, this.dataDir));
    const path = /^file:(?!\/\/)(.*)$/.exec(url)?.[1];
    return path === undefined ? url : `file:${resolve(this.root, path)}`;
  }

  /**
   * @param {string} name
   * @param {Pick<import('./supervisor.mjs').Spec, 'file' | 'args' | 'env' | 'graceMs' | 'readyMs' | 'probe'>} command
   */
  #supervised(name, command) {
    if (this.#stopped) throw new Failure(`${name} was not started: told to stop before.`);
    return new Supervised({
      ...command,
      name,
      cwd: this.root,
      log: new ServiceLog(name, join(this.dataDir, 'logs', `${name}.log`)),
      onSpawn: (pid) => this.runFile.add(name, pid),
      onExit: (pid) => this.runFile.remove(pid),
    });
  }

  // Started again should it be killed alone; while it lives, it waits and does nothing.
  #guard() {
    const script = fileURLToPath(new URL('guardian.mjs', import.meta.url));
    const args = [script, this.runFile.file, String(process.pid)];
    this.#guardian = spawn(process.execPath, args, {
      detached: true,
      windowsHide: true,
      stdio: ['pipe', 'ignore', 'ignore'],
    });
    this.#guardian.unref();
    this.#guardian.stdin?.on('error', () => {});
    this.#guardian.once('exit', () => {
      if (!this.#stopped) setTimeout(() => this.#stopped || this.#guard(), 1_000).unref();
    });
  }
}

/** @param {string} url */
const redisReadiness = async (url) => {
  try {
    await askInfo(new URL(url));
    return undefined;
  } catch (error) {
    return `Redis does not answer (${error instanceof Error ? error.message : error})`;
  }
};
