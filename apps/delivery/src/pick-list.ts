/**
 * What is to be picked for an order: its units, and where they are. Its id is that of the order.
 *
 *   ordered = left + cancelled + packed + sent
 *
 * The order alone decides what is sent. So `cancelled` and `sent` are what it has told, and what is packed may turn out to be
 * more than the order still wants: then nothing is left to pick, and the shipment is refused at its dispatch.
 */
import {
  type PickListEvents,
  pickListClosed,
  pickListOpened,
  pickListPacked,
  pickListPutBack,
  pickListReduced,
  pickListSent,
  type ShippedLine,
} from '@quickmart/contracts/delivery/events';
import type { ProblemError } from '@quickmart/service/problems';
import { aggregate } from '@quickmart/streams';
import type { PackShipment, PickListView } from './api.ts';
import { refuse } from './problems.ts';

type Line = Omit<PickListView['lines'][number], 'left'>;
/** Of a shipment that is packed, or was sent. */
type Packed = { id: string; lines: readonly ShippedLine[]; isSent: boolean };
export type PickList = {
  number: string | null;
  lines: readonly Line[];
  shipments: readonly Packed[];
  /** The cancellations of lines that it is reduced by. */
  reducedBy: readonly string[];
  isClosed: boolean;
  createdAt: number;
  updatedAt: number;
};
/** Null until the order is confirmed. */
export type PickListState = PickList | null;

export const pickList = aggregate<PickListState, PickListEvents>({
  category: 'delivery',
  initial: null,
  evolve: {
    PickListOpenedEvent: (_, { number, lines }, { at }) => ({
      number,
      lines: lines.map(({ quantity, ...line }) => ({
        ...line,
        ordered: quantity,
        cancelled: 0,
        packed: 0,
        sent: 0,
      })),
      shipments: [],
      reducedBy: [],
      isClosed: false,
      createdAt: at,
      updatedAt: at,
    }),
    // It does not name the cancellation, but is known by what has caused it.
    PickListReducedEvent: (state, { lines }, { at, meta: { causationId } }) =>
      changed(state, at, (list) => ({
        lines: moved(list.lines, lines, { cancelled: 1 }),
        reducedBy: causationId === undefined ? list.reducedBy : [...list.reducedBy, causationId],
      })),
    PickListClosedEvent: (state, _, { at }) => changed(state, at, () => ({ isClosed: true })),
    PickListPackedEvent: (state, { shipmentId: id, lines }, { at }) =>
      changed(state, at, (list) => ({
        lines: moved(list.lines, lines, { packed: 1 }),
        shipments: [...list.shipments, { id, lines, isSent: false }],
      })),
    PickListPutBackEvent: (state, { shipmentId }, { at }) =>
      changed(state, at, (list) => unpacked(list, shipmentId)),
    PickListSentEvent: (state, { shipmentId: id, lines }, { at }) =>
      changed(state, at, (list) => {
        const rest = { ...list, ...unpacked(list, id) };
        return {
          lines: moved(rest.lines, lines, { sent: 1 }),
          shipments: [...rest.shipments, { id, lines, isSent: true }],
        };
      }),
  },
});

const changed = (
  state: PickListState,
  updatedAt: number,
  changes: (list: PickList) => Partial<PickList>,
): PickListState => state && { ...state, ...changes(state), updatedAt };

type Count = 'cancelled' | 'packed' | 'sent';
/** So many units of each line are counted somewhere more, or less. */
function moved(
  lines: readonly Line[],
  by: readonly ShippedLine[],
  signs: Partial<Record<Count, 1 | -1>>,
): Line[] {
  const units = new Map<string, number>();
  for (const { productId, quantity } of by) units.set(productId, (units.get(productId) ?? 0) + quantity);
  return lines.map((line) => {
    const next = { ...line };
    for (const [count, sign] of Object.entries(signs) as [Count, number][])
      next[count] += sign * (units.get(line.productId) ?? 0);
    return next;
  });
}

function unpacked(list: PickList, id: string): Pick<PickList, 'lines' | 'shipments'> {
  const found = list.shipments.find((one) => one.id === id && !one.isSent);
  if (found === undefined) return list;
  return {
    lines: moved(list.lines, found.lines, { packed: -1 }),
    shipments: list.shipments.filter((one) => one !== found),
  };
}

export const leftOf = ({ ordered, cancelled, packed, sent }: Line): number =>
  Math.max(0, ordered - cancelled - packed - sent);

export function statusOf({
  isClosed,
  lines,
  shipments,
}: Pick<PickList, 'isClosed' | 'lines' | 'shipments'>): PickListView['status'] {
  if (isClosed) return 'cancelled';
  if (lines.some((line) => leftOf(line) > 0)) return 'to-pick';
  return shipments.some(({ isSent }) => !isSent) ? 'packed' : 'done';
}

export const open = (state: PickListState, input: PickListEvents['PickListOpenedEvent']) =>
  state === null ? [pickListOpened(input)] : [];

/** Lines of the order are cancelled: as often as that is told, once. */
export const reduce = (state: PickListState, lines: ShippedLine[], cancellationId: string) =>
  state === null || state.reducedBy.includes(cancellationId) ? [] : [pickListReduced({ lines })];

export const close = (state: PickListState) => (state === null || state.isClosed ? [] : [pickListClosed({})]);

/** All that is left, or some of it. */
export function pack(state: PickListState, shipmentId: string, wanted: PackShipment['lines']) {
  const list = existing(state);
  if (list.isClosed) refuse('pick-list-closed', 'the order was cancelled');
  const lines = wanted === undefined ? rest(list) : chosen(list, wanted);
  if (lines.length === 0) refuse('nothing-left', 'all of it is packed, sent or cancelled');
  return [pickListPacked({ shipmentId, lines })];
}

export const rest = ({ lines }: Pick<PickList, 'lines'>): ShippedLine[] =>
  lines.flatMap((line) => {
    const { productId, sku } = line;
    return leftOf(line) > 0 ? [{ productId, sku, quantity: leftOf(line) }] : [];
  });

function chosen({ lines }: PickList, wanted: NonNullable<PackShipment['lines']>): ShippedLine[] {
  const faults: ProblemError[] = [];
  const units = new Map<Line, number>();
  for (const [index, one] of wanted.entries()) {
    const [name, value] =
      'sku' in one ? (['sku', one.sku] as const) : (['productId', one.productId] as const);
    const line = lines.find((each) => each[name] === value);
    const quantity = one.quantity + (line ? (units.get(line) ?? 0) : 0);
    if (line && quantity <= leftOf(line)) units.set(line, quantity);
    else
      faults.push({
        pointer: `/lines/${index}/${line ? 'quantity' : name}`,
        code: 'not-left',
        detail: line ? `${leftOf(line)} are left` : 'this was not ordered',
      });
  }
  if (faults.length > 0) refuse('not-left', 'no more can be packed than is left to pick', { errors: faults });
  return [...units].map(([{ productId, sku }, quantity]) => ({ productId, sku, quantity }));
}

export const putBack = (state: PickListState, shipmentId: string) =>
  state?.shipments.some(({ id, isSent }) => id === shipmentId && !isSent)
    ? [pickListPutBack({ shipmentId })]
    : [];

export const send = (state: PickListState, shipmentId: string, lines: ShippedLine[]) =>
  state === null || state.shipments.some(({ id, isSent }) => id === shipmentId && isSent)
    ? []
    : [pickListSent({ shipmentId, lines })];

export const existing = (state: PickListState): PickList =>
  state ?? refuse('not-found', 'there is no such order that is confirmed');
