/** A piece of a text and where in the text it starts. */
export interface TextPart {
  text: string;
  at: number;
}

/** Parts a text at the ids of sources in it: each id stands alone as a part, and the parts joined are the text. */
export function partBySources(text: string, ids: readonly string[]): TextPart[] {
  const known = new Set(ids);
  const parts: TextPart[] = [];
  let start = 0;
  for (const { 0: word, index } of text.matchAll(/[\p{L}\p{N}]+(?:[-_.][\p{L}\p{N}]+)*/gu)) {
    if (!known.has(word)) continue;
    if (index > start) parts.push({ text: text.slice(start, index), at: start });
    parts.push({ text: word, at: index });
    start = index + word.length;
  }
  if (start < text.length) parts.push({ text: text.slice(start), at: start });
  return parts;
}
