import { useCallback, useMemo, useState } from 'react';
import { useLocation, useNavigate } from 'react-router';

import {
  clampWindow,
  formatWindow,
  levelWindow,
  parseWindow,
  type TimeWindow,
} from './time-window.ts';

/** The stretch of time that the address asks for: `all`, an EDTF interval, or nothing for the one that suits the width. */
const PARAMETER = 'zoom';

interface WindowState {
  window: TimeWindow;
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
  const value = new URLSearchParams(search).get(PARAMETER) ?? '';
  const settled = useMemo(
    () => (value === 'all' ? bounds : (parseWindow(value, bounds) ?? fallback)),
    [value, bounds, fallback],
  );
  const commit = useCallback(
    (next: TimeWindow) => {
      const window = clampWindow(next, bounds);
      const parameters = new URLSearchParams(globalThis.location.search);
      const isSame = (other: TimeWindow) => formatWindow(other) === formatWindow(window);
      if (isSame(fallback)) parameters.delete(PARAMETER);
      else parameters.set(PARAMETER, isSame(bounds) ? 'all' : formatWindow(window));
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
  return { window, preview, commit };
}

/** The whole where there is room for it, else the ten years around a day. */
export function suitingWindow(isWide: boolean, centre: number, bounds: TimeWindow): TimeWindow {
  return levelWindow(isWide ? 'all' : 'decade', centre, bounds);
}
