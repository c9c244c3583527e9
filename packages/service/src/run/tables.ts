/** The read models of a service, in the database that it is given. */
import { type OpenOptions, openReadModels, type ReadModels } from '@quickmart/projections';
import type { AnyDefinition } from './definition.ts';

/** For a service without read models: nothing of it asks for them. */
const none = undefined as unknown as ReadModels;

export async function openTables(
  { name, readModels }: Pick<AnyDefinition, 'name' | 'readModels'>,
  options: Pick<OpenOptions, 'url' | 'adminUrl' | 'logger' | 'readOnly'>,
): Promise<ReadModels> {
  if (readModels.length === 0) return none;
  return await openReadModels({ ...options, name, projections: readModels });
}
