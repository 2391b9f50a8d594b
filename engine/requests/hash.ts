/** FNV-1a over UTF-16 code units, twice with different seeds: short, and enough to tell cursors and answers apart. */
export function toHash(text: string): string {
  let [one, other] = [0x811c9dc5, 0x2f0b4a11];
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    one = Math.imul(one ^ unit, 0x01000193);
    other = Math.imul(other ^ unit, 0x01000193);
  }
  return `${(one >>> 0).toString(36)}${(other >>> 0).toString(36)}`;
}
