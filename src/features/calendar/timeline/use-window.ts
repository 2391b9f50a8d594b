import { startTransition, useCallback, useMemo, useRef, useState } from 'react';

import { useParameter } from '#src/address/use-address.ts';
import {
  clampWindow,
  formatWindow,
  levelWindow,
  parseWindow,
  type TimeWindow,
} from '../layout/time-window.ts';

interface WindowState {
  window: TimeWindow;
  /** The stretch that the address asks for where the axis does not reach as far; the window is the nearest one then. */
  unreached: string | null;
  /** The window last asked for, which the drawing may not have reached yet: what a gesture goes on from. */
  latest: () => TimeWindow;
  /**
   * Moves without a step in the history, for the time in which a gesture lasts. The drawing follows as fast as it can
   * without holding up the page.
   */
  preview: (window: TimeWindow) => void;
  /** Moves and writes the address, as a step that Back undoes. */
  commit: (window: TimeWindow) => void;
}

/**
 * The part of the time axis in view.
 * @param fallback the window where the address names none
 */
export function useWindow(bounds: TimeWindow, fallback: TimeWindow): WindowState {
  const [zoom, setZoom] = useParameter('zoom');
  const [gesture, setGesture] = useState<{ zoom: string | null; window: TimeWindow } | null>(null);
  /** What was asked for, over what the address held then; of no account once that changes. */
  const asked = useRef<{ zoom: string | null; window: TimeWindow } | null>(null);
  // A gesture ends with the address: Back during one must win.
  if (gesture !== null && gesture.zoom !== zoom) setGesture(null);
  const { settled, unreached } = useMemo(() => {
    if (zoom === null) return { settled: fallback, unreached: null };
    if (zoom === 'all') return { settled: bounds, unreached: null };
    const named = parseWindow(zoom, bounds);
    return { settled: named ?? fallback, unreached: named?.isBeyond === false ? null : zoom };
  }, [zoom, bounds, fallback]);
  const commit = useCallback(
    (next: TimeWindow) => {
      const window = clampWindow(next, bounds);
      const isSame = (other: TimeWindow) => formatWindow(other) === formatWindow(window);
      const text = isSame(bounds) ? 'all' : formatWindow(window);
      const written = isSame(fallback) ? null : text;
      asked.current = written === zoom ? null : { zoom, window };
      setGesture(null);
      setZoom(written);
    },
    [zoom, setZoom, bounds, fallback],
  );
  const preview = useCallback(
    (next: TimeWindow) => {
      const window = clampWindow(next, bounds);
      asked.current = { zoom, window };
      startTransition(() => setGesture({ zoom, window }));
    },
    [zoom, bounds],
  );
  const window = gesture?.window ?? settled;
  const latest = useCallback(
    () => (asked.current?.zoom === zoom ? asked.current.window : window),
    [zoom, window],
  );
  return { window, unreached, latest, preview, commit };
}

/** The whole where there is room for it, else the ten years around a day. */
export function suitingWindow(isWide: boolean, centre: number, bounds: TimeWindow): TimeWindow {
  return levelWindow(isWide ? 'all' : 'decade', centre, bounds);
}
