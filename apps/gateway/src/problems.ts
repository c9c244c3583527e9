/** What the gateway refuses, or cannot do, beside what every service says. */
import type { Problems } from '@quickmart/service';

export const problems = {
  'cross-site-write': [403, 'A page of another site may not write'],
  'host-unknown': [421, 'This name is none of ours'],
  'service-failed': [502, 'The service broke off'],
  'service-late': [504, 'The service did not answer in time'],
} as const satisfies Problems;
