/** How full Redis is, what fills it, and more room in it. */
import type { components } from '@quickmart/client';
import { ok } from '@quickmart/client';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { linesOf, useEvery } from '../every.ts';
import { Lines } from '../lines.tsx';
import { services } from '../services.ts';
import { shop } from '../session.ts';
import { Action, Card, Field, Page, Waiting } from '../ui.tsx';
import './streams.css';

type Server = components['schemas']['RedisServer'];

/** Any service says the same of it. */
const params = { path: { service: services.includes('order') ? 'order' : services[0]! } };
const key = ['operations', 'redis'];

export const useRedis = (enabled = true) =>
  useQuery({
    queryKey: key,
    queryFn: async () => (await ok(shop().GET('/api/operations/{service}/redis', { params }))).data,
    refetchInterval: 5_000,
    enabled,
  });

/** From here on somebody has to act: what is left is filled sooner than people come. */
const nearLimit = 0.85;
export const isNearLimit = ({ usedBytes, limitBytes }: Server): boolean =>
  limitBytes !== null && usedBytes > nearLimit * limitBytes;

const sizes = new Intl.NumberFormat(undefined, { maximumFractionDigits: 1 });
function sizeText(bytes: number): string {
  if (bytes < 1_048_576) return `${sizes.format(bytes / 1024)} KiB`;
  return bytes < 1_073_741_824
    ? `${sizes.format(bytes / 1_048_576)} MiB`
    : `${sizes.format(bytes / 1_073_741_824)} GiB`;
}

export function Redis() {
  const { data, error } = useRedis();
  return (
    <Page title="Redis">
      <Waiting of={{ data, error }} />
      {data?.map((server) => (
        <Room key={server.server} of={server} />
      ))}
      <Sizes />
    </Page>
  );
}

function Room({ of }: { of: Server }) {
  const { server, usedBytes, limitBytes, machineBytes } = of;
  const most = limitBytes ?? machineBytes;
  const share = usedBytes / most;
  const isNear = isNearLimit(of);
  return (
    <Card title={server} aside={isNear ? <span className="status bad">nearly full</span> : undefined}>
      <p className="room">
        <strong>{sizeText(usedBytes)}</strong> of {sizeText(most)} ({Math.round(share * 100)} %)
        {limitBytes === null && ', the memory of the machine: there is no limit of its own'}
      </p>
      <meter
        min={0}
        max={1}
        high={nearLimit}
        optimum={0}
        value={Math.min(1, share)}
        aria-label="Memory in use"
      />
      {isNear && (
        <p>
          When the limit is reached, Redis refuses writes: no order is lost, and none is taken. The machine
          has {sizeText(machineBytes)}.
        </p>
      )}
      <Raise of={of} />
    </Card>
  );
}

function Raise({ of: { limitBytes, usedBytes, machineBytes } }: { of: Server }) {
  const queries = useQueryClient();
  const wanted = Math.min(machineBytes, 2 * (limitBytes ?? usedBytes));
  return (
    <div className="buttons">
      <Action
        label="Set the limit"
        title="Give Redis another limit"
        text="At once, on each server that takes writes, until it starts again: write it into its configuration, too."
        run={async ({ mebibytes = '' }) => {
          const bytes = Number(mebibytes) * 1048576;
          await ok(shop().POST('/api/operations/{service}/redis/limit', { params, body: { bytes } }));
          await queries.invalidateQueries({ queryKey: key });
        }}
      >
        <Field label="MiB" name="mebibytes" type="number" value={`${Math.ceil(wanted / 1048576)}`} required />
      </Action>
    </div>
  );
}

function Sizes() {
  const { data, error } = useEvery(['categories'], (service) =>
    shop().GET('/api/operations/{service}/categories', { params: { path: { service } } }),
  );
  const all = (data && linesOf(data))?.sort((one, other) => other.bytes - one.bytes);
  return (
    <Card title="What is in it">
      <Lines
        label="Categories"
        error={error}
        rows={all}
        down={data?.down}
        empty="Nothing."
        keyOf={({ category }) => category}
        columns={[
          { label: 'Category', cell: ({ category }) => category },
          { label: 'Written by', isWide: true, cell: ({ service }) => service },
          { label: 'Events', isNumber: true, cell: ({ events }) => events.toLocaleString() },
          { label: 'Size', isNumber: true, cell: ({ bytes }) => sizeText(bytes) },
          {
            label: 'Per event',
            isNumber: true,
            isWide: true,
            cell: ({ events, bytes }) =>
              events === 0 ? '–' : `${Math.round(bytes / events).toLocaleString()} bytes`,
          },
        ]}
      />
    </Card>
  );
}
