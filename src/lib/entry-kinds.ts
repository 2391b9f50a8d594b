import { knownOf } from '#src/api/schemas/common.ts';
import { EntryKind } from '#src/api/schemas/entries.ts';

/** The parts of a briefing: what was signed, what was announced, what was said, and what is of no kind known here. */
export type EntryAct = 'signed' | 'announced' | 'said' | 'other';
type KnownKind = (typeof EntryKind.options)[number];

/** All that depends on a kind but its words: a kind that is added to the contract does not compile until it stands here. */
const KINDS = {
  communique: { act: 'signed', colour: 'var(--kind-1)' },
  minutes: { act: 'signed', colour: 'var(--kind-2)' },
  agreement: { act: 'signed', colour: 'var(--kind-3)' },
  announcement: { act: 'announced', colour: 'var(--kind-4)' },
  statement: { act: 'said', colour: 'var(--kind-5)' },
  priority: { act: 'said', colour: 'var(--kind-6)' },
  condolence: { act: 'said', colour: 'var(--kind-7)' },
} as const satisfies Record<KnownKind, { act: EntryAct; colour: string }>;

export type SignedKind = {
  [Kind in KnownKind]: (typeof KINDS)[Kind]['act'] extends 'signed' ? Kind : never;
}[KnownKind];

export const ENTRY_ACTS: readonly EntryAct[] = ['signed', 'announced', 'said', 'other'];

/** Every kind belongs to exactly one part, so a briefing has each entry once. */
export function actOf(given: EntryKind): EntryAct {
  const kind = knownOf(EntryKind, given);
  return kind === null ? 'other' : KINDS[kind].act;
}

/** The known kinds of one part, in the contract's order. */
export function kindsOf(act: EntryAct): KnownKind[] {
  return EntryKind.options.filter((kind) => KINDS[kind].act === act);
}

export function isSigned(kind: EntryKind): kind is SignedKind {
  return actOf(kind) === 'signed';
}

/** The kinds that are signed, in the contract's order. */
export const SIGNED_KINDS: readonly SignedKind[] = EntryKind.options.filter(isSigned);

/** The colour of a kind; the same quiet one for all that are newer than this app. */
export function kindColour(given: string): string {
  const kind = knownOf(EntryKind, given);
  return kind === null ? 'var(--kind-other)' : KINDS[kind].colour;
}
