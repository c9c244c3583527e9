/** The consumer groups that there should be: whatever the services read, by their definitions. */
import type { ReadModels } from '@quickmart/projections';
import type { Sealing } from '@quickmart/sealing';
import { assemble, settingsOf } from '@quickmart/service';
import type { GroupKind } from '@quickmart/streams';
import { services } from '../services.ts';
import { silentLog, type Target } from '../target.ts';

export type Group = { category: string; group: string; kind: GroupKind };

/** Put together and not started, a service says what it reads; it opens nothing for that. */
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
