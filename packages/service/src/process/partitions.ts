/** How many partitions a category gets when it is created: `8`, or `16,order=32,inventory=32`. They stay as they are then. */
import { limits, type PartitionsOf } from '@quickmart/streams';
import { z } from 'zod';

const one = /^(?:([a-z][a-z0-9-]*)=)?(\d{1,3})$/;

/** All services get the same text: a category is created by whoever writes or reads it first. */
export const partitions = z.string().transform((text, context): PartitionsOf => {
  let usual: number = limits.partitions;
  const own = new Map<string, number>();
  for (const part of text.split(',')) {
    const [, category, digits] = one.exec(part.trim()) ?? [];
    const count = Number(digits);
    if (!(count >= 1 && count <= limits.partitionsMax)) {
      const message = `must be like 8 or 8,order=32, each from 1 to ${limits.partitionsMax}`;
      context.addIssue({ code: 'custom', message });
      return z.NEVER;
    }
    if (category === undefined) usual = count;
    else own.set(category, count);
  }
  return (category) => own.get(category) ?? usual;
});

/** For tools, which may be the first to ask for a category. */
export const partitionsIn = ({ PARTITIONS }: { PARTITIONS?: string | undefined }): PartitionsOf =>
  partitions.parse(PARTITIONS || String(limits.partitions));
