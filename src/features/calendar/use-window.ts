import { useCallback, useMemo, useState } from 'react';
import { useLocation, useNavigate } from 'react-router';

import { parseZoom, ZOOM_PARAMETER } from '#src/filters/calendar-address.ts';
import {
  clampWindow,
  formatWindow,
  levelWindow,
  parseWindow,
  type TimeWindow,
} from './time-window.ts';

interface WindowState {
  window: TimeWindow;
  /** The stretch that the address asks for where the axis does not reach as far; the window is the nearest one then. */
  unreached: string | null;
  /** Moves at once, without a step in the history: for the time in which a gesture lasts. */
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
  const value = parseZoom(new URLSearchParams(search));
  const { settled, unreached } = useMemo(() => {
    if (value === null) return { settled: fallback, unreached: null };
    if (value === 'all') return { settled: bounds, unreached: null };
    const asked = parseWindow(value, bounds);
    return { settled: asked ?? fallback, unreached: asked?.isBeyond === false ? null : value };
  }, [value, bounds, fallback]);
  const commit = useCallback(
    (next: TimeWindow) => {
      const window = clampWindow(next, bounds);
      const parameters = new URLSearchParams(globalThis.location.search);
      const isSame = (other: TimeWindow) => formatWindow(other) === formatWindow(window);
      if (isSame(fallback)) parameters.delete(ZOOM_PARAMETER);
      else parameters.set(ZOOM_PARAMETER, isSame(bounds) ? 'all' : formatWindow(window));
      setGesture(null);
      void navigate({ search: parameters.toString() }, { preventScrollReset: true });
    },
    [navigate, bounds, fallback],
  );
  const preview = useCallback(
    (next: TimeWindow) => setGesture({ search, window: clampWindow(next, bounds) }),
    [search, bounds],
  );
  // A gesture ends with the address: Back during one must win.
  const window = gesture?.search === search ? gesture.window : settled;
  return { window, unreached, preview, commit };
}

/** The whole where there is room for it, else the ten years around a day. */
export function suitingWindow(isWide: boolean, centre: number, bounds: TimeWindow): TimeWindow {
  return levelWindow(isWide ? 'all' : 'decade', centre, bounds);
}
