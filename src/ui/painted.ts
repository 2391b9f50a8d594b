import { wait } from '#src/lib/wait.ts';

/** So long at most: a page that is not on screen paints no frames. */
const LONGEST_WAIT_MS = 100;

const frame = () =>
  new Promise<void>((resolve) => {
    requestAnimationFrame(() => resolve());
  });

/** Resolves after two frames: by then what was on its way to the screen is painted. Never later than a tenth of a second. */
export async function painted(): Promise<void> {
  const late = wait(LONGEST_WAIT_MS);
  // In the second frame, what the first one drew is on screen.
  const drawn = frame()
    .then(frame)
    .then(() => wait(0));
  await Promise.race([drawn, late]);
}
