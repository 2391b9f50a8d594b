import type { MeetingParams, SourceParams } from '#src/api/params.ts';
import type { RecordData } from '../record/record.ts';
import { createCalendar } from './calendar-items.ts';
import { listCommissions } from './commission-answers.ts';
import { createMeetingDocuments } from './cited-documents.ts';
import { createEntryIndex } from './entry-index.ts';
import { createExchangeYears } from './exchange-year-answers.ts';
import { createFieldSummariser } from './field-summary.ts';
import { createEntryLister } from './list-entries.ts';
import { createLookup } from './record-lookup.ts';
import { createMeetings } from './meeting-answers.ts';
import { listPeople } from './people-answers.ts';
import { createSearch } from './search-record.ts';
import { createSources } from './source-answers.ts';

/**
 * Answers every request of the contract from a record in memory: the reference for what a backend has to answer.
 * Parameters must have passed the contract's schemas; ids that are not on record are refused here.
 */
export function createStore(record: RecordData) {
  const lookup = createLookup(record);
  const index = createEntryIndex(record, lookup);
  const documents = createMeetingDocuments(record);
  const exchangeYears = createExchangeYears(record, lookup);
  const { dataVersion } = record.mechanism;
  const meetings = createMeetings({ index, lookup, documents, exchangeYears, dataVersion });
  const sources = createSources(record, lookup, documents);
  return {
    mechanism: () => record.mechanism,
    fields: () => record.fields,
    listMeetings: (params: MeetingParams) => meetings.list(params),
    findMeeting: (ordinal: number) => meetings.find(ordinal),
    listEntries: createEntryLister(index, lookup, dataVersion),
    summariseFields: createFieldSummariser(
      record,
      index,
      lookup,
      (meeting) => documents(meeting).length,
    ),
    listExchangeYears: exchangeYears.list,
    findExchangeYear: exchangeYears.find,
    listCommissions: () => listCommissions(record, lookup),
    listPeople: () => listPeople(record, lookup),
    listSources: (params: SourceParams) => sources.list(params),
    findSource: (id: string) => sources.find(id),
    listCalendar: createCalendar(record, lookup, meetings.fieldsOf),
    search: createSearch(record, lookup, index),
  };
}
export type Store = ReturnType<typeof createStore>;
