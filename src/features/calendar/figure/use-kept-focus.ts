import { useLayoutEffect, useRef, type RefObject } from 'react';

import { middleOfMark, nearestMark } from './nearest-mark.ts';

/**
 * Keeps the keyboard in a drawing: where zooming takes the mark in focus out of view, the nearest mark that is left in
 * its lane has the focus, else the nearest of any, else the drawing itself.
 */
export function useKeptFocus(figure: RefObject<SVGSVGElement | null>): void {
  const held = useRef<{ mark: Element; lane: string; at: number } | null>(null);
  useLayoutEffect(() => {
    const drawing = figure.current;
    if (drawing === null) return;
    const { activeElement } = document;
    const lost = held.current;
    if (lost !== null && !lost.mark.isConnected && activeElement === document.body) {
      const inLane = drawing.querySelectorAll<SVGElement>(
        `[data-lane="${CSS.escape(lost.lane)}"] [data-mark]`,
      );
      const left = inLane.length > 0 ? inLane : drawing.querySelectorAll<SVGElement>('[data-mark]');
      const nearest = nearestMark(left, lost.at);
      (nearest ?? drawing).focus({ preventScroll: true });
    }
    const mark = document.activeElement?.closest('[data-mark]');
    const lane = mark?.closest('[data-lane]')?.getAttribute('data-lane');
    held.current =
      mark && lane && drawing.contains(mark) ? { mark, lane, at: middleOfMark(mark) } : null;
  });
}
