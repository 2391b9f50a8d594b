import type { SourceParams } from '#src/api/params.ts';
import { createCalendar } from './calendar-items.ts';
import { listCommissions } from './commission-answers.ts';
import { createReadOfMeeting } from './cited-documents.ts';
import { createFieldSummariser } from './field-summary.ts';
import type { Ground } from './first-store.ts';
import { listPeople } from './people-answers.ts';
import { createSearch } from './search-record.ts';
import { createSources } from './source-answers.ts';

/** The answers that no first view waits for: a chunk of their own in a page. */
export function createLateStore({ record, lookup, index, documents, meetings }: Ground) {
  const sources = createSources(record, lookup, documents);
  return {
    summariseFields: createFieldSummariser(
      record,
      index,
      lookup,
      createReadOfMeeting(documents, lookup),
    ),
    listCommissions: () => listCommissions(record, lookup),
    listPeople: () => listPeople(record, lookup),
    listSources: (params: SourceParams) => sources.list(params),
    findSource: (id: string) => sources.find(id),
    listCalendar: createCalendar(record, lookup, meetings.fieldsOf),
    search: createSearch(record, lookup, index),
  };
}
export type LateStore = ReturnType<typeof createLateStore>;
