import { useMemo } from 'react';

import type { ChoiceFilter } from '#src/address/evidence-cell.ts';
import { EvidenceStatus } from '#src/api/schemas/common.ts';
import { EntryKind, type Facets } from '#src/api/schemas/entries.ts';
import { type RecordLists, useRecord } from '#src/api/RecordContext.ts';
import { chairsOf } from '#src/record/people/chairs-of.ts';
import { JOINT, THIRD } from '#src/lib/accounts.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import type { Translator } from '#src/i18n/translator.ts';
import { partyName, evidenceWords, kindWords } from '#src/record/value-words.ts';

export type Facet = ChoiceFilter;

export interface FacetOption {
  value: string;
  label: string;
  /** What choosing it would give; null until that is known. */
  entries: number | null;
}

type ChoiceLists = Pick<RecordLists, 'mechanism' | 'taxonomy' | 'exchangeYears' | 'meetings'>;
type Choices = Record<Facet, { value: string; label: string }[]>;

function toChoices(
  { mechanism, taxonomy, exchangeYears, meetings }: ChoiceLists,
  i18n: Translator,
): Choices {
  const { name, date } = i18n;
  const parties = [...mechanism.parties.map(({ id }) => id), JOINT];
  return {
    group: taxonomy.groups.map((group) => ({ value: group.id, label: name(group.name) })),
    field: taxonomy.fields.map((field) => ({ value: field.id, label: name(field.name) })),
    party: parties.map((id) => ({ value: id, label: partyName(mechanism, id, i18n) })),
    reportedBy: [...parties, THIRD].map((id) => ({
      value: id,
      label: partyName(mechanism, id, i18n),
    })),
    kind: EntryKind.options.map((value) => ({ value, label: kindWords(value, i18n) })),
    status: EvidenceStatus.options.map((value) => ({ value, label: evidenceWords(value, i18n) })),
    exchangeYear: exchangeYears.map((year) => ({
      value: year.id,
      label: `${name(year.field.name)} ${date(year.years)}`,
    })),
    coChair: chairsOf(meetings).map((person) => ({ value: person.id, label: name(person.name) })),
  };
}

/** The choices of each filter, in the record's own order, with their counts. */
export function useFacetOptions(facets: Facets | null): Record<Facet, FacetOption[]> {
  const i18n = useI18n();
  const { mechanism, taxonomy, exchangeYears, meetings } = useRecord();
  const choices = useMemo(
    () => toChoices({ mechanism, taxonomy, exchangeYears, meetings }, i18n),
    [mechanism, taxonomy, exchangeYears, meetings, i18n],
  );
  return useMemo(() => {
    const counted = (facet: Facet): FacetOption[] => {
      // A backend from before contract 1.3 knows of no accounts, one from before 1.4 filters by no co-chair.
      if (facets !== null && facets[facet] === undefined) return [];
      const counts = new Map(facets?.[facet]?.map(({ value, entries }) => [value, entries]));
      const listed = choices[facet].map((choice) => ({
        ...choice,
        entries: facets === null ? null : (counts.get(choice.value) ?? 0),
      }));
      for (const { value } of listed) counts.delete(value);
      // What the answer names beyond the lists, such as a kind that is newer than this app, is a choice like any other.
      // A person who chaired no meeting of the list gives nothing and has no name here.
      const newer = [...counts].flatMap(([value, entries]) =>
        facet === 'coChair' && entries === 0 ? [] : [{ value, label: value, entries }],
      );
      return [...listed, ...newer];
    };
    return {
      group: counted('group'),
      field: counted('field'),
      party: counted('party'),
      kind: counted('kind'),
      status: counted('status'),
      exchangeYear: counted('exchangeYear'),
      reportedBy: counted('reportedBy'),
      coChair: counted('coChair'),
    };
  }, [facets, choices]);
}
