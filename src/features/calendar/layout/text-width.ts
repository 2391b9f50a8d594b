/** Gives the width in pixels of a text at a size; the font is that of the element it was made for. */
export type MeasureText = (text: string, size: number, weight?: number) => number;

/** Wide enough for every script, where there is nothing to measure with. */
const estimate: MeasureText = (text, size) =>
  [...text].reduce((sum, character) => sum + (character > '\u2E80' ? 1 : 0.62) * size, 0);

/** Measures with the browser's own text engine in the element's font; each text is measured once. */
export function createMeasure(element: Element): MeasureText {
  const context = document.createElement('canvas').getContext('2d');
  if (context === null) return estimate;
  const { fontFamily, letterSpacing, wordSpacing } = getComputedStyle(element);
  // What readers who need more space set for every text; 'normal' is no length, and changes nothing.
  context.letterSpacing = letterSpacing;
  context.wordSpacing = wordSpacing;
  const known = new Map<string, number>();
  return (text, size, weight = 400) => {
    const key = `${weight} ${size} ${text}`;
    const found = known.get(key);
    if (found !== undefined) return found;
    context.font = `${weight} ${size}px ${fontFamily}`;
    const { width } = context.measureText(text);
    known.set(key, width);
    return width;
  };
}

const ELLIPSIS = '…';

/** A text in the room it has, in pixels: one that is wider is cut between two characters and ends with an ellipsis. */
export function fitText(text: string, room: number, measure: (text: string) => number): string {
  if (measure(text) <= room) return text;
  const characters = Array.from(new Intl.Segmenter().segment(text), ({ segment }) => segment);
  const cut = (length: number) => `${characters.slice(0, length).join('').trimEnd()}${ELLIPSIS}`;
  let fitting = 0;
  let tooLong = characters.length;
  while (tooLong - fitting > 1) {
    const middle = Math.floor((fitting + tooLong) / 2);
    if (measure(cut(middle)) <= room) fitting = middle;
    else tooLong = middle;
  }
  return cut(fitting);
}
