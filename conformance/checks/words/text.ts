import { MAX_QUERY_LENGTH } from '#src/api/params.ts';
import { type Check, type CheckContext, needSome } from '../../check.ts';
import { expectSame } from '../../backend-under-test.ts';
import { fold, textsOfSentence, withWords } from '../../oracle.ts';

const MARK = '\u0301';
/** Marks of each sort: written over, beside and around a letter, and such as choose its form. */
const MARKS = ['\u064E', '\u0903', '\u20DD', '\uFE0F'];
/** Signs that searches of other sorts take for orders, and white space of other sorts. */
const JOINTS = ['-', '+', ',', '.', ';', ':', '/', '|', '&', '~', '^', '\u200B'];
const SPACES = [' ', '  ', '\t', '\u3000', '\n', '\r\n', '\u00A0', '\u2003', '\u2028'];

async function expectFound({ backend, snapshot }: CheckContext, what: string, q: string) {
  const { data, request } = await backend.get('/entries', { q, limit: 500 });
  const due = withWords(snapshot.entries, q);
  expectSame('rule 4', request, `total for ${what} ${JSON.stringify(q)}`, data.total, due.length);
}

const longestWord = (text: string) =>
  text.split(/\s+/).reduce((longest, word) => (word.length > longest.length ? word : longest), '');
const toFullWidth = (word: string) =>
  word.replaceAll(/[!-~]/g, (sign) => String.fromCodePoint(sign.charCodeAt(0) + 0xfe_e0));

const MOST_LETTERS = 40;

/** Words of a sentence as far as there is room, and last one that no sentence has. */
const nearlyAll = (text: string) => {
  const all = text.slice(0, MAX_QUERY_LENGTH - ' qzxqzx'.length);
  return `${all.replace(/[\uD800-\uDBFF]$/, '')} qzxqzx`;
};

