/** Dead letters by why they failed: one cause is one line, however many events it has met. */

/** The part of a dead letter that says why. */
type Failed = { errorClass: string; errorMessage: string };

export type DeadLetterError = {
  /** As {@link errorOf} says it: what is chosen by. */
  error: string;
  count: number;
  /** UTC ms. */
  firstAt: number;
  lastAt: number;
  eventTypes: string[];
};

/** The same for the same cause: ids and numbers are left out. */
export const errorOf = ({ errorClass, errorMessage }: Failed): string =>
  `${errorClass}: ${errorMessage}`
    .replaceAll(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/gi, '…')
    .replaceAll(/\d+/g, '#')
    .replaceAll(/\s+/g, ' ')
    .slice(0, 300);

/** The most frequent first. */
export function errorsOf(
  deadLetters: readonly (Failed & { failedAt: number; eventType: string | undefined })[],
): DeadLetterError[] {
  const all = [...Map.groupBy(deadLetters, errorOf)].map(([error, same]) => {
    const times = same.map(({ failedAt }) => failedAt);
    const eventTypes = [...new Set(same.flatMap(({ eventType }) => eventType ?? []))].sort();
    return { error, count: same.length, firstAt: Math.min(...times), lastAt: Math.max(...times), eventTypes };
  });
  return all.sort((one, other) => other.count - one.count);
}
