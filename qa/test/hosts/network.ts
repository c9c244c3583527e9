/**
 * Three hosts on one machine: network namespaces, each with two links. One leads to the other hosts (10.213.7.0/24), one to
 * its customers (10.213.8.0/24), and so a host that is cut off from the others can still be asked. Needs root and iproute2.
 */
import { execFileSync, spawnSync } from 'node:child_process';

export type HostName = 'a' | 'b' | 'c';
export const hostNames: readonly HostName[] = ['a', 'b', 'c'];

const numberOf = (host: HostName): number => hostNames.indexOf(host) + 1;
/** Where the other hosts reach it. */
export const innerAddress = (host: HostName): string => `10.213.7.${numberOf(host)}`;
/** Where its customers reach it. */
export const outerAddress = (host: HostName): string => `10.213.8.${numberOf(host)}`;
const links = { in: '10.213.7', out: '10.213.8' } as const;
type Link = keyof typeof links;

const space = (host: HostName): string => `qm-host-${host}`;
const bridge = (link: Link): string => `qm-${link}`;
const port = (host: HostName, link: Link): string => `qm-${link}-${host}`;
/** Words before a command that runs on a host. */
export const onHost = (host: HostName): string[] => ['ip', 'netns', 'exec', space(host)];

/** What is missing to lay out hosts on this machine; undefined: nothing. */
export function lacking(): string | undefined {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return 'root on Linux';
  return spawnSync('ip', ['-V']).error ? 'iproute2' : undefined;
}

const ip = (line: string): string =>
  execFileSync('ip', line.split(' '), { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });

/** Removes first what a run has left that was killed. */
export function layOut(): void {
  remove();
  for (const [link, net] of Object.entries(links) as [Link, string][]) {
    ip(`link add ${bridge(link)} type bridge`);
    ip(`addr add ${net}.254/24 dev ${bridge(link)}`);
    ip(`link set ${bridge(link)} up`);
  }
  for (const host of hostNames) {
    ip(`netns add ${space(host)}`);
    ip(`-n ${space(host)} link set lo up`);
    for (const [link, net] of Object.entries(links) as [Link, string][]) {
      ip(`link add ${port(host, link)} type veth peer name ${link} netns ${space(host)}`);
      ip(`link set ${port(host, link)} master ${bridge(link)} up`);
      ip(`-n ${space(host)} addr add ${net}.${numberOf(host)}/24 dev ${link}`);
      ip(`-n ${space(host)} link set ${link} up`);
    }
  }
}

/** With everything that runs on the hosts. */
export function remove(): void {
  const there = ip('netns list');
  for (const host of hostNames) {
    if (!there.includes(space(host))) continue;
    killAll(host);
    ip(`netns del ${space(host)}`);
  }
  for (const link of Object.keys(links) as Link[])
    for (const device of [bridge(link), ...hostNames.map((host) => port(host, link))])
      spawnSync('ip', ['link', 'del', device]); // most are gone with their other end
}

/** SIGKILL of every process on the host. */
export function killAll(host: HostName): void {
  for (const pid of ip(`netns pids ${space(host)}`)
    .split('\n')
    .filter(Boolean))
    spawnSync('kill', ['-9', pid]);
}

/** What the host and the others send to each other is lost without a word; both live, and both can be asked. */
export const cut = (host: HostName): void => void ip(`link set ${port(host, 'in')} nomaster`);
export const heal = (host: HostName): void => void ip(`link set ${port(host, 'in')} master ${bridge('in')}`);

/** So long each packet between hosts is on its way; false: this kernel cannot do it. */
export function delay(ms: number): boolean {
  const set = (host: HostName) =>
    spawnSync('tc', `-n ${space(host)} qdisc replace dev in root netem delay ${ms}ms`.split(' ')).status ===
    0;
  return hostNames.every(set);
}
