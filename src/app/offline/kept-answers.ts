/**
 * What a backend has answered, kept on this device for when it cannot be asked: by the question, as the query has it, so
 * that lists of several pages come back whole. One store for each edition of the data and build of the app, since answers
 * of two do not go together. A store is an object of the browser's Cache Storage; see docs/decisions/008.
 */
import type { Query, QueryClient } from '@tanstack/react-query';

import type { Api } from '#src/api/client.ts';
import { ApiError } from '#src/api/errors.ts';
import { mechanismQuery, type WalkedPage } from '#src/api/queries.ts';
import { shownDay } from '#src/lib/dates/clock.ts';
import { ownBuild } from './registration.ts';
import { answerStores, deleteStores, storesNamed } from './stores.ts';

const FOLDER = import.meta.env.BASE_URL;
/** An answer longer than this, in characters, is not kept. */
const LONGEST = 500_000;
/** Answers that come together are written together. */
const WRITE_MS = 300;
const SAVED_AT = 'x-saved-at';
const SAVED_ON = 'x-saved-on';
const LENGTH = 'x-length';
/** In a question, the day that is today when it is asked: tomorrow the answer is an old one to the same question. */
const TODAY = '"today"';

/** True while what a query has is an answer that was kept earlier. */
export const isStandIn = ({ state: { data, error } }: Query): boolean =>
  data !== undefined && error instanceof ApiError && error.keptAt !== null;

const storesOf = (address: string) => `${answerStores(FOLDER)}${ownBuild()} ${address} `;

function keyOf({ queryHash }: Query): string {
  const question = queryHash.replaceAll(`"${shownDay()}"`, TODAY);
  return new URL(`${FOLDER}kept-answers/${encodeURIComponent(question)}`, window.location.origin)
    .href;
}

/** A walk remembers what it asked, up to the day on which it did; its pages are found by the day that is today now. */
function asOfToday(data: unknown, savedOn: string): unknown {
  const { pages } = (data ?? {}) as { pages?: (Partial<WalkedPage> | null)[] };
  for (const page of pages ?? [])
    if (page?.asked?.to === savedOn) page.asked = { ...page.asked, to: shownDay() };
  return data;
}

const withKept = (error: ApiError, keptAt: number) =>
  new ApiError(error.kind, {
    address: error.address,
    message: error.message,
    keptAt,
    cause: error,
  });

/**
 * Gives a query that could not be asked what was kept for it, with the time at which it came. The query fails all the same,
 * so that the answer is told to be old and is asked for again.
 * @returns the failure, which then says when the answer came
 */
export async function standIn(query: Query, error: ApiError, address: string): Promise<ApiError> {
  const before: unknown = query.state.error;
  const isStanding = before instanceof ApiError && before.keptAt !== null;
  if (query.state.data !== undefined) return isStanding ? withKept(error, before.keptAt) : error;
  for (const name of await storesNamed(storesOf(address))) {
    const kept = await (await caches.open(name)).match(keyOf(query));
    if (kept === undefined) continue;
    const data = asOfToday(await kept.json(), kept.headers.get(SAVED_ON) ?? '');
    const keptAt = Number(kept.headers.get(SAVED_AT));
    const told = withKept(error, keptAt);
    query.setState({ data, dataUpdatedAt: keptAt, error: told, status: 'error' });
    return told;
  }
  return error;
}

async function write(store: Cache, query: Query): Promise<void> {
  const text = JSON.stringify(query.state.data);
  const key = keyOf(query);
  if (text.length > LONGEST) {
    await store.delete(key);
    return;
  }
  const headers = {
    [SAVED_AT]: String(query.state.dataUpdatedAt),
    [SAVED_ON]: shownDay(),
    [LENGTH]: String(text.length),
  };
  // The same on the key, so that the lengths are known without reading the answers.
  await store.put(new Request(key, { headers }), new Response(text, { headers }));
}

async function makeRoom(store: Cache): Promise<void> {
  const kept = (await store.keys()).map((key) => ({
    key,
    savedAt: Number(key.headers.get(SAVED_AT)),
    length: Number(key.headers.get(LENGTH)),
  }));
  for (const { key } of withoutRoom(kept)) await store.delete(key);
}

/** What is asked anew each time, such as whether the backend answers now, is not kept. */
const isKeepable = ({ state, options }: Query) =>
  state.status === 'success' && options.gcTime !== 0;

/** No longer the reader's to see, or no longer there. */
const isGone = (error: unknown): error is ApiError =>
  error instanceof ApiError &&
  ['signed-out', 'denied', 'not-found', 'refused', 'elsewhere'].includes(error.kind);

/**
 * Keeps what the backend has answered and what it answers from now on, but nothing of a backend that says `no-store`.
 * @returns what ends that
 */
export function keepAnswers(queryClient: QueryClient, api: Api): () => void {
  const cache = queryClient.getQueryCache();
  const mechanism = mechanismQuery(api).queryKey;
  const due = new Set<Query>(cache.getAll());
  let timer: ReturnType<typeof setTimeout> | undefined;
  let writing = Promise.resolve();
  const forgetAll = () => deleteStores(answerStores(FOLDER));
  const forget = async (query: Query) => {
    for (const name of await storesNamed(storesOf(api.baseUrl)))
      await (await caches.open(name)).delete(keyOf(query));
  };
  const writeDue = async () => {
    const queries = [...due].filter(isKeepable);
    due.clear();
    const edition = queryClient.getQueryData(mechanism)?.dataVersion;
    if (!api.mayBeKept()) await forgetAll();
    else if (edition !== undefined && queries.length > 0) {
      const name = storesOf(api.baseUrl) + edition;
      await deleteStores(answerStores(FOLDER), name);
      const store = await caches.open(name);
      for (const query of queries) await write(store, query);
      await makeRoom(store);
    }
  };
  const inTurn = (work: () => Promise<unknown>) => {
    // A full or forbidden storage keeps nothing; the page goes on.
    writing = writing.then(work).then(
      () => undefined,
      () => undefined,
    );
  };
  const later = () => {
    timer ??= setTimeout(() => {
      timer = undefined;
      inTurn(writeDue);
    }, WRITE_MS);
  };
  later();
  const stop = cache.subscribe((event) => {
    if (event.type !== 'updated') return;
    const { action, query } = event;
    if (action.type === 'success') {
      due.add(query);
      later();
    }
    if (action.type === 'error' && isGone(action.error)) {
      const isDenied = ['signed-out', 'denied'].includes(action.error.kind);
      inTurn(() => (isDenied ? forgetAll() : forget(query)));
    }
  });
  return () => {
    stop();
    clearTimeout(timer);
  };
}

/** So many answers are kept, and not longer than this together, in characters. */
export const MOST_ANSWERS = 500;
export const MOST_LENGTH = 10_000_000;

interface Kept {
  /** Milliseconds since 1970. */
  savedAt: number;
  /** In characters. */
  length: number;
}

/** Which of the kept answers, given in the order in which they were stored, have to go: those that were kept first. */
export function withoutRoom<Answer extends Kept>(answers: readonly Answer[]): Answer[] {
  const newestFirst = answers.toReversed().toSorted((a, b) => b.savedAt - a.savedAt);
  let length = 0;
  return newestFirst.filter((answer, index) => {
    length += answer.length;
    return index >= MOST_ANSWERS || length > MOST_LENGTH;
  });
}
