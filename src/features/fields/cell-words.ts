import type { EvidenceCell } from '#src/filters/evidence-cell.ts';
import type { View } from '#src/filters/use-view.ts';
import type { Translator } from '#src/i18n/translator.ts';
import { partName } from './dimension-words.ts';

/** What a number is about, in words: its field, kind, party, meeting and year, or everything under the filters. */
export function cellWords(
  cell: EvidenceCell,
  { mechanism, taxonomy }: Pick<View, 'mechanism' | 'taxonomy'>,
  i18n: Translator,
): string {
  const field = taxonomy.fields.find(({ id }) => id === cell.field);
  const words = [
    field && i18n.name(field.name),
    cell.kind && partName('kind', cell.kind, mechanism, i18n),
    cell.party && partName('party', cell.party, mechanism, i18n),
    cell.meeting && partName('meeting', String(cell.meeting), mechanism, i18n),
    cell.year,
  ].filter((word) => word !== undefined && word !== 0 && word !== '');
  return words.length === 0 ? i18n.t('fields.allFields') : words.join(' · ');
}
