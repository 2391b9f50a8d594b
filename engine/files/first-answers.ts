import { QueryClient } from '@tanstack/react-query';

import { createApi, type Api } from '#src/api/client.ts';
import { lastDay } from '#src/api/edtf.ts';
import type { FirstAnswers } from '#src/api/first-answers.ts';
import {
  calendarQuery,
  exchangeYearsQuery,
  fieldsQuery,
  mechanismQuery,
  meetingEntriesQuery,
  meetingQuery,
  meetingsQuery,
  summaryQuery,
} from '#src/api/queries.ts';
import type { RecordData } from '../record/record.ts';
import { createHandler } from '../requests/answer-requests.ts';
import { toQuestion } from '../requests/tagged-answer.ts';

const BASE = 'http://record.test';
/** Each has the list of all meetings too: of a thousand meetings the answers would be larger than the record. */
const MOST_MEETINGS = 60;

type Ask = (client: QueryClient, api: Api) => Promise<unknown>;

/** What the frame of every view asks. */
const everyView: Ask = (client, api) =>
  Promise.all([
    client.query(mechanismQuery(api)),
    client.query(fieldsQuery(api)),
    client.query(meetingsQuery(api)),
    client.query(exchangeYearsQuery(api)),
  ]);

const meeting =
  (ordinal: number): Ask =>
  (client, api) =>
    Promise.all([
      client.query(meetingQuery(api, ordinal)),
      client.query(meetingEntriesQuery(api, ordinal)),
    ]);

/** What the views ask first beyond that, by the view's path below the app's own; asked with the app's own queries. */
function viewsOf({ meetings }: RecordData, through: string): Record<string, Ask> {
  const latest = meetings.toSorted((a, b) => b.ordinal - a.ordinal);
  const views: Record<string, Ask> = {
    'every-view': () => Promise.resolve(),
    fields: (client, api) => client.query(summaryQuery(api, { by: 'kind', to: through })),
    calendar: (client, api) => client.query(calendarQuery(api, {})),
  };
  for (const { ordinal } of latest.slice(0, MOST_MEETINGS))
    views[`meetings/${ordinal}`] = meeting(ordinal);
  const [last] = latest;
  if (last)
    views.overview = (client, api) =>
      Promise.all([
        meeting(last.ordinal)(client, api),
        client.query(summaryQuery(api, { by: 'meeting', to: through })),
      ]);
  return views;
}

/**
 * The engine's answers to what each view asks first, by the view's path; of the meetings, for the latest ones. Questions
 * about all `to` the day of the last meeting have the same answer for any day after it.
 */
export async function answerFirst(record: RecordData): Promise<Map<string, FirstAnswers>> {
  const { dataVersion } = record.mechanism;
  const through =
    record.meetings
      .map(({ date }) => lastDay(date))
      .toSorted()
      .at(-1) ?? '';
  const engine = createHandler(record, { baseUrl: BASE });
  const files = new Map<string, FirstAnswers>();
  for (const [view, ask] of Object.entries(viewsOf(record, through))) {
    const answers: Record<string, string> = {};
    const api = createApi(BASE, async (request) => {
      const response = await engine(request);
      if (!response.ok) throw new Error(`${request.url}: ${response.status}`);
      answers[toQuestion(new URL(request.url))] = await response.clone().text();
      return response;
    });
    const client = new QueryClient();
    await everyView(client, api);
    await ask(client, api);
    files.set(view, { dataVersion, through, answers });
  }
  return files;
}
