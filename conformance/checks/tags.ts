import { type Check, few } from '../check.ts';
import { Broken, Untried } from '../outcome.ts';

const tags: Check = {
  id: 'tags',
  rule: 'tags',
  name: 'every path has a strong tag, honours it, and gives others to other questions',
  run: async (context) => {
    const { backend, contract, snapshot, isShort, isOtherSite } = context;
    const ids: Record<string, string | number> = {
      '/meetings/{ordinal}': snapshot.meetings[0]?.ordinal ?? '',
      '/exchange-years/{id}': snapshot.exchangeYears.items[0]?.id ?? '',
      '/sources/{id}': snapshot.sources[0]?.id ?? '',
    };
    const seen = new Map<string, string>();
    const concrete = contract.paths.flatMap((path) =>
      path in ids && ids[path] === '' ? [] : [path.replace(/\{\w+\}/, String(ids[path]))],
    );
    const paths = [
      ...concrete.map((path) => (path === '/search' ? '/search?q=a' : path)),
      '/entries?limit=1',
      '/entries?limit=2',
      '/search?q=b',
    ];
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
        const { status, text } = await ask.catch((error: unknown) => {
          // Where another site may not be sent a tag, the browser does not even ask.
          throw isOtherSite && error instanceof Broken ? new Untried('hidden-tag') : error;
        });
        const asked = `${request} with If-None-Match: ${value}`;
        if (status !== due) throw new Broken('tags', asked, 'status', { got: status, due });
        if (due === 304 && text !== '')
          throw new Broken('tags', asked, { detail: 'a body with status 304' });
      };
      for (const value of few(context, [etag, `"other", W/${etag}`, '*'], 1))
        await held(value, 304);
      await held('"another"', 200);
    }
  },
};

export const TAG_CHECKS: readonly Check[] = [tags];
