import type { Entry } from '#src/api/schemas/entries.ts';
import type { CsvColumn } from '#src/lib/csv.ts';

/** The columns of the download: the contract's own words, the same in every interface language. */
export const ENTRY_COLUMNS: CsvColumn<Entry>[] = [
  { id: 'id', value: ({ id }) => id },
  { id: 'meeting', value: ({ meeting }) => meeting.ordinal },
  { id: 'date', value: ({ meeting }) => meeting.date },
  { id: 'kind', value: ({ kind }) => kind },
  { id: 'party', value: ({ party }) => party },
  { id: 'fields', value: ({ fields }) => fields.map(({ id }) => id).join('; ') },
  {
    id: 'exchange_years',
    value: ({ exchangeYears }) => exchangeYears.map(({ id }) => id).join('; '),
  },
  { id: 'text', value: ({ text }) => text },
  { id: 'language', value: ({ lang }) => lang },
  { id: 'status', value: ({ status }) => status },
  { id: 'source', value: ({ source }) => source?.id ?? null },
  { id: 'source_title', value: ({ source }) => source?.title ?? null },
  { id: 'publisher', value: ({ source }) => source?.publisher ?? null },
  { id: 'published_on', value: ({ source }) => source?.publishedOn ?? null },
  { id: 'url', value: ({ source }) => source?.url ?? null },
  { id: 'locator', value: ({ locator }) => locator },
];
