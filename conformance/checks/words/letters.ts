import { MAX_QUERY_LENGTH } from '#src/api/params.ts';
import { expectSame } from '../../backend-under-test.ts';
import { type Check, type CheckContext, needSome } from '../../check.ts';
import { fold, haveAllWords, textsOfSentence, withWords } from '../../oracle.ts';
import { Broken, broken } from '../../outcome.ts';
import { searchedThings, textsOfItem, textsOfSource } from '../../thing-texts.ts';

/** Letters that look or sound alike and are not the same: the contract takes marks off a letter, and nothing else. */
const ALIKE = [
  ['ß', 'ss'],
  ['ø', 'o'],
  ['ł', 'l'],
  ['đ', 'd'],
  ['æ', 'ae'],
  ['œ', 'oe'],
  ['ı', 'i'],
  ['’', "'"],
  ['ة', 'ه'],
  ['ى', 'ي'],
  ['ک', 'ك'],
  ['е', 'e'],
  ['裡', '里'],
  ['ς', 'σ'],
  ['カ', 'か'],
  ['“', '"'],
  ['–', '-'],
] as const;
/** Signs that are no letters and no marks: with one of them in it a word is another word. */
const SIGNS = ["'", '’', '-', '.', '·', '_', '\u00AD', '\u200B', '\u200D', '\u2060', '\u0640'];

const wordsIn = (texts: readonly string[]) => texts.flatMap((text) => fold(text).split(/\s+/));

/** Words as they would be if letters that are alike were the same, or signs were nothing. */
function* otherWords(texts: readonly string[]): Generator<string> {
  const words = wordsIn(texts);
  // Longer than a syllable.
  const word = words.find((one) => /^\p{L}{5,}$/u.test(one)) ?? '';
  for (const sign of SIGNS) {
    if (word !== '') yield `${word.slice(0, 2)}${sign}${word.slice(2)}`;
    const joined = words.find((one) => one.length > 4 && one.slice(1, -1).includes(sign));
    if (joined !== undefined) yield joined.replaceAll(sign, '');
  }
  for (const pair of ALIKE)
    for (const [a, b] of [pair, pair.toReversed()] as const) {
      const own = words.find((one) => one.includes(a));
      if (own !== undefined) yield own.replaceAll(a, b);
    }
}

const toBold = (text: string) =>
  text.replaceAll(/[A-Za-z]/g, (letter) => {
    const isSmall = letter >= 'a';
    const at = letter.charCodeAt(0) - (isSmall ? 'a' : 'A').charCodeAt(0);
    return String.fromCodePoint((isSmall ? 0x1_d4_1a : 0x1_d4_00) + at);
  });

/** The same words as others write them, which the contract says are the same. */
function* sameWords(text: string): Generator<string> {
  const words = text.split(/\s+/).filter(Boolean);
  yield text.toUpperCase();
  yield fold(text);
  yield words.toReversed().join('  ');
  yield words.map((word) => word.slice(1) || word).join('\u3000');
  yield [...fold(text)].map((letter) => (/\s/.test(letter) ? letter : `${letter}\u0301`)).join('');
  yield toBold(text.toUpperCase());
}

/** The longest of some texts that leave room for marks: it is likely to have several words. */
const sampleOf = (texts: readonly string[]) =>
  texts
    .filter((text) => text.length <= MAX_QUERY_LENGTH / 2)
    .reduce((longest, text) => (text.length > longest.length ? text : longest), '');

async function expectEverywhere({ backend, snapshot }: CheckContext): Promise<void> {
  const { calendar } = snapshot;
  const kinds = [...new Set(calendar.items.map(({ kind }) => kind))];
  for (const kind of kinds) {
    const item = calendar.items.findLast((one) => one.kind === kind)!;
    const texts = textsOfItem(item, snapshot);
    for (const q of sameWords(sampleOf(texts))) {
      const { data, request } = await backend.get('/calendar', { q });
      if (q !== '' && !data.items.some(({ id }) => id === item.id))
        throw broken('calendar', request, `${item.id} has ${JSON.stringify(q)} and is not found`);
    }
  }
  const things = searchedThings(snapshot);
  for (const type of new Set(things.map((one) => one.type))) {
    const thing = things.findLast((one) => one.type === type)!;
    for (const q of sameWords(sampleOf(thing.texts))) {
      if (q === '' || !haveAllWords(thing.texts, q)) continue;
      const { data, request } = await backend.get('/search', { q, limit: 50 });
      const group = data.groups.find((one) => one.type === type);
      const isFound = group?.items.some(({ id }) => id === thing.id) ?? false;
      if (!isFound && (group?.total ?? 0) <= 50)
        throw new Broken('search', request, {
          detail: `${type} ${thing.id} has ${JSON.stringify(q)} and is not found`,
        });
    }
  }
}

export const LETTER_CHECKS: readonly Check[] = [
  {
    rule: 'rule 4',
    name: 'letters that are only alike are not the same, and a sign inside a word counts',
    needsWhole: true,
    run: async ({ backend, snapshot, same }) => {
      const { entries, sources } = snapshot;
      needSome(entries, 'entry');
      for (const q of new Set(otherWords(entries.flatMap(textsOfSentence)))) {
        const { data, request } = await backend.get('/entries', { q, limit: 1 });
        const what = `total for ${JSON.stringify(q)}`;
        same(request, what, data.total, withWords(entries, q).length);
      }
      const documents = sources.map(textsOfSource);
      for (const q of new Set(otherWords(documents.flat()))) {
        const { data, request } = await backend.get('/sources', { q, limit: 1 });
        const due = documents.filter((texts) => haveAllWords(texts, q)).length;
        expectSame('sources', request, `total for ${JSON.stringify(q)}`, data.total, due);
      }
    },
  },
  {
    rule: 'search',
    name: 'the calendar and a search find words whatever their case, their marks and their order',
    run: expectEverywhere,
  },
];
