import type { Entry } from '#src/api/schemas/entries.ts';
import type { Evidence } from '#src/api/schemas/sources.ts';
import type { Mechanism } from '#src/api/schemas/common.ts';
import type { Translator } from '#src/i18n/translator.ts';
import { partyName, evidenceWords, kindWords } from '#src/record/value-words.ts';
import { LANGUAGES } from '#src/i18n/languages.ts';
import { accountsOf, evidenceOf } from '#src/lib/accounts.ts';
import type { CsvColumn } from '#src/lib/csv.ts';
import { inLanguage } from '#src/lib/shown-text.ts';

/** A further piece of evidence in one cell: the document, the place in it, its words, and whether it is independent. */
const pieceText = ({ source, locator, quote, independent }: Evidence): string =>
  [
    source.id,
    ...(locator === null ? [] : [locator]),
    ...(quote === undefined ? [] : [`"${quote.text}" (${quote.lang})`]),
    ...(independent === true ? ['independent'] : []),
  ].join(', ');

/** The columns of the download: the contract's own words in every language, and beside each code what it says in the reader's. */
export const entryColumns = (mechanism: Mechanism, i18n: Translator): CsvColumn<Entry>[] => [
  { id: 'id', value: ({ id }) => id },
  { id: 'meeting', value: ({ meeting }) => meeting.ordinal },
  { id: 'date', value: ({ meeting }) => meeting.date },
  { id: 'kind', value: (entry) => entry.kind },
  { id: 'kind_name', value: (entry) => kindWords(entry.kind, i18n) },
  { id: 'party', value: (entry) => entry.party },
  { id: 'party_name', value: (entry) => partyName(mechanism, entry.party, i18n) },
  { id: 'fields', value: ({ fields }) => fields.map(({ id }) => id).join('; ') },
  {
    id: 'field_names',
    value: ({ fields }) => fields.map((field) => i18n.name(field.name)).join('; '),
  },
  {
    id: 'exchange_years',
    value: ({ exchangeYears }) => exchangeYears.map(({ id }) => id).join('; '),
  },
  {
    id: 'exchange_year_names',
    value: ({ exchangeYears }) => exchangeYears.map((year) => i18n.name(year.name)).join('; '),
  },
  { id: 'text', value: ({ text }) => text },
  { id: 'language', value: ({ lang }) => lang },
  ...LANGUAGES.map(({ tag }): CsvColumn<Entry> => ({
    id: `text_${tag}`,
    value: ({ text, lang, translations }) =>
      inLanguage({ [lang]: text, ...translations }, tag)?.text ?? null,
  })),
  { id: 'status', value: (entry) => entry.status },
  { id: 'status_name', value: (entry) => evidenceWords(entry.status, i18n) },
  { id: 'source', value: ({ source }) => source?.id ?? null },
  { id: 'source_title', value: ({ source }) => source?.title ?? null },
  { id: 'publisher', value: ({ source }) => source?.publisher ?? null },
  { id: 'published_on', value: ({ source }) => source?.publishedOn ?? null },
  { id: 'url', value: ({ source }) => source?.url ?? null },
  { id: 'locator', value: ({ locator }) => locator },
  { id: 'quote', value: ({ quote }) => quote?.text ?? null },
  { id: 'quote_language', value: ({ quote }) => quote?.lang ?? null },
  { id: 'reported_by', value: (entry) => accountsOf(evidenceOf(entry)).join('; ') || null },
  {
    id: 'reported_by_names',
    value: (entry) =>
      accountsOf(evidenceOf(entry))
        .map((account) => partyName(mechanism, account, i18n))
        .join('; ') || null,
  },
  {
    id: 'further_evidence',
    value: (entry) => evidenceOf(entry).slice(1).map(pieceText).join('; ') || null,
  },
];
