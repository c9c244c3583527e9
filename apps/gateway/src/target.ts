/**
 * The target of a request, as it came over the wire, before anything has read it. What two programs could read in two
 * ways is refused: then the gateway and the service behind it never differ about which path is asked for.
 */

const pathFaults: readonly (readonly [RegExp, string])[] = [
  [/^(?!\/)/, 'the target is a path, not a whole address'],
  [/\\/, 'a path has no "\\"'],
  [/\/\//, 'a path has no empty parts'],
  [/\/\.{1,2}(?:\/|$)/, 'a path has no "." or ".." parts'],
  [/%(?![0-9a-f]{2})/i, 'the path is not percent-encoded'],
  [/%(?:2e|2f|5c|25|[01][0-9a-f]|7f)/i, 'a path has no encoded dots, slashes, percent or control characters'],
];

/** Undefined: it can be taken as it stands. */
export function targetFault(target: string): string | undefined {
  if (/[^\x21-\x7e]|#/.test(target)) return 'an address is written in printable ASCII, without "#"';
  const [path = ''] = target.split('?', 1);
  return pathFaults.find(([pattern]) => pattern.test(path))?.[1];
}

/** Undefined: no two hosts are named. `rawHeaders`: name, value, name, value … `authority`: the host as HTTP/2 says it. */
export function hostFault(rawHeaders: readonly string[], authority: string | undefined): string | undefined {
  const hosts = rawHeaders.filter(
    (_, index) =>
      index % 2 === 1 &&
      rawHeaders[index - 1]!.length === 4 &&
      rawHeaders[index - 1]!.toLowerCase() === 'host',
  );
  if (hosts.length > 1) return 'a request has one Host';
  if (authority !== undefined && hosts.some((host) => host !== authority))
    return 'Host and :authority differ';
  return undefined;
}
