import { foldText } from './folded-text.ts';

/**
 * What else a place is called that no language of the record says: an older romanisation, the name in another script of
 * a place that only a sentence mentions. The first is the name that the record uses.
 */
const OTHER_NAMES: readonly (readonly [name: string, ...others: string[]])[] = [
  ['Beijing', 'Peking'],
  ['Chongqing', 'Chungking'],
  ['Jishishan', '积石山', '積石山', 'Цзишишань'],
  ['Khabarovsk', '伯力'],
  ['Vladivostok', '海参崴', '海參崴'],
];
const IS_LATIN = /\p{Script=Latin}/u;

/** The other names of what a text names. */
export function otherNames(text: string): string[] {
  return OTHER_NAMES.flatMap(([name, ...others]) => (text.includes(name) ? others : []));
}

/**
 * A sentence as it is searched: folded, with the names in other scripts of what it names. Only those: a piece of a Latin
 * name could be a word of another sentence, and would find this one without being in it.
 */
export function foldSentence(sentence: string): string {
  const others = otherNames(sentence).filter((name) => !IS_LATIN.test(name));
  return foldText([sentence, ...others].join('\n'));
}
