/** The sizes of the drawing in pixels; all of them grow with the reader's text size. */
export interface FigureMetrics {
  /** Axis, band and line labels. */
  text: number;
  /** The number in a mark: the smallest text there is. */
  markText: number;
  /** One line of text with its space. */
  line: number;
  /** A meeting's mark, and the distance from one row of them to the next. */
  mark: number;
  markRow: number;
  /** The width and height that an event's mark has to itself. */
  point: number;
  bar: number;
  bandRow: number;
  /** Between lanes. */
  space: number;
}

/**
 * @param scale the reader's text size as a multiple of 16 pixels
 * @param isCoarse true where a thumb is the pointer, so that marks need room around them
 */
export function figureMetrics(scale: number, isCoarse: boolean): FigureMetrics {
  return {
    text: 12 * scale,
    markText: 11 * scale,
    line: 17 * scale,
    mark: 22 * scale,
    markRow: (isCoarse ? 34 : 25) * scale,
    point: (isCoarse ? 32 : 24) * scale,
    bar: 14 * scale,
    bandRow: (isCoarse ? 44 : 36) * scale,
    space: 8 * scale,
  };
}
