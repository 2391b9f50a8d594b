import {
  defaultRangeExtractor,
  measureElement,
  useWindowVirtualizer,
  type VirtualItem,
  type Virtualizer,
} from '@tanstack/react-virtual';
import { useCallback, useEffect, useState, type RefObject } from 'react';

/**
 * So much room in pixels has a row that was not laid out yet: as much as rows have where the window is narrowest for their
 * columns or, without columns, for their text. With less, what is left out would lie over what follows it.
 */
const heightUnseen = () => (window.matchMedia('(min-width: 48rem)').matches ? 120 : 200);
/** Rows that are ready above and below the window, so that nothing is seen to arrive. */
const READY_ROWS = 12;
/** Rows stop below the table's sticky head. */
const HEAD_HEIGHT = 48;

/** The heights of rows that were drawn, by the walk that they belong to: on Back, the place in the list is found again. */
const drawnHeights = new WeakMap<object, VirtualItem[]>();

interface Options {
  ids: readonly string[];
  /** The walk's own data: what the heights are remembered by. */
  walk: object;
  /** True where every row is drawn, so that the browser's own search and printing find it. */
  isWhole: boolean;
  /** A row that stays drawn wherever the reader scrolls, so that it can keep the focus; -1 for none. */
  kept: number;
}

/** True while the browser leaves the rows out, as they are far from the window: to ask for their size would lay them out. */
const isLeftOut = (element: Element) => !element.checkVisibility({ contentVisibilityAuto: true });

/**
 * A row's height with that of the heading over it, if there is one. Of one that is left out, or not laid out yet, the last
 * one known, until the browser has laid it out and tells: to ask before would have it do so at once.
 */
function heightOf(
  row: HTMLTableRowElement,
  entry: ResizeObserverEntry | undefined,
  rows: Virtualizer<Window, HTMLTableRowElement>,
): number {
  if (entry === undefined || isLeftOut(row))
    return rows.measurementsCache[rows.indexFromElement(row)]?.size ?? heightUnseen();
  const over = row.previousElementSibling;
  const heading = over instanceof HTMLElement && 'heading' in over.dataset ? over.offsetHeight : 0;
  return heading + measureElement(row, entry, rows);
}

/** How far the top of the rows is from the top of the page, whatever comes and goes above them. */
function useTopOf(body: RefObject<HTMLElement | null>): number {
  const [top, setTop] = useState(0);
  useEffect(() => {
    const frame = body.current;
    if (frame === null) return undefined;
    const rows = frame.querySelector('tbody') ?? frame;
    const observer = new ResizeObserver(() => {
      // The frame is never left out itself; the head makes the difference, once it is drawn.
      const seen = isLeftOut(rows) ? frame : rows;
      setTop(Math.round(seen.getBoundingClientRect().top + window.scrollY));
    });
    observer.observe(document.body);
    observer.observe(rows);
    return () => observer.disconnect();
  }, [body]);
  return top;
}

/** Which rows of a long list are drawn: those near the window, and the one that has the focus. */
export function useRowWindow(
  body: RefObject<HTMLElement | null>,
  { ids, walk, isWhole, kept }: Options,
) {
  const virtualizer = useWindowVirtualizer<HTMLTableRowElement>({
    count: ids.length,
    estimateSize: heightUnseen,
    // Known before it is observed: the first rows are drawn with the table, and not all at once when it stands.
    initialRect: { width: window.innerWidth, height: window.innerHeight },
    measureElement: heightOf,
    overscan: READY_ROWS,
    scrollMargin: useTopOf(body),
    scrollPaddingStart: HEAD_HEIGHT,
    scrollPaddingEnd: HEAD_HEIGHT / 2,
    getItemKey: useCallback((index: number) => ids[index] ?? index, [ids]),
    rangeExtractor: (range) => {
      if (isWhole) return ids.map((_, index) => index);
      const near = defaultRangeExtractor(range);
      if (kept < 0 || kept >= range.count || near.includes(kept)) return near;
      return [...near, kept].toSorted((a, b) => a - b);
    },
    initialMeasurementsCache: drawnHeights.get(walk) ?? [],
  });
  // Of rows that are drawn unseen, the browser itself keeps the place as they get their height.
  virtualizer.shouldAdjustScrollPositionOnItemSizeChange = isWhole ? () => false : undefined;
  useEffect(
    () => () => void drawnHeights.set(walk, virtualizer.takeSnapshot()),
    [walk, virtualizer],
  );
  const first = virtualizer.range?.startIndex ?? 0;
  const last = virtualizer.range?.endIndex ?? 0;
  return {
    rows: virtualizer.getVirtualItems(),
    /** Above the first row, and the height of all rows together. */
    top: virtualizer.options.scrollMargin,
    height: virtualizer.getTotalSize(),
    first,
    last,
    measure: virtualizer.measureElement,
    scrollTo: virtualizer.scrollToIndex,
  };
}

/** True if the rows of this walk were on screen before, and the reader has come back to them. */
export function wasDrawn(walk: object): boolean {
  return drawnHeights.has(walk);
}
