import type { Mechanism } from '#src/api/schemas/common.ts';
import type { EntryKind, SummaryDimension } from '#src/api/schemas/entries.ts';
import type { EvidenceCell } from '#src/address/evidence-cell.ts';
import type { Translator } from '#src/i18n/translator.ts';
import { kindColour } from '#src/lib/entry-kinds.ts';
import { accountColour, partyColour } from '#src/record/colours.ts';
import { partyName, kindWords } from '#src/record/value-words.ts';

/** The words of a column of a summary: the name of a kind, a party or a meeting, or the year. */
export function partName(
  by: SummaryDimension,
  key: string,
  mechanism: Mechanism,
  i18n: Translator,
): string {
  if (by === 'party' || by === 'reportedBy') return partyName(mechanism, key, i18n);
  if (by === 'meeting') return i18n.t('record.meetingShort', { ordinal: Number(key) });
  return by === 'year' ? key : kindWords(key, i18n);
}

/** The colour of a part. Its place in the bar, the legend's order and the table tell it apart without hue. */
export function partColour(by: SummaryDimension, key: string, mechanism: Mechanism): string {
  if (by === 'reportedBy') return accountColour(mechanism, key);
  if (by === 'party') return partyColour(mechanism, key);
  return by === 'kind' ? kindColour(key) : 'var(--ink-2)';
}

/** What a column narrows the filters to. */
export function partCell(by: SummaryDimension, key: string): EvidenceCell {
  if (by === 'party' || by === 'reportedBy') return { [by]: key };
  if (by === 'meeting') return { meeting: Number(key) };
  if (by === 'year') return { year: key };
  return { kind: key as EntryKind };
}
