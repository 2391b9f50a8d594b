/** Gives the width in pixels of a text at a size; the font is that of the element it was made for. */
export type MeasureText = (text: string, size: number, weight?: number) => number;

/** Wide enough for every script, where there is nothing to measure with. */
const estimate: MeasureText = (text, size) =>
  [...text].reduce((sum, character) => sum + (character > '\u2E80' ? 1 : 0.62) * size, 0);

/** Measures with the browser's own text engine in the element's font; each text is measured once. */
export function createMeasure(element: Element): MeasureText {
  const context = document.createElement('canvas').getContext('2d');
  if (context === null) return estimate;
  const { fontFamily } = getComputedStyle(element);
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
