import type { SourceSummary } from '#src/api/schemas/sources.ts';
import type { CsvColumn } from '#src/lib/csv.ts';

/** The columns of the downloaded list, under the contract's names; `copy` as in the package of the whole record. */
export const SOURCE_COLUMNS: readonly CsvColumn<SourceSummary>[] = [
  { id: 'id', value: ({ id }) => id },
  { id: 'title', value: ({ title }) => title },
  { id: 'publisher', value: ({ publisher }) => publisher },
  { id: 'publishedOn', value: ({ publishedOn }) => publishedOn },
  { id: 'language', value: ({ language }) => language },
  { id: 'reportedBy', value: ({ reportedBy }) => reportedBy ?? null },
  { id: 'copy', value: ({ copy }) => (copy === undefined ? null : 'yes') },
  { id: 'url', value: ({ url }) => url },
  { id: 'archivedUrl', value: ({ archivedUrl }) => archivedUrl ?? null },
  { id: 'capturedOn', value: ({ capturedOn }) => capturedOn ?? null },
  { id: 'entries', value: ({ entries }) => entries },
  { id: 'meetings', value: ({ meetings }) => meetings },
  { id: 'exchangeYears', value: ({ exchangeYears }) => exchangeYears },
  { id: 'commissions', value: ({ commissions }) => commissions },
];
