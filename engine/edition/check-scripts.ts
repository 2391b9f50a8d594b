import type { RecordFault } from '#src/api/record-fault.ts';
import { faultAt, shown } from '../reading/faults.ts';
import type { Steps } from './check-shape.ts';
import type { Part } from './edition.ts';
import { BY_LANGUAGE, warn } from './warn.ts';

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

/** Texts whose letters are none of the language that they are said to be in: two columns of names that changed places. */
export function findOtherScripts(part: Part, value: unknown, steps: Steps = []): RecordFault[] {
  if (typeof value !== 'object' || value === null) return [];
  const told = (text: unknown, tag: unknown, at: Steps): RecordFault[] =>
    typeof text === 'string' && typeof tag === 'string' && isOfAnother(text, tag)
      ? [
          warn(part, at, {
            code: 'other-script',
            values: { value: shown(text), lang: tag },
          }),
        ]
      : [];
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
  Object.entries(texts).flatMap(([written, text]) =>
    isOfAnother(text, tag)
      ? [
          faultAt(file, [written], {
            code: 'other-script',
            values: { value: shown(text), lang: tag },
          }),
        ]
      : [],
  );
