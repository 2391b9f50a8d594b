import type { RecordData } from '#engine/record/record.ts';
import { spanOf, toDated } from '#engine/answers/calendar-items.ts';
import { createMeetingDocuments } from '#engine/answers/cited-documents.ts';
import { createEntryIndex } from '#engine/answers/entry-index.ts';
import { createExchangeYears } from '#engine/answers/exchange-year-answers.ts';
import { createLookup } from '#engine/answers/record-lookup.ts';
import { createMeetings } from '#engine/answers/meeting-answers.ts';
import { toCandidates } from '#engine/answers/search-record.ts';
import { createSources } from '#engine/answers/source-answers.ts';

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
