/** Personal data, sealed. See docs/personal-data.md. */

export { completeAddress } from './address.ts';
export { type Exportable, type Exported, exportSubject } from './export.ts';
export { KeysError } from './keys/table.ts';
export { type MasterSource, newMaster, readMasters, writeMasters } from './master.ts';
export { openSealing, type SealingOptions } from './open.ts';
export { Sealing } from './sealing.ts';
