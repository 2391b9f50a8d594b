import type { WriteStream } from 'node:tty';

/** Says which step is under way, and, where that is known, how much of it is done. */
export type Progress = (step: string, done?: number, of?: number) => void;

export const noProgress: Progress = () => undefined;

const REDRAW_MS = 100;
const LINE_EVERY_MS = 60_000;

type Out = Pick<WriteStream, 'write'> & { isTTY?: boolean; columns?: number };

const toLine = (step: string, done?: number, of?: number) => {
  if (done === undefined) return `${step} …`;
  const count = done.toLocaleString('en');
  if (of === undefined || of === 0) return `${step} … ${count}`;
  return `${step} … ${count} of ${of.toLocaleString('en')} (${Math.floor((100 * done) / of)} %)`;
};

/**
 * How far a long command is, on standard error, so that what it puts out stays clean. On a terminal it is one line that
 * is drawn over; in a log it is a line a minute, and none for what takes less. `end` takes the line away.
 */
export function createProgress(
  out: Out = process.stderr,
  now: () => number = () => performance.now(),
): { progress: Progress; end: () => void } {
  const isTerminal = out.isTTY === true;
  let [last, shown] = [isTerminal ? Number.NEGATIVE_INFINITY : now(), ''];
  let lastStep = '';
  const clear = () => {
    if (shown !== '') out.write('\r\u001b[K');
    shown = '';
  };
  return {
    progress: (step, done, of) => {
      const isNewStep = isTerminal && step !== lastStep;
      if (!isNewStep && now() - last < (isTerminal ? REDRAW_MS : LINE_EVERY_MS)) return;
      [last, lastStep] = [now(), step];
      const line = toLine(step, done, of);
      if (!isTerminal) {
        out.write(`${line}\n`);
        return;
      }
      clear();
      shown = line.slice(0, Math.max(20, (out.columns || 80) - 1));
      out.write(shown);
    },
    end: clear,
  };
}
