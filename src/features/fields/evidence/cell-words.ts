import type { LanguageMap } from '#src/api/schemas/common.ts';
import type { EvidenceCell } from '#src/address/evidence-cell.ts';
import type { RecordLists } from '#src/api/RecordContext.ts';
import type { Translator } from '#src/i18n/translator.ts';
import { partName } from '../series/dimension-words.ts';
import { chairsOf } from '#src/record/people/chairs-of.ts';
import { evidenceWords } from '#src/record/value-words.ts';

/** What a number is about, in words: its field, kind, party, meeting and year, or everything under the filters. */
export function cellWords(
  cell: EvidenceCell,
  view: Pick<RecordLists, 'mechanism' | 'taxonomy' | 'exchangeYears' | 'meetings'>,
  i18n: Translator,
): string {
  const { mechanism, taxonomy } = view;
  if (cell.choice !== undefined) return choiceWords(cell.choice, view, i18n);
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

function choiceWords(
  { filter, value }: NonNullable<EvidenceCell['choice']>,
  {
    mechanism,
    taxonomy,
    exchangeYears,
    meetings,
  }: Pick<RecordLists, 'mechanism' | 'taxonomy' | 'exchangeYears' | 'meetings'>,
  i18n: Translator,
): string {
  const { name, date } = i18n;
  const nameIn = (items: readonly { id: string; name: LanguageMap }[]) => {
    const item = items.find(({ id }) => id === value);
    return item === undefined ? value : name(item.name);
  };
  if (filter === 'group') return nameIn(taxonomy.groups);
  if (filter === 'field') return nameIn(taxonomy.fields);
  if (filter === 'exchangeYear') {
    const year = exchangeYears.find(({ id }) => id === value);
    return year === undefined ? value : `${name(year.field.name)} ${date(year.years)}`;
  }
  if (filter === 'coChair') return nameIn(chairsOf(meetings));
  if (filter === 'status') {
    return evidenceWords(value, i18n);
  }
  return partName(filter, value, mechanism, i18n);
}
