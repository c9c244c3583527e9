/** Whether rights are checked, and by which keys: `AUTH`, `ISSUER`, `JWKS_URL`. */
import type { Logger } from 'pino';
import { type FetchKeys, KeySet, keysAt } from '../auth/key-set.ts';
import { TokenVerifier } from '../auth/verifier.ts';
import type { Rights } from '../http/authorize.ts';
import { type Config, ConfigError } from '../process/config.ts';
import { isLoopback } from '../process/loopback.ts';

type Settings = Pick<Config, 'auth' | 'issuer' | 'jwksUrl'>;

/** `keys`: where this process has them itself. */
export const rightsOf = ({ auth, issuer, jwksUrl }: Settings, keys: FetchKeys = keysAt(jwksUrl)): Rights => ({
  isOn: auth === 'on',
  verifier: new TokenVerifier({ issuer, keys: new KeySet(keys) }),
});

/** Without rights, whoever reaches the port may do everything: that is for one's own machine. @throws ConfigError */
export function demandRightsFor({ auth, host }: Pick<Config, 'auth' | 'host'>): void {
  if (auth === 'off' && !isLoopback(host))
    throw new ConfigError(
      `AUTH=off lets everyone do everything, and HOST=${host} is reached from outside: leave AUTH out, or set HOST=127.0.0.1`,
    );
}

/** Once for a process, whatever runs in it. */
export function warnWithoutRights({ auth }: Pick<Config, 'auth'>, logger: Logger): void {
  if (auth === 'off')
    logger.warn(
      {},
      'rights are not checked: whoever reaches a port of this process may do everything (AUTH=off)',
    );
}
