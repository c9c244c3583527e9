/** `GET /dev/inbox`: the mails that did not go out, on a machine of one's own. Only who sits at it may read them. */
import { type Api, createRoute, isLoopback, json, open, type ServiceContext } from '@quickmart/service';
import { z } from 'zod';
import { errors, refuse } from './api.ts';
import type { Parts } from './config.ts';

const mail = z.object({ to: z.string(), subject: z.string(), text: z.string(), at: z.iso.datetime() }).meta({
  id: 'Mail',
  example: {
    to: 'anna@example.com',
    subject: 'Your code to log in: 123456',
    text: '…',
    at: '2026-11-21T09:30:00.000Z',
  },
});

const inboxRoute = createRoute({
  method: 'get',
  path: '/dev/inbox',
  operationId: 'readInbox',
  access: open('only on loopback, and only where no mail goes out'),
  tags: ['Development'],
  summary: 'The mails that would have been sent, the newest first: codes are in them',
  description: 'Only where SMTP_URL is not set, and only for requests of this machine to this machine.',
  request: {
    query: z.strictObject({ to: z.string().optional().meta({ description: 'Only those to this address' }) }),
  },
  responses: {
    200: json(
      z.object({ data: z.array(mail) }).meta({ id: 'Mails', example: { data: [mail.meta()?.example] } }),
      'The mails',
    ),
    ...errors('not-found'),
  },
});

export function inboxRoutes(api: Api, { inbox }: Parts): void {
  api.openapi(inboxRoute, (c) => {
    if (inbox === undefined || !isFromHere(c)) return refuse('not-found', 'there is no inbox here');
    const mails = inbox.mails(c.req.valid('query').to?.toLowerCase());
    const data = mails.map(({ userId: _, ...mail }) => mail);
    return c.json({ data }, 200, { 'Cache-Control': 'no-store' });
  });
}

/**
 * The connection comes from this machine, not through a proxy, and the name that it was asked by is one of this machine: not
 * that of a foreign page.
 */
function isFromHere(c: ServiceContext): boolean {
  const { incoming } = (c.env ?? {}) as { incoming?: { socket?: { remoteAddress?: string } } };
  const address = incoming?.socket?.remoteAddress?.replace(/^::ffff:/, '');
  const { hostname } = new URL(c.req.url);
  if (['X-Forwarded-For', 'Forwarded'].some((name) => c.req.header(name) !== undefined)) return false;
  return address !== undefined && isLoopback(address) && isLoopback(hostname.replace(/^\[|\]$/g, ''));
}
