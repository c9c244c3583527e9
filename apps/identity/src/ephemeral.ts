/** Where codes, sessions and counts of failures are in Redis. All of them end by themselves. */
export const keyOf = (kind: string, id: string): string => `{user}:ephemeral:${kind}:${id}`;
