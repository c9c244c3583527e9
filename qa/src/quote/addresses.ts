/** Where orders go: opened only with the keys of the system that sealed it, and only what a quote needs. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { env } from 'node:process';
import type { Destination } from '@quickmart/pricing';
import type { Sealing } from '@quickmart/sealing';
import { withSealing } from '../personal/keys.ts';
import type { SealedAddress } from './placed.ts';

/** Undefined: its key is not here. */
export type OpenAddress = (address: SealedAddress) => Promise<Destination | undefined>;

/** Does the work with the keys that the environment or the data directory has; where there are none, nothing opens. */
export async function withAddresses<Result>(
  data: string,
  work: (open: OpenAddress) => Promise<Result>,
): Promise<Result> {
  if (!env.KEYS_URL && !existsSync(join(data, 'keys.sqlite'))) return await work(async () => undefined);
  return await withSealing(data, (sealing) => work((address) => opened(sealing, address)));
}

async function opened(
  sealing: Sealing,
  { country, region, postalCode }: SealedAddress,
): Promise<Destination | undefined> {
  const texts = await sealing.open([country, region, postalCode].filter((text) => text !== null));
  const said = (text: string | null) => (text === null ? null : (texts.get(text) ?? null));
  const there = said(country);
  return there === null ? undefined : { country: there, region: said(region), postalCode: said(postalCode) };
}
