import { cdp } from 'vitest/browser';

/** Where the browser's own protocol has what stands here in the frame of a part. */
function inWindow(x: number, y: number) {
  const frame = window.frameElement?.getBoundingClientRect();
  return { x: x + (frame?.x ?? 0), y: y + (frame?.y ?? 0) };
}

const send = (type: string, at: { x: number; y: number }, more: object = {}) =>
  cdp().send('Input.dispatchMouseEvent', { type, ...inWindow(at.x, at.y), ...more } as never);

const LEFT = { button: 'left', clickCount: 1 };

/** The pointer, step by step: for what happens between pressing and letting go. */
export const pointer = {
  move: (x: number, y: number) => send('mouseMoved', { x, y }),
  /** Moves while the button is held. */
  drag: (x: number, y: number) => send('mouseMoved', { x, y }, { button: 'left', buttons: 1 }),
  press: (x: number, y: number) => send('mousePressed', { x, y }, LEFT),
  release: (x: number, y: number) => send('mouseReleased', { x, y }, LEFT),
  /** Turns the wheel, which zooms while Control is held. */
  wheel: (x: number, y: number, deltaY: number, isControlHeld = false) =>
    send('mouseWheel', { x, y }, { deltaX: 0, deltaY, modifiers: isControlHeld ? 2 : 0 }),
};

/** The middle of an element, as the pointer finds it. */
export function middleOf(element: Element): [x: number, y: number] {
  element.scrollIntoView({ block: 'center' });
  const { x, y, width, height } = element.getBoundingClientRect();
  return [x + width / 2, y + height / 2];
}
