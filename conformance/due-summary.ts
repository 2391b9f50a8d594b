/** The contract's rules on what is counted, said once and as plainly as possible: each number by matching anew. */
import type { EntryFilters } from '#src/api/params.ts';
import { EvidenceStatus } from '#src/api/schemas/common.ts';
import {
  EntryKind,
  type FacetCount,
  type Facets,
  type FieldSummary,
  type SummaryCell,
  type SummaryDimension,
  type SummarySplit,
} from '#src/api/schemas/entries.ts';
import {
  citedBy,
  compareText,
  idsOf,
  isAny,
  isDated,
  matchEntries,
  type Ruled,
  sideOf,
  sidesIn,
  type Vocabulary,
  withMeetings,
} from './oracle.ts';

export function countsOf(entries: readonly Pick<Ruled, 'meeting'>[]) {
  const meetings = new Set(entries.map(({ meeting }) => meeting.ordinal)).size;
  return { entries: entries.length, meetings };
}

export type Dimensions = { by: SummaryDimension; split?: SummarySplit };

/** What a column adds to the filters of its table. */
export function columnFilter(by: SummaryDimension, key: string): EntryFilters {
  if (by === 'year') return { from: key, to: key };
  return by === 'meeting' ? { meeting: [Number(key)] } : { [by]: [key] };
}

export const accountsIn = ({ parties }: Pick<Vocabulary, 'parties'>) => [...parties, 'third'];

/** The chosen values, else all; of meetings and years those within the dates and of the chosen co-chairs. */
function columnKeys(vocabulary: Vocabulary, filters: EntryFilters, by: SummaryDimension) {
  const { parties, meetings } = vocabulary;
  const dated = meetings.filter(
    ({ date, chairs }) => isDated(date, filters) && isAny(filters.coChair, chairs),
  );
  if (by === 'year') return [...new Set(dated.map(({ date }) => date.slice(0, 4)))];
  if (by === 'meeting') {
    const chosen =
      filters.meeting && meetings.filter((one) => isAny(filters.meeting, [one.ordinal]));
    return (chosen ?? dated).map(({ ordinal }) => String(ordinal));
  }
  if (by === 'party') return parties.filter((id) => isAny(filters.party, [id]));
  if (by === 'reportedBy')
    return accountsIn(vocabulary).filter((id) => isAny(filters.reportedBy, [id]));
  return EntryKind.options.filter((kind) => isAny(filters.kind, [kind]));
}

const cellsOf = (entries: readonly Ruled[], by: SummaryDimension, keys: readonly string[]) =>
  keys.flatMap((key): SummaryCell[] => {
    const counts = countsOf(matchEntries(entries, columnFilter(by, key)));
    return counts.entries > 0 ? [{ key, ...counts }] : [];
  });

/** The filters that have facets, and what there is to choose from. */
const CHOICES: Record<keyof Facets, (vocabulary: Vocabulary) => readonly (string | number)[]> = {
  group: ({ groups }) => groups,
  field: ({ fields }) => idsOf(fields),
  party: ({ parties }) => parties,
  kind: () => EntryKind.options,
  meeting: ({ meetings }) => meetings.map(({ ordinal }) => ordinal),
  status: () => EvidenceStatus.options,
  exchangeYear: ({ exchangeYears }) => exchangeYears,
  reportedBy: accountsIn,
  coChair: ({ people }) => people,
};
export const FACETS = Object.keys(CHOICES) as (keyof Facets)[];

type FacetCounts = Record<string, FacetCount[]>;

/** For every choice of every filter, what it would give under all the others. */
function facetsOf(entries: readonly Ruled[], vocabulary: Vocabulary, filters: EntryFilters) {
  const counts = FACETS.map((name): [string, FacetCount[]] => {
    const { meetings } = vocabulary;
    const left = matchEntries(entries, withMeetings({ ...filters, [name]: undefined }, meetings));
    const choices = CHOICES[name](vocabulary).map((value) => ({
      value: String(value),
      entries: matchEntries(left, withMeetings({ [name]: [value] }, meetings)).length,
    }));
    return [name, choices];
  });
  return inFreeOrder(Object.fromEntries(counts));
}

const byValue = (a: FacetCount, b: FacetCount) => compareText(a.value, b.value);
/** Exchange years and people may stand in any order. */
const inFreeOrder = ({ exchangeYear = [], coChair = [], ...others }: FacetCounts): FacetCounts => ({
  ...others,
  exchangeYear: exchangeYear.toSorted(byValue),
  coChair: coChair.toSorted(byValue),
});

/** The summary that is due: all that {@link spokenOf} an answer, part by part under the contract's names. */
export function dueSummary(
  all: readonly Ruled[],
  vocabulary: Vocabulary,
  filters: EntryFilters,
  { by, split }: Dimensions,
) {
  const matching = matchEntries(all, withMeetings(filters, vocabulary.meetings));
  const keys = columnKeys(vocabulary, filters, by);
  const partKeys = split && columnKeys(vocabulary, filters, split);
  const rows = vocabulary.fields
    .filter(({ id, group }) => filters.field?.includes(id) ?? isAny(filters.group, [group]))
    .map(({ id }) => {
      const own = matchEntries(matching, { field: [id] });
      return { field: id, ...countsOf(own), cells: cellsOf(own, by, keys) };
    });
  return {
    dimensions: { by, split },
    total: {
      ...countsOf(matching),
      fields: rows.filter(({ entries }) => entries > 0).length,
      sources: new Set(matching.flatMap(citedBy)).size,
    },
    accounts: sidesIn(vocabulary).map((value) => ({
      value,
      entries: matching.filter((entry) => sideOf(entry, vocabulary) === value).length,
    })),
    columns: keys.map((key) => {
      const own = matchEntries(matching, columnFilter(by, key));
      const parts = split && partKeys && cellsOf(own, split, partKeys);
      return { key, ...countsOf(own), parts };
    }),
    rows,
    get facets() {
      return facetsOf(all, vocabulary, filters);
    },
  };
}
export type DueSummary = ReturnType<typeof dueSummary>;

/** Of an answer what the rules speak of, in the form of what is due; a backend may say more. */
export function spokenOf(summary: FieldSummary): DueSummary {
  const { by, split, total, accounts = [], columns, rows, facets } = summary;
  const counts = (one: { entries: number; meetings: number }) => ({
    entries: one.entries,
    meetings: one.meetings,
  });
  const cells = (list: readonly SummaryCell[]) =>
    list.map((cell) => ({ key: cell.key, ...counts(cell) }));
  const choices = (list: readonly FacetCount[]) =>
    list.map(({ value, entries }) => ({ value, entries }));
  const ofFacets = FACETS.map((name): [string, FacetCount[]] => [
    name,
    choices(facets[name] ?? []),
  ]);
  return {
    dimensions: { by, split },
    total: { ...counts(total), fields: total.fields, sources: total.sources },
    accounts: choices(accounts),
    columns: columns.map(({ key, parts, ...column }) => ({
      key,
      ...counts(column),
      parts: parts && cells(parts),
    })),
    rows: rows.map(({ field, cells: own, ...row }) => ({
      field: field.id,
      ...counts(row),
      cells: cells(own),
    })),
    facets: inFreeOrder(Object.fromEntries(ofFacets)),
  };
}
