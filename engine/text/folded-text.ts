/** Nothing but case to fold; told apart, since most texts are so. */
const PLAIN = /^[ -~]*$/;

/** Case and diacritics taken off, compatibility forms made one: "Communiqué" and "COMMUNIQUE" fold to the same. */
export function foldText(text: string): string {
  if (PLAIN.test(text)) return text.toLowerCase();
  return text.normalize('NFKD').toLowerCase().replaceAll(/\p{M}/gu, '');
}

export function toWords(query: string): string[] {
  return foldText(query).split(/\s+/).filter(Boolean);
}

/** True if every word occurs somewhere in the text, which must be folded already. */
export function hasWords(folded: string, words: readonly string[]): boolean {
  return words.every((word) => folded.includes(word));
}
