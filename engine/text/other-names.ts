import type { Mechanism } from '#src/api/schemas/common.ts';
import { foldText } from './folded-text.ts';

/**
 * What else things are called that the record writes in one way: an older romanisation, the name in another script of a
 * place that only a sentence mentions.
 */
export type OtherNames = NonNullable<Mechanism['otherNames']>;

const IS_LATIN = /\p{Script=Latin}/u;

/** The other names of what a text names. */
export function otherNames(text: string, listed: OtherNames): string[] {
  return listed.flatMap(({ written, other }) => (text.includes(written) ? [other] : []));
}

/**
 * A sentence as it is searched: folded, with the names in other scripts of what it names. Only those: a piece of a Latin
 * name could be a word of another sentence, and would find this one without being in it.
 */
export function foldSentence(sentence: string, listed: OtherNames): string {
  const others = otherNames(sentence, listed).filter((name) => !IS_LATIN.test(name));
  return foldText([sentence, ...others].join('\n'));
}
