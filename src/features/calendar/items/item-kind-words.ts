import { CalendarItemKind } from '#src/api/schemas/calendar.ts';
import { knownOf } from '#src/api/schemas/common.ts';
import type { Translator } from '#src/i18n/translator.ts';

/** The kind of a dated thing in words; one that is newer than this app stands as it was given. */
export function itemKindWords(given: string, { t }: Pick<Translator, 't'>): string {
  const kind = knownOf(CalendarItemKind, given);
  return kind === null ? given : t(`calendar.kind-${kind}`);
}
