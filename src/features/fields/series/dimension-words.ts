import type { Mechanism } from '#src/api/schemas/common.ts';
import { EntryKind, type SummaryDimension } from '#src/api/schemas/entries.ts';
import type { EvidenceCell } from '#src/filters/evidence-cell.ts';
import type { Translator } from '#src/i18n/translator.ts';
import { partyColour } from '#src/record/colours.ts';
import { partyName } from '#src/record/party-name.ts';

const kindOf = (key: string) => EntryKind.options.find((option) => option === key);

/** The words of a column of a summary: the name of a kind, a party or a meeting, or the year. */
export function partName(
  by: SummaryDimension,
  key: string,
  mechanism: Mechanism,
  i18n: Translator,
): string {
  if (by === 'party') return partyName(mechanism, key, i18n);
  if (by === 'meeting') return i18n.t('record.meetingShort', { ordinal: Number(key) });
  const kind = kindOf(key);
  return by === 'year' || kind === undefined ? key : i18n.t(`record.kind-${kind}`);
}

/** The colour of a part. Its place in the bar, the legend's order and the table tell it apart without hue. */
export function partColour(by: SummaryDimension, key: string, mechanism: Mechanism): string {
  if (by === 'party') return partyColour(mechanism, key);
  if (by !== 'kind') return 'var(--ink-2)';
  return `var(--kind-${EntryKind.options.findIndex((option) => option === key) + 1})`;
}

/** What a column narrows the filters to. */
export function partCell(by: SummaryDimension, key: string): EvidenceCell {
  if (by === 'party') return { party: key };
  if (by === 'meeting') return { meeting: Number(key) };
  if (by === 'year') return { year: key };
  const kind = kindOf(key);
  return kind === undefined ? {} : { kind };
}
