import { useState, type FocusEvent, type KeyboardEvent } from 'react';

const marksIn = (lane: Element | null | undefined) => [
  ...(lane?.querySelectorAll<SVGElement>('[data-mark]') ?? []),
];

function targetOf(key: string, mark: Element, figure: Element): SVGElement | undefined {
  const lane = mark.closest('[data-lane]');
  const marks = marksIn(lane);
  const index = marks.findIndex((one) => one === mark);
  const lanes = [...figure.querySelectorAll('[data-lane]')].filter(
    (one) => one === lane || marksIn(one).length > 0,
  );
  const otherLane = (step: number) =>
    nearestMark(marksIn(lanes[lanes.findIndex((one) => one === lane) + step]), middleOfMark(mark));
  switch (key) {
    case 'ArrowRight':
      return marks[index + 1];
    case 'ArrowLeft':
      return marks[index - 1];
    case 'Home':
      return marks[0];
    case 'End':
      return marks.at(-1);
    case 'ArrowDown':
      return otherLane(1);
    case 'ArrowUp':
      return otherLane(-1);
    default:
      return undefined;
  }
}

/**
 * Makes each lane of a drawing one stop of the Tab key: within it, and from lane to lane, the arrow keys move. Lanes
 * carry `data-lane`, marks `data-mark` with a name that is unique in the drawing.
 */
export function useLaneKeys() {
  const [current, setCurrent] = useState<ReadonlyMap<string, string>>(new Map());
  const nameOf = (element: Element) => ({
    lane: element.closest('[data-lane]')?.getAttribute('data-lane') ?? '',
    mark: element.getAttribute('data-mark'),
  });
  return {
    /** 0 for the mark that Tab goes to: the lane's last one in focus, else its first. */
    tabIndexOf: (lane: string, mark: string, marks: readonly string[]): 0 | -1 => {
      const kept = current.get(lane);
      const stop = kept !== undefined && marks.includes(kept) ? kept : marks[0];
      return stop === mark ? 0 : -1;
    },
    onFocus: (event: FocusEvent) => {
      const { lane, mark } = nameOf(event.currentTarget);
      if (mark !== null && current.get(lane) !== mark) {
        setCurrent((known) => new Map(known).set(lane, mark));
      }
    },
    onKeyDown: (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
      const mark = event.currentTarget;
      const figure = mark.closest('svg');
      const target = figure && targetOf(event.key, mark, figure);
      if (!target) return;
      event.preventDefault();
      target.focus();
    },
  };
}
export type LaneKeys = ReturnType<typeof useLaneKeys>;

/** Where the middle of a mark lies on the screen, in pixels from the left. */
export function middleOfMark(mark: Element): number {
  const { left, width } = mark.getBoundingClientRect();
  return left + width / 2;
}

/** The mark that lies closest to a place on the screen, in pixels from the left. */
export function nearestMark(marks: Iterable<SVGElement>, at: number): SVGElement | undefined {
  const away = (mark: Element) => Math.abs(middleOfMark(mark) - at);
  return [...marks].toSorted((a, b) => away(a) - away(b))[0];
}
