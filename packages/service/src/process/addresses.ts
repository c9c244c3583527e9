/** Whose request it is by its address: that of the connection, or what proxies in front of us say, as far as they are trusted. */
import { BlockList, isIP } from 'node:net';

/**
 * `::ffff:192.0.2.1` is how a socket for both families writes 192.0.2.1. `fe80::1%eth0` is an address of this link, with the
 * interface that it came by: that is no part of it.
 */
const plain = (address: string): string => address.replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '');
const family = (address: string) => (isIP(address) === 6 ? 'ipv6' : 'ipv4');

/** `10.0.0.0/8`, `192.0.2.1`, `fd00::/8` → the function that says whether an address is among them. */
export function addressesIn(ranges: readonly string[]): (address: string) => boolean {
  const list = new BlockList();
  for (const range of ranges) {
    const [address = '', bits] = range.split('/');
    if (bits === undefined) list.addAddress(address, family(address));
    else list.addSubnet(address, Number(bits), family(address));
  }
  return (address) => ranges.length > 0 && list.check(address, family(address));
}

export const isRange = (text: string): boolean => {
  const [address = '', bits, more] = text.split('/');
  const version = isIP(address);
  if (version === 0 || more !== undefined) return false;
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (version === 6 ? 128 : 32));
};

/**
 * Read from the right: each hop is believed as far as the one that says it is trusted. What a client makes up stands on
 * the left of the first hop that nobody trusts, and is never read.
 */
export function clientAddress(
  peer: string,
  forwardedFor: string | null | undefined,
  isTrusted: (address: string) => boolean,
): string {
  let address = plain(peer);
  const hops = forwardedFor?.split(',') ?? [];
  while (hops.length > 0 && isTrusted(address)) {
    const hop = plain(hops.pop()!.trim());
    if (isIP(hop) === 0) break;
    address = hop;
  }
  return address;
}

/** What is limited together: an IPv4 address, or the /64 that a site has of IPv6. */
export function limitedAs(address: string): string {
  if (isIP(address) !== 6) return address;
  const [head = '', tail] = new URL(`http://[${address}]`).hostname.slice(1, -1).split('::');
  const [left, right] = [head, tail ?? ''].map((part) => (part === '' ? [] : part.split(':'))) as [
    string[],
    string[],
  ];
  const zeros = tail === undefined ? [] : Array.from({ length: 8 - left.length - right.length }, () => '0');
  return `${[...left, ...zeros, ...right].slice(0, 4).join(':')}::/64`;
}
