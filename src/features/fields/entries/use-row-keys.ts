import { useEffect, useEffectEvent, useLayoutEffect, useRef, type RefObject } from 'react';

import { isSingleKey } from '#src/ui/single-keys.ts';

interface Options {
  /** How many rows there are, drawn or not. */
  count: number;
  /** The row that the reader has selected; -1 for none. */
  selected: number;
  /** How many rows a page of the window is. */
  page: number;
  /** -1 selects none. */
  onSelect: (row: number) => void;
  onScrollTo: (row: number) => void;
  onOpen: (row: number) => void;
  onCopy: (row: number) => void;
}

/** Where a key leads from a row; null for keys that lead nowhere. */
function rowAfter(key: string, row: number, { count, page }: Options): number | null {
  const steps: Record<string, number> = {
    ArrowDown: row + 1,
    ArrowUp: row - 1,
    PageDown: row + page,
    PageUp: row - page,
    Home: 0,
    End: count - 1,
  };
  const next = steps[key];
  return next === undefined ? null : Math.min(Math.max(next, 0), count - 1);
}

const rowOf = (target: EventTarget | null) =>
  target instanceof HTMLElement ? target.closest<HTMLElement>('[data-index]') : null;

/** Goes from row to row by key, the focus with it; links inside a row keep their own keys and presses. */
export function useRowKeys(body: RefObject<HTMLElement | null>, options: Options) {
  const { selected, onSelect, onScrollTo, onOpen, onCopy } = options;
  const isMoving = useRef(false);
  useLayoutEffect(() => {
    if (!isMoving.current || selected < 0) return;
    isMoving.current = false;
    onScrollTo(selected);
    body.current
      ?.querySelector<HTMLElement>(`[data-index="${selected}"]`)
      ?.focus({ preventScroll: true });
  });
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    const row = Number(rowOf(event.target)?.dataset['index']);
    const isOnRow = event.target === rowOf(event.target);
    if (!isOnRow || event.altKey || event.ctrlKey || event.metaKey) return;
    const next = rowAfter(event.key, row, options);
    if (next !== null) {
      isMoving.current = true;
      onSelect(next);
    } else if (event.key === 'Enter') onOpen(row);
    else if (isSingleKey(event, 'copyCitation')) onCopy(row);
    else if (event.key === 'Escape' && selected >= 0) onSelect(-1);
    else return;
    event.preventDefault();
  });
  const onClick = useEffectEvent((event: MouseEvent) => {
    const isOnLink = event.target instanceof Element && event.target.closest('a, button') !== null;
    const row = rowOf(event.target)?.dataset['index'];
    // Marking text to copy it is not choosing a row.
    const isMarking = window.getSelection()?.isCollapsed === false;
    if (row !== undefined && !isOnLink && !isMarking) onSelect(Number(row));
  });
  useEffect(() => {
    const rows = body.current;
    const press = (event: KeyboardEvent) => onKeyDown(event);
    const click = (event: MouseEvent) => onClick(event);
    rows?.addEventListener('keydown', press);
    rows?.addEventListener('click', click);
    return () => {
      rows?.removeEventListener('keydown', press);
      rows?.removeEventListener('click', click);
    };
  }, [body]);
}
