/** What the gateway reads from the environment. */
import { type Config, listOf, namesBehind, portOf, wholeNumber } from '@quickmart/service';
import { z } from 'zod';
import { limits } from './limits.ts';

export const behind: readonly string[] = namesBehind();

/** `gift-card` → `giftCardUrl`, which is `GIFT_CARD_URL` in the environment. */
const settingOf = (service: string): string =>
  `${service.replaceAll(/-(.)/g, (_, letter: string) => letter.toUpperCase())}Url`;

const isOrigin = (text: string): boolean => URL.canParse(text) && new URL(text).origin === text;
const isName = (text: string): boolean => /^[a-z0-9.-]+$/i.test(text);

const address = z.string().refine(isOrigin, { error: 'must be like http://host:port' });

const requests = (usual: number) => wholeNumber(1, 1_000_000_000).default(usual);

export const settings = {
  corsOrigins: listOf(isOrigin, 'must be origins, separated by commas: https://shop.example'),
  allowedHosts: listOf(isName, 'must be names of hosts, separated by commas: shop.example'),
  limitAddress: requests(limits.addressRequests),
  limitSubject: requests(limits.subjectRequests),
  limitClient: requests(limits.clientRequests),
  upstreamTimeoutMs: wholeNumber(100, 600_000).default(limits.upstreamMs),
  tlsCert: z.string().optional(),
  tlsKey: z.string().optional(),
  ...Object.fromEntries(
    behind.map((name) => [settingOf(name), address.default(`http://127.0.0.1:${portOf(name)}`)]),
  ),
};

export type GatewaySettings = Config<typeof settings>;

/** Where a service answers that is not in this process. */
export const urlOf = (given: object, service: string): string =>
  (given as Record<string, string>)[settingOf(service)]!;
