import type { RecordData } from '#mocks/record.ts';
import { spanOf, toDated } from '#mocks/store/calendar.ts';
import { createMeetingDocuments } from '#mocks/store/documents.ts';
import { createEntryIndex } from '#mocks/store/entry-index.ts';
import { createExchangeYears } from '#mocks/store/exchange-years.ts';
import { createLookup } from '#mocks/store/lookup.ts';
import { createMeetings } from '#mocks/store/meetings.ts';
import { toCandidates } from '#mocks/store/search.ts';
import { createSources } from '#mocks/store/sources.ts';

/** What an edition's tables are derived from: each part of the reference store that is computed once per edition. */
export function toParts(record: RecordData) {
  const lookup = createLookup(record);
  const index = createEntryIndex(record, lookup);
  const documents = createMeetingDocuments(record);
  const exchangeYears = createExchangeYears(record, lookup);
  const { dataVersion, since } = record.mechanism;
  const meetings = createMeetings({ index, lookup, documents, exchangeYears, dataVersion });
  const calendar = toDated(record, lookup, meetings.fieldsOf);
  return {
    record,
    lookup,
    index,
    documents,
    exchangeYears,
    meetings,
    sources: createSources(record, lookup, documents),
    calendar,
    span: spanOf(calendar, since),
    candidates: toCandidates(record, lookup),
  };
}
export type Parts = ReturnType<typeof toParts>;
