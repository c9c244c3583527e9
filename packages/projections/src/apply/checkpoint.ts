/** How far each projection is, per partition. Written in the transaction that writes the rows. */
import { comparePositions, type Position } from '@quickmart/streams';
import { bigint, code, defineTable, instant, integer, type RowOf } from '../table/table.ts';

/** `projection`: a generation of a definition, see generation.ts. */
export const checkpoints = defineTable(
  'read_model_checkpoints',
  {
    projection: code(100),
    category: code(64),
    partition: integer(),
    epoch: bigint(),
    pos: bigint(),
    eventId: code(64),
    updatedAt: instant(),
  },
  { primaryKey: ['projection', 'category', 'partition'] },
);
export type CheckpointRow = RowOf<typeof checkpoints>;

/** Of a projection that has had this entry. */
export const checkpointOf = (
  projection: string,
  { category, partition, epoch, pos, eventId }: Omit<CheckpointRow, 'projection' | 'updatedAt'>,
): CheckpointRow => ({ projection, category, partition, epoch, pos, eventId, updatedAt: Date.now() });

/** Whether a place is at or before a checkpoint. */
export const isCovered = (
  place: Pick<Position, 'epoch' | 'pos'>,
  checkpoint: Pick<Position, 'epoch' | 'pos'> | undefined,
): boolean => checkpoint !== undefined && comparePositions(place, checkpoint) <= 0;
