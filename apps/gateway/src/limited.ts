/** Counts each request for who asks, and refuses what is over the limit. */

import type { IncomingMessage } from 'node:http';
import { addressesIn, type Caller, clientAddress, limitedAs } from '@quickmart/service';
import type { Answers } from './answers.ts';
import type { Asked } from './asked.ts';
import type { FrontOptions } from './options.ts';
import type { Counted } from './rate-limit.ts';
import type { GatewaySettings } from './settings.ts';

const isLoopback = addressesIn(['127.0.0.0/8', '::1']);

/** The address of who asks, as far as the proxies in front of us are trusted. */
export function addressOf(settings: GatewaySettings): (incoming: IncomingMessage) => string {
  const isTrusted = addressesIn(settings.trustedProxies);
  return (incoming) => {
    const forwardedFor = incoming.headers['x-forwarded-for'] as string | undefined;
    return clientAddress(incoming.socket.remoteAddress ?? '', forwardedFor, isTrusted);
  };
}

export function limited(
  { settings, rateLimit, verifier }: Pick<FrontOptions, 'settings' | 'rateLimit' | 'verifier'>,
  answer: Answers,
): (asked: Asked) => Promise<Response | undefined> {
  const address = addressOf(settings);
  return async (asked) => {
    const { incoming } = asked;
    const caller = verifier && callerOf(incoming, verifier);
    const counted =
      byToken(caller instanceof Promise ? await caller : caller) ??
      byAddress(address(incoming), verifier === undefined);
    const verdict = rateLimit(counted);
    const { isAllowed, headers } = verdict instanceof Promise ? await verdict : verdict;
    asked.said = { ...asked.said, ...headers };
    return isAllowed ? undefined : answer(asked, 'too-many-requests', 'RateLimit says when to come back');
  };
}

/**
 * A token that is none counts for nobody: whoever makes one up is limited by address. So is a guest, whose token anybody gets
 * for the asking. Whether a token may do something says the service.
 */
function byToken(caller: Caller | undefined): Counted | undefined {
  if (caller === undefined || caller.kind === 'guest') return undefined;
  return { kind: caller.kind === 'client' ? 'client' : 'subject', id: caller.id };
}

function callerOf(
  { headers: { authorization = '' } }: IncomingMessage,
  verifier: NonNullable<FrontOptions['verifier']>,
): Caller | undefined | Promise<Caller | undefined> {
  const token = /^Bearer +(\S+)$/i.exec(authorization)?.[1];
  if (token === undefined) return undefined;
  return verifier.known(token) ?? verifier.verify(token).catch(() => undefined);
}

/** What runs on this machine is a tool, not a visitor; and without rights nobody can say who is who. */
const byAddress = (address: string, isTrial: boolean): Counted =>
  isTrial || isLoopback(address)
    ? { kind: 'client', id: address }
    : { kind: 'address', id: limitedAs(address) };
