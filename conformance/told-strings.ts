/** What is told of a thing beside the text that is looked through, and of which it must not be found by that. */
import { MAX_QUERY_LENGTH } from '#src/api/params.ts';
import { fold, haveAllWords } from './oracle.ts';

/** Every text and number of a value, by its path; which place in a list it has does not matter. */
function* stringsIn(value: unknown, path = ''): Generator<[path: string, text: string]> {
  if (typeof value === 'string' || typeof value === 'number') yield [path, String(value)];
  if (typeof value !== 'object' || value === null) return;
  for (const [name, inner] of Object.entries(value))
    yield* stringsIn(inner, Array.isArray(value) ? path : `${path}.${name}`);
}

/** A thing, the texts in which words are looked for, and all else that is told of it. */
export type ToldThing = { id: string; texts: readonly string[]; told: object };
export type OtherText = { id: string; place: string; q: string };

/**
 * One question for each place in which something is told: what stands there of the first thing whose own texts do not
 * have it. `isSure` says of which it is sure that no further spelling has it.
 */
export function otherTexts(
  things: readonly ToldThing[],
  isSure: (q: string, place: string, texts: readonly string[]) => boolean,
): OtherText[] {
  const found = new Map<string, OtherText>();
  for (const { id, texts, told } of things)
    for (const [place, text] of stringsIn(told)) {
      const q = text.slice(0, MAX_QUERY_LENGTH).trim();
      if (q === '' || found.has(place) || haveAllWords(texts, q) || !isSure(q, place, texts))
        continue;
      found.set(place, { id, place: place.slice(1), q });
    }
  return [...new Map([...found.values()].map((one) => [one.q, one])).values()];
}

const lettersOf = (text: string) => fold(text).replaceAll(/[^\p{L}\p{N}]/gu, '');
/** Ids that may be how a name is spelled: those of people and places. */
const PROPER = /\b(place|person)\.id$|^\.own\.id$/;
const LEAST_LETTERS = 4;

/** Names and dates may have further spellings, so only what is none is sure: nothing short, no number, no name in other signs. */
export function isNoSpelling(q: string, place: string, texts: readonly string[]): boolean {
  if (/^\d+$/.test(q)) return false;
  // Letters that no syllable has: the code of a country.
  const isLong = q.length >= LEAST_LETTERS || /\p{Script=Han}{2}|^[B-DF-HJ-NP-TV-XZ]{2}$/u.test(q);
  if (!isLong || PROPER.test(place)) return false;
  return place.endsWith('.id') || !texts.some((text) => lettersOf(text).includes(lettersOf(q)));
}
