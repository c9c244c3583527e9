/** Whether rights are checked, and by which keys: `AUTH`, `ISSUER`, `JWKS_URL`. */
import type { Logger } from 'pino';
import { type FetchKeys, KeySet, keysAt } from '../auth/key-set.ts';
import { TokenVerifier } from '../auth/verifier.ts';
import type { Rights } from '../http/authorize.ts';
import { type Config, ConfigError, type Env } from '../process/config.ts';
import { isLoopback } from '../process/loopback.ts';

type Settings = Pick<Config, 'auth' | 'issuer' | 'jwksUrl'>;

/** `keys`: where this process has them itself. */
export const rightsOf = ({ auth, issuer, jwksUrl }: Settings, keys: FetchKeys = keysAt(jwksUrl)): Rights => ({
  isOn: auth === 'on',
  verifier: new TokenVerifier({ issuer, keys: new KeySet(keys) }),
});

/** Without rights, whoever reaches the port may do everything: that is for one's own machine. @throws ConfigError */
export function demandRightsFor({ auth, host }: Pick<Config, 'auth' | 'host'>, env: Env): void {
  if (auth === 'off' && env.AUTH?.trim() && !isLoopback(host))
    throw new ConfigError(
      `AUTH=off lets everyone do everything, and HOST=${host} is reached from outside: set AUTH=on, or HOST=127.0.0.1`,
    );
}

export function warnWithoutRights({ auth }: Pick<Config, 'auth'>, logger: Logger): void {
  if (auth === 'off')
    logger.warn({}, 'rights are not checked: whoever reaches this port may do everything (AUTH=off)');
}
