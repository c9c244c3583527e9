/** Prometheus and Alertmanager themselves, from Debian's packages, on the files of ops/. */
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { json } from 'node:stream/consumers';
import { end, freePort, launch, until } from '@quickmart/streams/testing';
import { parse, stringify } from 'yaml';
import { aptInstall, canInstall, which } from '../../../scripts/apt.ts';
import { root } from '../../src/process.ts';
import { textOf } from './alerts.ts';

/** Where a program is; `of`: the package that has it. */
export function toolOf(name: string, of: string): string {
  if (which(name, process.env) === undefined && canInstall(process.env)) aptInstall(of, process.env);
  const found = which(name, process.env);
  if (found === undefined) throw new Error(`${name} is not here: install the package \`${of}\``);
  return found;
}

export type Told = {
  status: 'firing' | 'resolved';
  alerts: { status: string; labels: Record<string, string>; annotations: Record<string, string> }[];
};
export type Watched = {
  /** What the webhook got. */
  told: Told[];
  /** The lines that a query in PromQL has now. */
  ask(query: string): Promise<{ metric: Record<string, string>; value: [number, string] }[]>;
  stop(): Promise<void>;
};

type PrometheusFile = {
  rule_files: string[];
  alerting: { alertmanagers: { static_configs: { targets: string[] }[] }[] };
  scrape_configs: { static_configs: { targets: string[] }[] }[];
};
type AlertmanagerFile = { receivers: { webhook_configs: { url: string }[] }[] };

/** The files as they are, but for addresses. */
export async function watch(services: Iterable<string>, folder: string): Promise<Watched> {
  const file = <Content>(name: string) => parse(textOf(join(root, 'ops/prometheus', name))) as Content;
  const written = (name: string, content: object) => {
    writeFileSync(join(folder, name), stringify(content));
    return join(folder, name);
  };
  const told: Told[] = [];
  const webhook = createServer(async (request, response) => {
    told.push((await json(request)) as Told);
    response.end();
  }).listen(0, '127.0.0.1');
  await once(webhook, 'listening');
  const [prometheusAt, alertmanagerAt] = [`127.0.0.1:${await freePort()}`, `127.0.0.1:${await freePort()}`];

  const prometheus = file<PrometheusFile>('prometheus.yml');
  prometheus.rule_files = prometheus.rule_files.map((name) => join(root, 'ops/prometheus', name));
  prometheus.alerting.alertmanagers[0]!.static_configs[0]!.targets = [alertmanagerAt];
  prometheus.scrape_configs[0]!.static_configs[0]!.targets = [...services].map((url) => new URL(url).host);
  const alertmanager = file<AlertmanagerFile>('alertmanager.yml');
  alertmanager.receivers[0]!.webhook_configs[0]!.url =
    `http://127.0.0.1:${(webhook.address() as AddressInfo).port}/alerts`;

  const children: ChildProcess[] = [];
  const run = (program: string, ...args: string[]) =>
    children.push(launch(program, args, { stdio: 'ignore', cwd: folder }));
  for (const name of ['prometheus', 'alertmanager']) mkdirSync(join(folder, name));
  run(
    toolOf('prometheus-alertmanager', 'prometheus-alertmanager'),
    `--config.file=${written('alertmanager.yml', alertmanager)}`,
    `--web.listen-address=${alertmanagerAt}`,
    '--cluster.listen-address=',
    `--storage.path=${join(folder, 'alertmanager')}`,
  );
  run(
    toolOf('prometheus', 'prometheus'),
    `--config.file=${written('prometheus.yml', prometheus)}`,
    `--web.listen-address=${prometheusAt}`,
    `--storage.tsdb.path=${join(folder, 'prometheus')}`,
  );
  for (const at of [prometheusAt, alertmanagerAt])
    await until(`${at} is ready`, async () => (await fetch(`http://${at}/-/ready`)).ok);

  return {
    told,
    ask: async (query) => {
      const url = `http://${prometheusAt}/api/v1/query?${new URLSearchParams({ query })}`;
      const { data } = (await (await fetch(url)).json()) as { data: { result: never[] } };
      return data.result;
    },
    stop: async () => {
      await Promise.all(children.map((child) => end(child)));
      webhook.closeAllConnections();
      webhook.close();
    },
  };
}
