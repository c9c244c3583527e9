/** Headers of one connection (RFC 9110, 7.6.1): none of them goes on. */
const names = ['connection', 'keep-alive', 'proxy-authenticate', 'proxy-authorization', 'proxy-connection'];
const ofConnection = new Set([...names, 'te', 'trailer', 'transfer-encoding', 'upgrade']);

const isOfConnection = (name: string): boolean => ofConnection.has(name);

/** Says of a header, by its name in lower case, whether it is of this connection only. `connection`: that header, if there is one. */
export function hopByHop(connection: string | undefined): (name: string) => boolean {
  if (connection === undefined || ofConnection.has(connection.toLowerCase())) return isOfConnection;
  const named = new Set(connection.split(',').map((name) => name.trim().toLowerCase()));
  return (name) => ofConnection.has(name) || named.has(name);
}
