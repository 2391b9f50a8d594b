import { setTimeout as wait } from 'node:timers/promises';

import type { RecordData } from '#engine/record/record.ts';
import { createHandler } from '#engine/requests/answer-requests.ts';
import { cursorOf, withoutCursor } from './cursor-in-answer.ts';

/** What readers ask for, beside the lists that they walk to the end. */
const ADDRESSES = [
  '/mechanism',
  '/fields/summary?by=meeting',
  '/entries?q=protocol&limit=3',
  '/calendar?from=2019&to=2020',
  '/search?q=energy',
];
const LISTS = ['/entries?limit=90&sort=meeting', '/meetings?limit=9', '/sources?limit=40'];

/** How often one asks before one begins anew. */
const MOST_TRIES = 5;

const BASE = 'http://engine.invalid/api/v1';

export const onFrom = (list: string, cursor: string | null | undefined) =>
  cursor === null || cursor === undefined ? list : `${list}&cursor=${cursor}`;

/** What the engine in the page answers about a record: the pages of each list, one of every other question. */
async function toExpected(record: RecordData): Promise<Map<string, string[]>> {
  const engine = createHandler(record, { baseUrl: BASE });
  const pagesOf = async (address: string): Promise<string[]> => {
    const pages: string[] = [];
    let cursor: string | undefined;
    do {
      const text = await (await engine(new Request(`${BASE}${onFrom(address, cursor)}`))).text();
      pages.push(withoutCursor(text));
      cursor = LISTS.includes(address) ? cursorOf(text) : undefined;
    } while (cursor !== undefined);
    return pages;
  };
  const all = [...ADDRESSES, ...LISTS].map(
    async (address) => [address, await pagesOf(address)] as const,
  );
  return new Map(await Promise.all(all));
}

export interface Readers {
  /** What should not have been answered, in words. */
  readonly wrong: readonly string[];
  /** Walks that came to the end, all of them in one edition, and single answers, by data version. */
  readonly done: (version: string) => { walks: number; answers: number };
  /** Walks that were refused, since the edition had become another one. */
  readonly refused: () => number;
  stop: () => Promise<void>;
}

/**
 * Readers who ask and walk through lists until they are stopped. Each answer has to be, letter for letter, that of the
 * engine in the page to one of the records, all pages of a walk to the same one, and the tag has to say to which.
 */
export async function startReaders(
  baseUrl: string,
  { records, count }: { records: readonly RecordData[]; count: number },
): Promise<Readers> {
  const expected = new Map<string, Map<string, string[]>>();
  for (const record of records)
    expected.set(record.mechanism.dataVersion, await toExpected(record));
  const versionOf = (etag: string) =>
    [...expected.keys()].find((version) => etag.startsWith(`"${version}-`)) ?? 'none';

  const wrong: string[] = [];
  const done = new Map<string, { walks: number; answers: number }>();
  const doneIn = (version: string) => {
    const found = done.get(version) ?? { walks: 0, answers: 0 };
    done.set(version, found);
    return found;
  };
  const end = new AbortController();
  let refused = 0;

  /** Asks until there is an answer, as a client does that is told to come again; null where it has been told too often. */
  const ask = async (address: string, held?: string) => {
    const headers = held === undefined ? {} : { 'if-none-match': held };
    for (let tries = 0; tries < MOST_TRIES && !end.signal.aborted; tries += 1) {
      const response = await fetch(`${baseUrl}${address}`, { headers });
      const text = await response.text();
      if (response.status !== 503)
        return { status: response.status, etag: response.headers.get('etag') ?? '', text };
      if (!response.headers.has('retry-after')) wrong.push(`${address}: 503 without Retry-After`);
      await wait(20);
    }
    return null;
  };
  /** Which edition an answer is of, after a look at all of it. */
  const check = (
    answer: { status: number; etag: string; text: string },
    address: string,
    page: number,
  ) => {
    const version = versionOf(answer.etag);
    const isRight = withoutCursor(answer.text) === expected.get(version)?.get(address)?.[page];
    if (answer.status !== 200 || !isRight)
      wrong.push(`${address}, page ${page}, ${answer.status} of ${version}: ${answer.text}`);
    return version;
  };

  const walk = async (list: string) => {
    let [begunIn, cursor]: [string | null, string | null] = [null, null];
    for (let page = 0; ; page += 1) {
      const answer = await ask(onFrom(list, cursor));
      if (answer === null) return;
      if (
        answer.status === 400 &&
        cursor !== null &&
        answer.text.includes('"parameter":"cursor"')
      ) {
        refused += 1;
        return;
      }
      const version = check(answer, list, page);
      begunIn ??= version;
      if (version !== begunIn)
        wrong.push(`${list}: page ${page} is of ${version}, after ${begunIn}`);
      cursor = cursorOf(answer.text) ?? null;
      if (cursor !== null) continue;
      const pages = expected.get(begunIn)?.get(list)?.length;
      if (page + 1 !== pages) wrong.push(`${list}: ended after page ${page} of ${pages}`);
      doneIn(begunIn).walks += 1;
      return;
    }
  };
  const read = async (number: number) => {
    const tags = new Map<string, string>();
    for (let asked = number; !end.signal.aborted; asked += 1) {
      await walk(LISTS[asked % LISTS.length] ?? '');
      const address = ADDRESSES[asked % ADDRESSES.length] ?? '';
      const held = tags.get(address);
      const answer = await ask(address, held);
      if (answer === null) continue;
      if (answer.status === 304 && answer.etag === held) doneIn(versionOf(held)).answers += 1;
      else {
        doneIn(check(answer, address, 0)).answers += 1;
        tags.set(address, answer.etag);
      }
    }
  };
  const reading = Promise.all(Array.from({ length: count }, (_, number) => read(number)));
  return {
    wrong,
    done: (version) => ({ ...doneIn(version) }),
    refused: () => refused,
    stop: () => {
      end.abort();
      return reading.then(() => undefined);
    },
  };
}
