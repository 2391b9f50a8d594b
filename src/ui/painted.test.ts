import { afterEach, expect, test, vi } from 'vitest';

import { painted } from './painted.ts';

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test('what waits for the screen goes on where nothing is painted', async () => {
  vi.useFakeTimers();
  vi.stubGlobal('requestAnimationFrame', () => 0);
  let isDone = false;
  const waiting = painted().then(() => (isDone = true));
  await vi.advanceTimersByTimeAsync(99);
  expect(isDone).toBe(false);
  await vi.advanceTimersByTimeAsync(1);
  await waiting;
  expect(isDone).toBe(true);
});

test('it waits for the frame after the next', async () => {
  vi.useFakeTimers();
  const frames: (() => void)[] = [];
  vi.stubGlobal('requestAnimationFrame', (draw: () => void) => frames.push(draw));
  let isDone = false;
  const waiting = painted().then(() => (isDone = true));
  frames[0]?.();
  await vi.advanceTimersByTimeAsync(1);
  expect(isDone).toBe(false);
  frames[1]?.();
  await vi.advanceTimersByTimeAsync(1);
  await waiting;
  expect(isDone).toBe(true);
});
