/** The consumer groups that there should be, by the definitions of the services. */
import type { ReadModels } from '@quickmart/projections';
import type { Sealing } from '@quickmart/sealing';
import { assemble, settingsOf } from '@quickmart/service';
import type { GroupKind } from '@quickmart/streams';
import { services } from '../services.ts';
import { silentLog, type Target } from '../target.ts';

export type Group = { category: string; group: string; kind: GroupKind };

/** A service that is assembled and not started says what it reads, and opens nothing. */
const unopened = { projector: {} } as ReadModels;
let known: Group[] | undefined;

export function expectedGroups({ redis }: Pick<Target, 'redis'>): Group[] {
  known ??= services.flatMap((service) => {
    const settings = settingsOf(service, {});
    const base = { redis, logger: silentLog, readModels: unopened, sealing: {} as Sealing, settings };
    const { consumers } = assemble(service, base);
    return consumers.status().map(({ category, group, kind }) => ({ category, group, kind }));
  });
  return known;
}
