import {
  startTransition,
  useCallback,
  useEffect,
  useMemo,
  useOptimistic,
  useRef,
  useState,
} from 'react';
import { useLocation, useNavigate } from 'react-router';

import { parseZoom, ZOOM_PARAMETER } from '#src/address/calendar-address.ts';
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
  const { search } = useLocation();
  const navigate = useNavigate();
  const [gesture, setGesture] = useState<{ search: string; window: TimeWindow } | null>(null);
  const [committed, keep] = useOptimistic<TimeWindow | null>(null);
  const asked = useRef<TimeWindow | null>(null);
  // A gesture ends with the address: Back during one must win.
  if (gesture !== null && gesture.search !== search) setGesture(null);
  useEffect(() => {
    // Where the browser is further on, this is only a step on the way to what was asked for.
    if (globalThis.location.search === search) asked.current = null;
  }, [search]);
  const value = parseZoom(new URLSearchParams(search));
  const { settled, unreached } = useMemo(() => {
    if (value === null) return { settled: fallback, unreached: null };
    if (value === 'all') return { settled: bounds, unreached: null };
    const named = parseWindow(value, bounds);
    return { settled: named ?? fallback, unreached: named?.isBeyond === false ? null : value };
  }, [value, bounds, fallback]);
  const commit = useCallback(
    (next: TimeWindow) => {
      const window = clampWindow(next, bounds);
      const current = new URLSearchParams(globalThis.location.search);
      const parameters = new URLSearchParams(current);
      const isSame = (other: TimeWindow) => formatWindow(other) === formatWindow(window);
      if (isSame(fallback)) parameters.delete(ZOOM_PARAMETER);
      else parameters.set(ZOOM_PARAMETER, isSame(bounds) ? 'all' : formatWindow(window));
      const isThere = parameters.toString() === current.toString();
      asked.current = isThere ? null : window;
      setGesture(null);
      if (isThere) return;
      startTransition(async () => {
        // Until the page follows the address: it would fall back to the one before for some frames.
        keep(window);
        await navigate({ search: parameters.toString() }, { preventScrollReset: true });
        if (asked.current === window) asked.current = null;
      });
    },
    [keep, navigate, bounds, fallback],
  );
  const preview = useCallback(
    (next: TimeWindow) => {
      const window = clampWindow(next, bounds);
      asked.current = window;
      startTransition(() => setGesture({ search, window }));
    },
    [search, bounds],
  );
  const window = committed ?? gesture?.window ?? settled;
  const latest = useCallback(() => asked.current ?? window, [window]);
  return { window, unreached, latest, preview, commit };
}

/** The whole where there is room for it, else the ten years around a day. */
export function suitingWindow(isWide: boolean, centre: number, bounds: TimeWindow): TimeWindow {
  return levelWindow(isWide ? 'all' : 'decade', centre, bounds);
}
