import { useLayoutEffect, useRef, useState, type RefObject } from 'react';

import { useMedia } from '#src/ui/use-media.ts';
import { createMeasure, type MeasureText } from './text-width.ts';

/** Below this width, in pixels at the usual text size, the drawing shows a decade instead of everything. */
export const WIDE = 560;

/** What a drawing has to know of its place on the page; it changes with the page's width and the reader's text size. */
export interface FigureSize {
  width: number;
  /** The text size as a multiple of 16 pixels. */
  scale: number;
  isCoarse: boolean;
  measure: MeasureText;
}

/**
 * Follows the size of an element and of the text in it. `probe` is an element one `rem` wide: the only way to hear of
 * a change of the text size.
 * @param isRoomKept true where the drawing's height stands before its size is known: the first size then comes with the
 * frame's own layout, in place of having the page laid out at once, within the task that drew what is around it
 */
export function useFigureSize(isRoomKept = false): {
  ref: RefObject<HTMLDivElement | null>;
  probe: RefObject<HTMLSpanElement | null>;
  size: FigureSize | null;
} {
  const ref = useRef<HTMLDivElement>(null);
  const probe = useRef<HTMLSpanElement>(null);
  const isCoarse = useMedia('(pointer: coarse)');
  const [size, setSize] = useState<FigureSize | null>(null);
  useLayoutEffect(() => {
    const element = ref.current;
    const rem = probe.current;
    if (element === null || rem === null) return undefined;
    const update = () => {
      const next = {
        width: element.clientWidth,
        scale: (rem.offsetWidth || 16) / 16,
        isCoarse,
      };
      setSize((known) =>
        known?.width === next.width &&
        known.scale === next.scale &&
        known.isCoarse === next.isCoarse
          ? known
          : { ...next, measure: known?.measure ?? createMeasure(element) },
      );
    };
    if (!isRoomKept) update();
    const observer = new ResizeObserver(update);
    observer.observe(element);
    observer.observe(rem);
    return () => observer.disconnect();
  }, [isCoarse, isRoomKept]);
  return { ref, probe, size };
}
