/** What a check has found, and what to do about it. */

const advice = {
  hole: 'an entry is gone: restore Redis from a backup, or bring the missing entry back (XADD with its own id)',
  head: 'restore the head of the category; nothing may be appended before',
  unreadable:
    'no code here can read it: deploy the version that can, or find out who wrote it (`pnpm qa show`)',
  partition: 'an aggregate is in one partition only: somebody wrote past the append script; restore Redis',
  version:
    'the versions of an aggregate count 1, 2, 3 …: an entry is gone or was written by hand; restore Redis',
  index:
    'the index of an aggregate was changed by hand: restore its keys from a backup, it takes no append until then',
  claim: 'a unique value belongs to nobody: delete its key, and the value is free again',
  group: 'the group is past what it can have read: the log was replaced or cut; restore Redis',
  pending: 'an event was deleted before the group handled it: restore it, else it becomes a dead letter',
  dead: '`pnpm qa dead list` shows why; mend the cause, then `pnpm qa dead redrive`, or `discard` with a reason',
  behind:
    'the service works on it, or does not run: `pnpm qa lag --watch`; verify again when it has caught up',
  checkpoint: 'the read model is not of this log: `pnpm qa rebuild`',
  row: 'the read model is not what its events say: `pnpm qa rebuild` it; if it comes back, the projection has a defect',
  invariant: '`pnpm qa trace` shows how it came to be; this is a defect, or somebody wrote past the services',
} as const;

export type Kind = keyof typeof advice;
export type Finding = { kind: Kind; where: string; what: string };

export const adviceFor = (kind: Kind): string => advice[kind];

export class Findings {
  readonly list: Finding[] = [];

  add(kind: Kind, where: string, what: string): void {
    this.list.push({ kind, where, what });
  }

  has(kind: Kind): boolean {
    return this.list.some((finding) => finding.kind === kind);
  }
}
