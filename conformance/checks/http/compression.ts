import type { Reply } from '../../asker.ts';
import { expectSame } from '../../backend-under-test.ts';
import { type Check, type CheckContext, pathsToAsk } from '../../check.ts';
import { Broken, broken } from '../../outcome.ts';

const ANY = 'gzip, deflate, br';
const isPlain = ({ headers }: Reply) =>
  (headers.get('content-encoding') ?? 'identity') === 'identity';
const tagOf = ({ headers }: Reply) => headers.get('etag') ?? 'none';

/** Who takes nothing compressed gets nothing compressed; who does gets the same, under a tag of its own. */
async function expectForms({ backend }: CheckContext, path: string): Promise<void> {
  const ask = (accepted: string, more: Record<string, string> = {}) =>
    backend.ask(path, { headers: { 'accept-encoding': accepted, ...more } });
  for (const accepted of ['identity', 'gzip;q=0, deflate;q=0, br;q=0', 'x-unknown']) {
    const reply = await ask(accepted);
    if (!isPlain(reply))
      throw new Broken('tags', `GET ${path} with Accept-Encoding: ${accepted}`, {
        detail: `Content-Encoding: ${reply.headers.get('content-encoding')}, due none`,
      });
  }
  const [plain, packed] = [await ask('identity'), await ask(ANY)];
  const request = `GET ${path} with Accept-Encoding: ${ANY}`;
  expectSame('tags', request, 'the answer, unpacked', packed.text, plain.text);
  if (isPlain(packed)) return;
  for (const { headers } of [packed, plain]) {
    const vary = (headers.get('vary') ?? 'none').toLowerCase().split(/\s*,\s*/);
    if (!vary.includes('accept-encoding') && !vary.includes('*'))
      throw broken('tags', request, `Vary: ${vary.join(', ')}, due Accept-Encoding`);
  }
  const tag = tagOf(packed);
  if (!tag.startsWith('"')) throw new Broken('tags', request, 'no-tag', { got: tag });
  if (tag === tagOf(plain))
    throw new Broken('tags', request, 'same-tag', { other: `${path}, plain` });
  const held = await ask(ANY, { 'if-none-match': tag });
  expectSame('tags', `${request} and If-None-Match: ${tag}`, 'status', held.status, 304);
}

export const COMPRESSION_CHECKS: readonly Check[] = [
  {
    rule: 'tags',
    name: 'an answer is compressed only if that is taken, with Vary and a tag of its own that is honoured',
    run: async (context) => {
      for (const path of [...pathsToAsk(context), '/entries?limit=500'])
        await expectForms(context, path);
    },
  },
  /** Names and sentences come in all their languages: which to show is the reader's choice. */
  {
    rule: 'tags',
    name: 'an answer is the same whatever language, or kind of text, the client would like best',
    run: async (context) => {
      const { backend, same } = context;
      for (const path of pathsToAsk(context)) {
        const plain = await backend.ask(path);
        for (const language of ['fr, en;q=0.1', 'zh-Hant', 'ru']) {
          const said = { 'accept-language': language };
          const reply = await backend.ask(path, { headers: said });
          const request = `GET ${path} with Accept-Language: ${language}`;
          same(request, 'answer', reply.text, plain.text);
          same(request, 'tag', tagOf(reply), tagOf(plain));
        }
      }
    },
  },
];
