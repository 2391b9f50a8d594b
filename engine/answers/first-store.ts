import type { MeetingParams } from '#src/api/params.ts';
import type { RecordData } from '../record/record.ts';
import { createMeetingDocuments } from './cited-documents.ts';
import { createEntryIndex } from './entry-index.ts';
import { createExchangeYears } from './exchange-year-answers.ts';
import { createLookup } from './record-lookup.ts';
import { createEntryLister } from './list-entries.ts';
import { createMeetings } from './meeting-answers.ts';

export function createGround(record: RecordData) {
  const lookup = createLookup(record);
  const index = createEntryIndex(record, lookup);
  const documents = createMeetingDocuments(record);
  const exchangeYears = createExchangeYears(record, lookup);
  const { dataVersion } = record.mechanism;
  const meetings = createMeetings({ index, lookup, documents, exchangeYears, dataVersion });
  return { record, lookup, index, documents, exchangeYears, meetings };
}
export type Ground = ReturnType<typeof createGround>;

/** The answers that a first view waits for; in a page, the others are fetched when something asks for one of them. */
export function createFirstStore({ record, index, lookup, meetings, exchangeYears }: Ground) {
  return {
    mechanism: () => record.mechanism,
    fields: () => record.fields,
    listMeetings: (params: MeetingParams) => meetings.list(params),
    findMeeting: (ordinal: number) => meetings.find(ordinal),
    listEntries: createEntryLister(index, lookup, record.mechanism.dataVersion),
    listExchangeYears: exchangeYears.list,
    findExchangeYear: exchangeYears.find,
  };
}
export type FirstStore = ReturnType<typeof createFirstStore>;
