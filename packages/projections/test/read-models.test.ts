import { applying } from './conformance/applying.ts';
import { building } from './conformance/building.ts';
import { checking } from './conformance/checking.ts';
import { kinds } from './conformance/kinds.ts';
import { leavingOut } from './conformance/leaving-out.ts';
import { listing } from './conformance/listing.ts';
import { opening } from './conformance/opening.ts';
import { rebuilding } from './conformance/rebuilding.ts';
import { repairing } from './conformance/repairing.ts';
import { storing } from './conformance/storing.ts';
import { waiting } from './conformance/waiting.ts';
import { sqlite } from './harness.ts';

for (const suite of [
  building,
  applying,
  kinds,
  leavingOut,
  storing,
  listing,
  waiting,
  opening,
  rebuilding,
  repairing,
  checking,
])
  suite(sqlite);
