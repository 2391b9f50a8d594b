/** Where the middle of a mark lies on the screen, in pixels from the left. */
export function middleOfMark(mark: Element): number {
  const { left, width } = mark.getBoundingClientRect();
  return left + width / 2;
}

/** The mark that lies closest to a place on the screen, in pixels from the left. */
export function nearestMark(marks: Iterable<SVGElement>, at: number): SVGElement | undefined {
  const away = (mark: Element) => Math.abs(middleOfMark(mark) - at);
  return [...marks].toSorted((a, b) => away(a) - away(b))[0];
}
