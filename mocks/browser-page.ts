import recordFile from 'virtual:record-file';

import { LONGEST_WAIT_MS } from '#src/api/client.ts';
import type { FirstAnswers } from '#src/api/first-answers.ts';
import { askedOnce } from '#src/lib/asked-once.ts';
import { wait } from './wait.ts';
import type { Handler } from '#engine/requests/answer-requests.ts';
import type { RecordData } from '#engine/record/record.ts';
import { createReadyAnswers } from '#engine/requests/ready-answers.ts';
import type { ScenarioId } from './scenarios/scenarios.ts';

/**
 * Fetched once; where that failed, or took too long, it is fetched anew by the next question. Trusted without a check: the
 * file is of the same build as this code, and was checked at import.
 */
export const fetchRecord = askedOnce(async (): Promise<RecordData> => {
  const response = await fetch(recordFile, { signal: AbortSignal.timeout(LONGEST_WAIT_MS) });
  if (!response.ok) throw new Error(`${recordFile} answers ${response.status}`);
  return (await response.json()) as RecordData;
});

/** A backend in the page, which may be told to make itself ready for any question. */
export type PageBackend = { fetch: Handler; prepare: () => void };

/**
 * The mock backend in the page itself, in place of `fetch`; it can be asked at once. What the build has answered already
 * is answered from that; the engine and the whole record are loaded for the first other question, or when it is told to
 * prepare. A search reads every text: it begins a task of its own, so that what it takes does not add to the drawing that
 * asked for it.
 */
export function createPageBackend(
  baseUrl: string,
  scenario: ScenarioId,
  first: Promise<FirstAnswers | null>,
): PageBackend {
  const engine = askedOnce(async () => {
    const [record, { createHandler }] = await Promise.all([
      fetchRecord(),
      import('./mock-handler.ts'),
    ]);
    return createHandler(record, { baseUrl, scenario });
  });
  const ready = (async () => {
    const answers = scenario === 'record' ? await first : null;
    return answers && createReadyAnswers(baseUrl, answers);
  })();
  void ready.then((answers) => (answers === null ? engine().catch(() => null) : null));
  return {
    // The engine asks for what lists and counts need at the first question, which may come without a network.
    prepare: () =>
      void Promise.all([engine(), import('#engine/answers/late-store.ts')]).catch(() => undefined),
    fetch: async (request) => {
      const answer = await (await ready)?.(request);
      if (answer) return answer;
      if (new URL(request.url).searchParams.has('q')) await wait(0, request.signal);
      return (await engine())(request);
    },
  };
}