export const TEXT_CHECKS: readonly Check[] = [
  /** The same word as other people write it: `cafe` finds "café", and "café" finds `cafe`. */
  {
    rule: 'rule 4',
    name: 'words are found whatever their case, their accents and their width',
    needsWhole: true,
    run: async (context) => {
      const { snapshot, random } = context;
      needSome(snapshot.entries, 'entry');
      const accented = snapshot.entries.filter(
        ({ text }) => fold(text) !== text.normalize('NFKC').toLowerCase(),
      );
      const texts = [random.pick(snapshot.entries), ...accented.slice(0, 3)].map(
        ({ text }) => text,
      );
      const [sample = ''] = texts.map((text) => fold(longestWord(text)).slice(0, 40));
      for (const mark of MARKS)
        await expectFound(context, 'the same with marks', [...sample].join(mark) + mark);
      for (const text of texts) {
        const words = text.split(/\s+/);
        const word =
          words.find((one) => fold(one) !== one.normalize('NFKC').toLowerCase()) ??
          longestWord(text);
        const plain = fold(word).slice(0, 40);
        await expectFound(context, 'the folded word', plain);
        await expectFound(context, 'the same in capitals', plain.toUpperCase());
        await expectFound(context, 'the same with accents', [...plain].join(MARK) + MARK);
        await expectFound(context, 'the same decomposed', word.slice(0, 40).normalize('NFD'));
        await expectFound(context, 'the same in full width', toFullWidth(plain));
        await expectFound(context, 'a part of it', plain.slice(1, -1) || plain);
      }
    },
  },
  /** One word for each letter that is folded to another, of whatever script: `чай` is found by `чаи`. */
  {
    rule: 'rule 4',
    name: 'every letter with a mark, and every compatibility form, is found by its plain letter',
    needsWhole: true,
    run: async (context) => {
      const wordOf = new Map<string, string>();
      for (const text of context.snapshot.entries.flatMap(textsOfSentence))
        for (const word of text.normalize('NFC').split(/\s+/))
          for (const letter of word)
            if (fold(letter) !== letter.toLowerCase()) wordOf.set(letter, word);
      needSome([...wordOf], 'letter that is folded');
      const words = new Set([...wordOf.values()].map((word) => fold(word).slice(0, 60)));
      for (const word of [...words].slice(0, MOST_LETTERS))
        if (word !== '') await expectFound(context, 'the folded word', word);
    },
  },
  /** A sentence is found in each of its languages, whichever the reader types. */
  {
    rule: 'rule 4',
    name: 'an entry is found by its sentence in every language',
    needsWhole: true,
    run: async (context) => {
      const { snapshot, random } = context;
      const translated = snapshot.entries.filter(({ translations }) => translations !== undefined);
      needSome(translated, 'translation');
      const tags = new Set(
        translated.flatMap(({ translations = {} }) => Object.keys(translations)),
      );
      for (const tag of tags) {
        const texts = translated.flatMap(({ translations }) => translations?.[tag] ?? []);
        const words = random.pick(texts).split(/\s+/).filter(Boolean);
        const q = Array.from(random.pick(words)).slice(0, 4).join('');
        await expectFound(context, `what is written in ${tag}`, q);
        const inTag = translated.filter(({ translations }) => translations?.[tag] !== undefined);
        // Several, as a word may be the same in both languages.
        for (const { text, translations } of inTag.slice(0, 4)) {
          const both = [longestWord(text), longestWord(translations?.[tag] ?? '')];
          const parts = both.map((word) => Array.from(word).slice(0, 30).join(''));
          await expectFound(context, `a word in its language and one in ${tag}`, parts.join(' '));
        }
      }
    },
  },
  {
    rule: 'rule 4',
    name: 'words stand in any order, between any white space, and all of them count',
    needsWhole: true,
    run: async (context) => {
      const { snapshot, random } = context;
      needSome(snapshot.entries, 'entry');
      const words = random.pick(snapshot.entries).text.split(/\s+/).filter(Boolean);
      const [first = '', last = ''] = [words[0], words.at(-1)];
      for (const space of SPACES)
        await expectFound(
          context,
          'two words',
          `${last}${space}${first}`.slice(0, MAX_QUERY_LENGTH),
        );
      await expectFound(context, 'a word and one that is nowhere', `${first} qzxqzx`);
      await expectFound(context, 'a part of a word and a word', `${first.slice(1)} ${last}`);
      await expectFound(context, 'the same word twice', `${first} ${first}`);
      const [long = ''] = snapshot.entries
        .map(({ text }) => text)
        .toSorted((a, b) => b.length - a.length);
      await expectFound(context, 'many words and one that is nowhere', nearlyAll(long));
      for (const sign of ['%', '_', '*', '.', '\\', '—', '😀'])
        await expectFound(context, 'a sign that is a sign', sign);
      const [plain = first, other = last] = words.filter((word) => /^\p{L}+$/u.test(word));
      for (const joint of JOINTS)
        await expectFound(context, 'words joined by a sign', `${other}${joint}${plain}`);
      for (const q of [`${plain},`, `${plain}.`, `(${plain}`])
        await expectFound(context, 'a word with a sign beside it', q);
      for (const q of [
        `"${plain} ${other}"`,
        `${plain}*`,
        `${plain} OR qzxqzx`,
        `qzxqzx -${plain}`,
      ])
        await expectFound(context, 'what others take for an order', q);
    },
  },
  {
    rule: 'rule 4',
    name: 'a text without words filters nothing',
    run: async ({ backend, snapshot, same }) => {
      for (const q of [' ', ' \t ', '\u3000']) {
        const blank = `total for ${JSON.stringify(q)}`;
        const entries = await backend.get('/entries', { q, limit: 1 });
        same(entries.request, blank, entries.data.total, snapshot.total);
        const { data, request } = await backend.get('/fields/summary', { q });
        same(request, blank, data.total.entries, snapshot.total);
        const sources = await backend.get('/sources', { q, limit: 1 });
        same(sources.request, blank, sources.data.total, snapshot.sources.length);
        const calendar = await backend.get('/calendar', { q });
        same(calendar.request, blank, calendar.data.total, snapshot.calendar.total);
      }
    },
  },
];
