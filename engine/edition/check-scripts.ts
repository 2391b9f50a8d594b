import type { RecordFault } from '#src/api/record-fault.ts';
import { faultAt, type Found, shown } from '../reading/faults.ts';
import { BY_LANGUAGE, type Steps } from './check-shape.ts';
import type { Part } from './edition.ts';
import { type Checked, warn } from './warn.ts';

const LATIN = /\p{Script=Latin}/u;
/** Languages by the one script that they are written in; those of several are left out. */
const WRITTEN: readonly (readonly [languages: string, script: RegExp])[] = [
  ['zh', /\p{Script=Han}/u],
  ['ja', /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u],
  ['ko', /\p{Script=Hangul}/u],
  ['ru uk be bg', /\p{Script=Cyrillic}/u],
  ['ar fa ur', /\p{Script=Arabic}/u],
  ['he', /\p{Script=Hebrew}/u],
  ['el', /\p{Script=Greek}/u],
  ['en fr de es it pt nl pl sv fi et', LATIN],
];

const SCRIPT_OF = new Map(
  WRITTEN.flatMap(([languages, script]) =>
    languages.split(' ').map((language) => [language, script] as const),
  ),
);

const countOf = (text: string, letter: RegExp) =>
  Array.from(text).filter((sign) => letter.test(sign)).length;

/** A name in Latin letters may be the same everywhere; as many letters are a sentence. */
const MOST_OF_A_NAME = 30;

/** True for a text none of whose letters is of the script of its language, though they are of another one that is told here. */
function isOfAnother(text: string, tag: string): boolean {
  const own = SCRIPT_OF.get(tag);
  if (own === undefined || own.test(text)) return false;
  const latin = countOf(text, LATIN);
  const others = WRITTEN.some(([, script]) => script !== LATIN && countOf(text, script) > 1);
  return others || latin > MOST_OF_A_NAME;
}

/** Words that sentences of a language can hardly do without, where its letters do not tell it. */
const SMALL_WORDS = new Map(
  Object.entries({
    en: 'the of and to with for was were at by from that',
    fr: 'la le les des du et une dans pour sur est aux avec que',
    de: 'der das und den dem ein eine mit für von zu im ist',
    es: 'la el los las del una por con para se',
    it: 'la il gli della delle di che per nel sono',
    pt: 'os das dos uma em com não pelo',
  }).map(([tag, words]) => [tag, new Set(words.split(' '))]),
);
/** Of fewer such words there may be as many in a name. */
const MOST_OF_OTHERS = 1;

/** The language that a text is in by its small words, where it has none of its own; null for any other. */
function languageOf(text: string, tag: string): string | null {
  const own = SMALL_WORDS.get(tag);
  if (own === undefined) return null;
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  if (words.some((word) => own.has(word))) return null;
  const [best] = Array.from(SMALL_WORDS, ([other, small]) => ({
    other,
    count: words.filter((word) => small.has(word)).length,
  })).toSorted((a, b) => b.count - a.count);
  return best !== undefined && best.count > MOST_OF_OTHERS ? best.other : null;
}

/** What is odd about a text that is said to be in a language; null if nothing is. */
function foundIn(text: string, tag: string): Found | null {
  if (isOfAnother(text, tag))
    return { code: 'other-script', values: { value: shown(text), lang: tag } };
  const other = languageOf(text, tag);
  if (other === null) return null;
  return { code: 'other-language', values: { value: shown(text), lang: tag, other } };
}

/** As many titles may be in the reader's words instead of the document's. */
const FEW = 0.03;

/** Titles in letters that the languages of their documents do not have, where these are too many to be meant. */
export function findOtherTitles({ sources }: Checked): RecordFault[] {
  const odd = sources.flatMap(({ title, language, standIn }, at) =>
    standIn == null && isOfAnother(title, language)
      ? [
          warn('sources', [at, 'title'], {
            code: 'title-script',
            values: { value: shown(title), lang: language },
          }),
        ]
      : [],
  );
  return odd.length > 1 && odd.length > sources.length * FEW ? odd : [];
}

/** Texts whose letters are none of the language that they are said to be in: two columns of names that changed places. */
export function findOtherScripts(part: Part, value: unknown, steps: Steps = []): RecordFault[] {
  if (typeof value !== 'object' || value === null) return [];
  const told = (text: unknown, tag: unknown, at: Steps): RecordFault[] => {
    const found = typeof text === 'string' && typeof tag === 'string' ? foundIn(text, tag) : null;
    return found === null ? [] : [warn(part, at, found)];
  };
  if (Array.isArray(value))
    return value.flatMap((one, at) => findOtherScripts(part, one, [...steps, at]));
  const { lang } = value as { lang?: unknown };
  return [
    ...['text', 'label', 'unit'].flatMap((key) =>
      told((value as Record<string, unknown>)[key], lang, [...steps, key]),
    ),
    ...Object.entries(value).flatMap(([key, one]: [string, unknown]) =>
      BY_LANGUAGE.test(key) && typeof one === 'object' && one !== null
        ? Object.entries(one).flatMap(([tag, name]) => told(name, tag, [...steps, key, tag]))
        : findOtherScripts(part, one, [...steps, key]),
    ),
  ];
}

/** The same of a file of translations into one language. */
export const findOtherTranslations = (
  file: string,
  tag: string,
  texts: Readonly<Record<string, string>>,
): RecordFault[] =>
  Object.entries(texts).flatMap(([written, text]) => {
    const found = foundIn(text, tag);
    return found === null ? [] : [faultAt(file, [written], found)];
  });
