/** What the way of a request through the gateway needs. */
import type { Fetch, Metrics, Neighbours, TokenVerifier } from '@quickmart/service';
import type { Logger } from 'pino';
import type { Circuit } from './circuit.ts';
import type { Document } from './merged.ts';
import type { RateLimit } from './rate-limit.ts';
import type { GatewaySettings } from './settings.ts';

export type FrontOptions = {
  settings: GatewaySettings;
  logger: Logger;
  documents: ReadonlyMap<string, Document>;
  circuits: ReadonlyMap<string, Circuit>;
  rateLimit: RateLimit;
  /** Undefined: rights are not checked (`AUTH=off`). */
  verifier: Pick<TokenVerifier, 'known' | 'verify'> | undefined;
  /** The gateway's own api: its probes and its pages. */
  own: Fetch;
  neighbours: Neighbours;
  metrics: Pick<Metrics, 'requested'>;
};
