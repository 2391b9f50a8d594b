import commissions from './data/commissions.json?url&no-inline';
import entries from './data/entries.json?url&no-inline';
import exchangeYears from './data/exchange-years.json?url&no-inline';
import fields from './data/fields.json?url&no-inline';
import mechanism from './data/mechanism.json?url&no-inline';
import meetings from './data/meetings.json?url&no-inline';
import offices from './data/offices.json?url&no-inline';
import people from './data/people.json?url&no-inline';
import places from './data/places.json?url&no-inline';
import sources from './data/sources.json?url&no-inline';
import { LONGEST_WAIT_MS } from '#src/api/client.ts';
import type { FirstAnswers } from '#src/api/first-answers.ts';
import { askedOnce } from '#src/lib/asked-once.ts';
import { wait } from './wait.ts';
import type { Handler } from '#engine/requests/answer-requests.ts';
import type { RecordData } from '#engine/record/record.ts';
import { createReadyAnswers } from '#engine/requests/ready-answers.ts';
import type { ScenarioId } from './scenarios/scenarios.ts';

/** The data are files of their own: not script, so nothing has to compile them, and kept by the browser by name. */
const DATA_FILES: Record<keyof RecordData, string> = {
  mechanism,
  fields,
  places,
  people,
  offices,
  meetings,
  entries,
  exchangeYears,
  commissions,
  sources,
};

async function fetchJson(address: string): Promise<unknown> {
  const response = await fetch(address, { signal: AbortSignal.timeout(LONGEST_WAIT_MS) });
  if (!response.ok) throw new Error(`${address} answers ${response.status}`);
  return response.json();
}

/** Each file is fetched once; one that failed, or did not come in time, is fetched anew by the next question. */
const PARTS = Object.entries(DATA_FILES).map(
  ([part, file]) => [part, askedOnce(() => fetchJson(file))] as const,
);

/** Trusted without a check: these files are of the same build as this code, and were checked at import. */
export async function fetchRecord(): Promise<RecordData> {
  const parts = await Promise.all(
    PARTS.map(async ([part, fetchPart]) => [part, await fetchPart()] as const),
  );
  return Object.fromEntries(parts) as RecordData;
}

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
