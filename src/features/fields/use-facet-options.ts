import { EvidenceStatus } from '#src/api/schemas/common.ts';
import { EntryKind, type Facets } from '#src/api/schemas/entries.ts';
import { useView } from '#src/filters/use-view.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import { partyName } from '#src/record/party-name.ts';

export type Facet = 'group' | 'field' | 'party' | 'kind' | 'status' | 'exchangeYear';

export interface FacetOption {
  value: string;
  label: string;
  /** What choosing it would give; null until that is known. */
  entries: number | null;
}

/** The choices of each filter, in the record's own order, with their counts. */
export function useFacetOptions(facets: Facets | null): Record<Facet, FacetOption[]> {
  const i18n = useI18n();
  const { t, name, date } = i18n;
  const { mechanism, taxonomy, exchangeYears } = useView();
  const counted = (facet: Facet, choices: { value: string; label: string }[]) => {
    const counts = new Map(facets?.[facet].map(({ value, entries }) => [value, entries]));
    return choices.map((choice) => ({
      ...choice,
      entries: facets === null ? null : (counts.get(choice.value) ?? 0),
    }));
  };
  const parties = [...mechanism.parties.map(({ id }) => id), 'joint'];
  return {
    group: counted(
      'group',
      taxonomy.groups.map((group) => ({ value: group.id, label: name(group.name) })),
    ),
    field: counted(
      'field',
      taxonomy.fields.map((field) => ({ value: field.id, label: name(field.name) })),
    ),
    party: counted(
      'party',
      parties.map((id) => ({ value: id, label: partyName(mechanism, id, i18n) })),
    ),
    kind: counted(
      'kind',
      EntryKind.options.map((kind) => ({ value: kind, label: t(`record.kind-${kind}`) })),
    ),
    status: counted(
      'status',
      EvidenceStatus.options.map((status) => ({
        value: status,
        label: t(`record.evidence-${status}`),
      })),
    ),
    exchangeYear: counted(
      'exchangeYear',
      exchangeYears.map((year) => ({
        value: year.id,
        label: `${name(year.field.name)} ${date(year.years)}`,
      })),
    ),
  };
}
