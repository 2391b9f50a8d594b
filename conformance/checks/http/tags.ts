import type { EntryList } from '#src/api/schemas/entries.ts';
import { expectSame, parse } from '../../backend-under-test.ts';
import { type Check, type CheckContext, few, pathsToAsk } from '../../check.ts';
import { Broken, broken, Untried } from '../../outcome.ts';
import type { Reply } from '#conformance/asker.ts';

const tags: Check = {
  id: 'tags',
  rule: 'tags',
  name: 'every path has a strong tag, honours it, and gives others to other questions',
  run: async (context) => {
    const { backend, isShort, isOtherSite } = context;
    const seen = new Map<string, string>();
    const paths = [...pathsToAsk(context), '/entries?limit=1', '/entries?limit=2', '/search?q=b'];
    for (const path of few(context, paths, 2)) {
      const request = `GET ${path}`;
      const etag = (await backend.ask(path)).headers.get('etag') ?? 'none';
      if (etag === 'none' && isOtherSite && seen.size === 0) throw new Untried('hidden-tag');
      if (!/^"[\x21\x23-\x7e\x80-\xff]*"$/.test(etag))
        throw new Broken('tags', request, 'no-tag', { got: etag });
      const twin = seen.get(etag);
      if (twin !== undefined) throw new Broken('tags', request, 'same-tag', { other: twin });
      seen.set(etag, path);
      if (isShort && seen.size > 1) continue;
      const held = async (value: string, due: number) => {
        const ask = backend.ask(path, { headers: { 'if-none-match': value } });
        const { status, text, headers } = await ask.catch((error: unknown) => {
          // Where another site may not be sent a tag, the browser does not even ask.
          throw isOtherSite && error instanceof Broken ? new Untried('hidden-tag') : error;
        });
        const asked = `${request} with If-None-Match: ${value}`;
        if (status !== due) throw new Broken('tags', asked, 'status', { got: status, due });
        if (due === 304 && text !== '') throw broken('tags', asked, 'a body with status 304');
        const again = headers.get('etag');
        // To several tags the backend may answer with that of another form, a compressed one.
        const isDue = value === etag ? again === etag : again !== null;
        if (due === 304 && !isOtherSite && !isDue)
          throw new Broken('tags', asked, {
            detail: `tag ${again ?? 'none'} with 304, due ${value === etag ? etag : 'one'}`,
          });
      };
      for (const value of few(
        context,
        [etag, `"other", W/${etag}`, `"other",${etag},"more"`, '*'],
        1,
      ))
        await held(value, 304);
      await held('"another"', 200);
    }
  },
};

/** Questions whose answers differ, mostly in a few letters only. */
function* questions({ snapshot }: CheckContext) {
  const { mechanism, meetings, sources, exchangeYears } = snapshot;
  for (const { id } of mechanism.parties) {
    yield `/entries?limit=3&party=${id}`;
    yield `/fields/summary?party=${id}`;
  }
  for (const sort of ['-meeting', 'meeting', 'text', '-text', 'kind', '-kind'])
    yield `/entries?limit=2&sort=${sort}`;
  for (const { ordinal } of meetings.slice(-6)) yield `/meetings/${ordinal}`;
  for (const { id } of sources.slice(0, 12)) yield `/sources/${id}`;
  for (const { id } of exchangeYears.items.slice(0, 6)) yield `/exchange-years/${id}`;
  for (const by of ['kind', 'party', 'meeting', 'year', 'reportedBy'])
    yield `/fields/summary?by=${by}`;
  for (const q of ['aq', 'bq', 'cq', 'dq']) yield `/search?q=${q}`;
  for (const lang of ['en', 'fr', 'zh']) yield `/calendar.ics?lang=${lang}`;
}

const MOST_PAGES = 3;

export const TAG_CHECKS: readonly Check[] = [
  tags,
  {
    rule: 'tags',
    name: 'answers that differ have different tags, however little they differ',
    run: async (context) => {
      const seen = new Map<string, { address: string; text: string }>();
      const addresses = [...questions(context)];
      // Pages of one list, too, differ in nothing but a cursor.
      for (let page = '/entries?limit=1'; addresses.at(-1) !== page;) {
        addresses.push(page);
        const { text } = await context.backend.ask(page);
        const { nextCursor } = parse('tags', `GET ${page}`, text) as EntryList;
        if (
          nextCursor !== null &&
          addresses.filter((one) => one.includes('cursor')).length < MOST_PAGES
        )
          page = `/entries?limit=1&cursor=${encodeURIComponent(nextCursor)}`;
      }
      for (const address of addresses) {
        const { headers, text } = await context.backend.ask(address);
        const etag = headers.get('etag') ?? 'none';
        const twin = seen.get(etag);
        if (twin !== undefined && twin.text !== text)
          throw new Broken('tags', `GET ${address}`, 'same-tag', { other: twin.address });
        seen.set(etag, { address, text });
      }
    },
  },
  {
    rule: 'tags',
    name: 'HEAD has the tag of GET, and is told too that nothing has changed',
    run: async (context) => {
      for (const path of pathsToAsk(context)) {
        const { headers } = await context.backend.ask(path);
        const etag = headers.get('etag') ?? 'none';
        const init = { method: 'HEAD', headers: { 'if-none-match': etag } };
        const { status } = await context.backend.ask(path, init);
        expectSame('tags', `HEAD ${path} with If-None-Match: ${etag}`, 'status', status, 304);
      }
    },
  },
  {
    rule: 'tags',
    name: 'an answer says that it may be kept, and asked for again or for how long',
    run: async (context) => {
      for (const path of pathsToAsk(context)) {
        const { headers } = await context.backend.ask(path);
        const said = headers.get('cache-control') ?? 'none';
        const orders = said.toLowerCase().split(/\s*,\s*/);
        const isKept = !orders.includes('no-store');
        const isTimed = orders.some(
          (one) => one === 'no-cache' || /^(s-maxage|max-age)=\d+$/.test(one),
        );
        if (!isKept || !isTimed)
          throw broken('tags', `GET ${path}`, `Cache-Control: ${said}, due no-cache, or max-age`);
      }
    },
  },
];

const MOST_SHOWN = 200;

/** Where two texts part, with some of what stands there. */
function showDifference(first: string, second: string): string {
  let at = 0;
  while (at < first.length && first[at] === second[at]) at += 1;
  const from = Math.max(0, at - 40);
  const shown = [first, second].map((text) => text.slice(from, from + MOST_SHOWN));
  return `first ${JSON.stringify(shown[0])}, then ${JSON.stringify(shown[1])}`;
}

export const READING_CHECKS: readonly Check[] = [
  /** Orders of a backend's own are free, but each stays as it is; so do ids, stamps and tags. */
  {
    rule: 'rule 2',
    name: 'the same question has the same answer and the same tag each time',
    run: async (context) => {
      const { backend } = context;
      const addresses = pathsToAsk(context);
      const before: Reply[] = [];
      for (const address of addresses) before.push(await backend.ask(address));
      // All of them before any again: what hangs on the moment may be the same within one.
      for (const [index, address] of addresses.entries()) {
        const [first, second] = [before[index]!, await backend.ask(address)];
        if (first.text !== second.text)
          throw broken('rule 2', `GET ${address}`, showDifference(first.text, second.text));
        const held = [first, second].map(({ headers }) => headers.get('etag'));
        if (held[0] !== held[1])
          throw broken('rule 2', `GET ${address}`, `first tag ${held[0]}, then ${held[1]}`);
      }
    },
  },
];
