/** FNV-1a over UTF-16 code units, twice with different seeds: short, and enough to tell cursors and answers apart. */
export function toHash(text: string): string {
  const hash = (seed: number) => {
    let value = seed;
    for (let index = 0; index < text.length; index += 1)
      value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
    return (value >>> 0).toString(36);
  };
  return `${hash(0x811c9dc5)}${hash(0x2f0b4a11)}`;
}
