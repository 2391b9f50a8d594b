import type { Check } from '../check.ts';
import { Broken } from '../outcome.ts';

const tags: Check = {
  rule: 'tags',
  name: 'every path has a strong tag, honours it, and gives others to other questions',
  run: async ({ backend, contract, snapshot }) => {
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
    for (const path of paths) {
      const request = `GET ${path}`;
      const etag = (await backend.ask(path)).headers.get('etag') ?? '';
      if (!/^"[\x21\x23-\x7e\x80-\xff]*"$/.test(etag))
        throw new Broken('tags', request, `ETag ${etag || 'is missing'}, due a strong tag`);
      const twin = seen.get(etag);
      if (twin !== undefined) throw new Broken('tags', request, `the tag of ${twin}`);
      seen.set(etag, path);
      const held = (value: string) => backend.ask(path, { headers: { 'if-none-match': value } });
      for (const value of [etag, `"other", W/${etag}`, '*']) {
        const { status, text } = await held(value);
        if (status !== 304 || text !== '')
          throw new Broken(
            'tags',
            `${request} with If-None-Match: ${value}`,
            `status ${status}, due 304`,
          );
      }
      const { status } = await held('"another"');
      if (status !== 200)
        throw new Broken('tags', `${request} with another tag`, `status ${status}, due 200`);
    }
  },
};

export const TAG_CHECKS: readonly Check[] = [tags];
