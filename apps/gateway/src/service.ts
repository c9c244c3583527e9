/** The gateway: one base URL for browsers and programs, before all services. It has no log and no tables. */
import { readFileSync } from 'node:fs';
import { ConfigError, defineService, rightsOf } from '@quickmart/service';
import { Circuit } from './circuit.ts';
import { Live } from './events/live.ts';
import { scopesIn } from './events/rights.ts';
import { eventsRoutes } from './events/route.ts';
import { front } from './front.ts';
import { documentOf } from './owners.ts';
import { problems } from './problems.ts';
import { rateLimit } from './rate-limit.ts';
import { behind, settings } from './settings.ts';

export default defineService({
  name: 'gateway',
  port: 3000,
  title: 'QuickMart',
  description: 'A shop: its products, stock, orders, payments and customers. All services, at one address.',
  aggregates: [],
  readModels: [],
  problems,
  settings,
  checkSettings({ tlsCert, tlsKey }) {
    if ((tlsCert === undefined) !== (tlsKey === undefined))
      throw new ConfigError('TLS_CERT and TLS_KEY go together: the files of a certificate and of its key');
  },
  tags: [{ name: 'Events', description: 'What happens, as it happens' }],
  parts({ redis, logger }) {
    const documents = new Map(behind.map((service) => [service, documentOf(service)]));
    return {
      documents,
      circuits: new Map(behind.map((service) => [service, new Circuit(service, logger)])),
      live: new Live(redis, scopesIn(documents), logger),
    };
  },
  routes: [eventsRoutes],
  leave: ({ live }) => live.stop(),
  ephemeral: true,
  front({ settings, logger, ephemeral, documents, circuits, neighbours, metrics }, own) {
    const { limitAddress: address, limitSubject: subject, limitClient: client } = settings;
    const limit = rateLimit(ephemeral, { address, subject, client }, logger);
    const { isOn, verifier } = rightsOf(settings);
    return front({
      settings,
      logger,
      documents,
      circuits,
      rateLimit: limit,
      verifier: isOn ? verifier : undefined,
      own,
      neighbours,
      metrics,
    });
  },
  tls: ({ tlsCert, tlsKey }) =>
    tlsCert && tlsKey
      ? { cert: readFileSync(tlsCert, 'utf8'), key: readFileSync(tlsKey, 'utf8') }
      : undefined,
  ready: ({ circuits, ephemeral }) => ({
    services: () => ({ detail: closedDetail(circuits) }),
    limits: () => ({
      detail: ephemeral.status === 'ready' ? undefined : 'Redis is away: each instance counts for itself',
    }),
  }),
  gauges: ({ circuits, live }) => ({
    quickmart_gateway_event_streams: {
      help: 'Streams of events that are open',
      read: () => [{ value: live.count }],
    },
    quickmart_gateway_circuit_open: {
      help: '1: the service does not answer, and is not asked',
      labels: ['of'],
      read: () => [...circuits].map(([of, circuit]) => ({ labels: { of }, value: circuit.isOpen ? 1 : 0 })),
    },
  }),
});

/** A service that is down closes its own paths only: the gateway is as ready as before. */
function closedDetail(circuits: ReadonlyMap<string, Pick<Circuit, 'isOpen'>>): string | undefined {
  const down = [...circuits].filter(([, circuit]) => circuit.isOpen).map(([service]) => service);
  return down.length > 0 ? `down: ${down.join(', ')}` : undefined;
}
