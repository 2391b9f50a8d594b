import type { EntryKind } from '#src/api/schemas/entries.ts';

/** The parts of a briefing: what was signed, what was announced, what was said. */
export type EntryAct = 'signed' | 'announced' | 'said';

const ACTS: Record<EntryKind, EntryAct> = {
  communique: 'signed',
  minutes: 'signed',
  agreement: 'signed',
  announcement: 'announced',
  statement: 'said',
  priority: 'said',
  condolence: 'said',
};

export const ENTRY_ACTS: readonly EntryAct[] = ['signed', 'announced', 'said'];

/** Every kind belongs to exactly one part, so a briefing has each entry once. */
export function actOf(kind: EntryKind): EntryAct {
  return ACTS[kind];
}

/** The kinds of one part, in the contract's order. */
export function kindsOf(act: EntryAct): EntryKind[] {
  return (Object.keys(ACTS) as EntryKind[]).filter((kind) => ACTS[kind] === act);
}

export function isSigned(kind: EntryKind): boolean {
  return ACTS[kind] === 'signed';
}
