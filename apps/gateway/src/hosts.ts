/**
 * For whom this gateway answers. A page whose own name is made to lead to our address ("DNS rebinding") sends that name
 * as `Host`: only names that are ours are answered. An address needs no name, so it cannot be rebound.
 */
import { isIP } from 'node:net';

/** `example.com:8080` → `example.com`; `[::1]:80` → `::1` */
function hostName(host: string): string {
  const bracketed = /^\[([^\]]*)\](?::\d*)?$/.exec(host);
  return (bracketed?.[1] ?? host.replace(/:\d*$/, '')).toLowerCase();
}

export const isOurs = (host: string, allowed: ReadonlySet<string>): boolean => {
  const name = hostName(host);
  return isIP(name) !== 0 || name === 'localhost' || name.endsWith('.localhost') || allowed.has(name);
};
