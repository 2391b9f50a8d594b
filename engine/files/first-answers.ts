import { QueryClient } from '@tanstack/react-query';

import { createApi, type Api } from '#src/api/client.ts';
import { lastDay } from '#src/api/edtf.ts';
import { belowOf, type ReadyAnswers } from '#src/api/first-answers.ts';
import {
  askForFacts,
  askForFrame,
  askForLists,
  calendarQuery,
  meetingEntriesQuery,
  summaryQuery,
} from '#src/api/queries.ts';
import type { RecordData } from '../record/record.ts';
import { createHandler } from '../requests/answer-requests.ts';
import { toHash } from '../requests/hash.ts';
import { toQuestion } from '../requests/tagged-answer.ts';

const BASE = 'http://record.test';
/** Each has the list of all meetings too: of a thousand meetings the answers would be larger than the record. */
const MOST_MEETINGS = 60;

type Ask = (client: QueryClient, api: Api) => Promise<unknown>;

/** The views whose facts are answered ahead, by their paths below the app's own, with what each asks below its facts. */
function viewsOf({ meetings }: RecordData, through: string): Map<string, Ask | null> {
  const latest = meetings.toSorted((a, b) => b.ordinal - a.ordinal);
  const [last] = latest;
  const ofLast: Ask = (client, api) =>
    last ? client.query(meetingEntriesQuery(api, last.ordinal)) : Promise.resolve();
  return new Map<string, Ask | null>([
    ['every-view', null],
    ['fields', null],
    [
      'calendar',
      (client, api) => Promise.all([client.query(calendarQuery(api, {})), ofLast(client, api)]),
    ],
    [
      'overview',
      (client, api) =>
        Promise.all([
          client.query(summaryQuery(api, { by: 'meeting', to: through })),
          client.query(calendarQuery(api, {})),
        ]),
    ],
    ...latest
      .slice(0, MOST_MEETINGS)
      .map(({ ordinal }): [string, null] => [`meetings/${ordinal}`, null]),
  ]);
}

/**
 * The engine's answers to what each view asks first, by the view's path, and to what it asks below its facts; of the
 * meetings, for the latest ones. Questions about all `to` the day of the last meeting have the same answer for any day
 * after it.
 */
export async function answerFirst(record: RecordData): Promise<Map<string, ReadyAnswers>> {
  const { dataVersion } = record.mechanism;
  const through =
    record.meetings
      .map(({ date }) => lastDay(date))
      .toSorted()
      .at(-1) ?? '';
  const engine = createHandler(record, { baseUrl: BASE });
  const answersTo = async (ask: Ask): Promise<ReadyAnswers['answers']> => {
    const answers: ReadyAnswers['answers'] = {};
    const api = createApi(BASE, async (request) => {
      const response = await engine(request);
      if (!response.ok) throw new Error(`${request.url}: ${response.status}`);
      const body = await response.clone().text();
      answers[toQuestion(new URL(request.url))] = { body, hash: toHash(body) };
      return response;
    });
    await ask(new QueryClient(), api);
    return answers;
  };
  const files = new Map<string, ReadyAnswers>();
  for (const [view, askBelow] of viewsOf(record, through)) {
    const answers = await answersTo(async (client, api) => {
      await Promise.all([askForFrame(client, api), askForLists(client, api)]);
      await askForFacts(view, through, client, api);
    });
    const behind = askBelow ? await answersTo(askBelow) : {};
    const below = Object.keys(behind).filter((question) => !Object.hasOwn(answers, question));
    files.set(view, { dataVersion, through, answers, below });
    if (askBelow) files.set(belowOf(view), { dataVersion, through, answers: behind, below: [] });
  }
  return files;
}
