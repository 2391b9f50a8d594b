import { useEffect, useRef, type RefObject } from 'react';

import { panWindow, zoomWindow, type TimeWindow } from '../layout/time-window.ts';

interface Stage {
  /** The window last asked for, which the drawing may not have reached yet. */
  latest: () => TimeWindow;
  bounds: TimeWindow;
  preview: (window: TimeWindow) => void;
  commit: (window: TimeWindow) => void;
}

/** A pointer that moves less than this, in pixels, meant to press. */
const SLACK = 6;
/** How long a wheel has to rest until the address is written. */
const REST_MS = 250;
const WHEEL_STEP = 1.0025;
const KEY_FACTORS: Record<string, number> = { '+': 2, '=': 2, '-': 0.5, _: 0.5 };

function dayAt(clientX: number, element: Element, { from, to }: TimeWindow): number {
  const { left, width } = element.getBoundingClientRect();
  return from + ((clientX - left) / width) * (to - from);
}

function listenToWheel(element: HTMLElement, stage: () => Stage): () => void {
  let rest: ReturnType<typeof setTimeout> | undefined;
  const onWheel = (event: WheelEvent) => {
    const { latest, bounds, preview } = stage();
    const window = latest();
    const isZoom = event.ctrlKey || event.metaKey;
    const isSideways = Math.abs(event.deltaX) > Math.abs(event.deltaY);
    // A plain turn of the wheel scrolls the page, as everywhere.
    if (!isZoom && !isSideways) return;
    event.preventDefault();
    const next = isZoom
      ? zoomWindow(
          window,
          WHEEL_STEP ** -event.deltaY,
          dayAt(event.clientX, element, window),
          bounds,
        )
      : panWindow(window, event.deltaX / element.clientWidth, bounds);
    preview(next);
    clearTimeout(rest);
    rest = setTimeout(() => stage().commit(stage().latest()), REST_MS);
  };
  element.addEventListener('wheel', onWheel, { passive: false });
  return () => {
    clearTimeout(rest);
    element.removeEventListener('wheel', onWheel);
  };
}

function listenToKeys(element: HTMLElement, stage: () => Stage): () => void {
  const onKey = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const { latest, bounds, commit } = stage();
    const window = latest();
    const factor = KEY_FACTORS[event.key];
    const step = event.shiftKey ? { ArrowLeft: -0.25, ArrowRight: 0.25 }[event.key] : undefined;
    if (factor === undefined && step === undefined && event.key !== '0') return;
    event.preventDefault();
    if (event.key === '0') commit(bounds);
    else if (step !== undefined) commit(panWindow(window, step, bounds));
    else commit(zoomWindow(window, factor ?? 1, (window.from + window.to) / 2, bounds));
  };
  element.addEventListener('keydown', onKey);
  return () => element.removeEventListener('keydown', onKey);
}

function listenToPointers(element: HTMLElement, stage: () => Stage): () => void {
  const places = new Map<number, number>();
  let start: { window: TimeWindow; xs: number[] } | null = null;
  let hasMoved = false;
  const begin = () => {
    start = places.size === 0 ? null : { window: stage().latest(), xs: [...places.values()] };
  };
  const onDown = (event: PointerEvent) => {
    if (event.button !== 0) return;
    if (places.size === 0) hasMoved = false;
    places.set(event.pointerId, event.clientX);
    begin();
  };
  const onMove = (event: PointerEvent) => {
    if (!places.has(event.pointerId) || start === null) return;
    places.set(event.pointerId, event.clientX);
    const [x = 0, second] = places.values();
    const [startX = 0, startSecond] = start.xs;
    const { bounds, preview } = stage();
    if (!hasMoved && Math.abs(x - startX) < SLACK && places.size === 1) return;
    hasMoved = true;
    if (second === undefined || startSecond === undefined) {
      preview(panWindow(start.window, (startX - x) / element.clientWidth, bounds));
      return;
    }
    const factor = Math.abs(second - x) / Math.max(1, Math.abs(startSecond - startX));
    const centre = dayAt((startX + startSecond) / 2, element, start.window);
    preview(zoomWindow(start.window, Math.max(0.05, factor), centre, bounds));
  };
  const onEnd = (event: PointerEvent) => {
    if (!places.delete(event.pointerId)) return;
    if (places.size === 0 && hasMoved) stage().commit(stage().latest());
    begin();
  };
  // A mark under the finger at the end of a drag must not be taken for pressed.
  const onClick = (event: MouseEvent) => {
    if (!hasMoved) return;
    hasMoved = false;
    event.preventDefault();
    event.stopPropagation();
  };
  // The browser's own dragging of links would end ours.
  const onDragStart = (event: DragEvent) => event.preventDefault();
  const abort = new AbortController();
  const { signal } = abort;
  element.addEventListener('pointerdown', onDown, { signal });
  window.addEventListener('pointermove', onMove, { signal });
  window.addEventListener('pointerup', onEnd, { signal });
  window.addEventListener('pointercancel', onEnd, { signal });
  element.addEventListener('click', onClick, { capture: true, signal });
  element.addEventListener('dragstart', onDragStart, { signal });
  return () => abort.abort();
}

/**
 * Zooms by wheel with Ctrl, by pinching and by the plus and minus keys; moves by dragging, by a sideways wheel and by
 * Shift with the arrow keys; 0 shows everything.
 */
export function useZoomGestures(ref: RefObject<HTMLElement | null>, stage: Stage): void {
  const latest = useRef(stage);
  useEffect(() => {
    latest.current = stage;
  });
  useEffect(() => {
    const element = ref.current;
    if (element === null) return undefined;
    const current = () => latest.current;
    const stops = [
      listenToWheel(element, current),
      listenToKeys(element, current),
      listenToPointers(element, current),
    ];
    return () => stops.forEach((stop) => stop());
  }, [ref]);
}
