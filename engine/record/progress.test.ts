import { expect, it } from 'vitest';

import { createProgress } from './progress.ts';

/** What is written where, by a clock that is set by hand. */
function listen(isTTY: boolean) {
  let [written, time] = ['', 0];
  const out = {
    isTTY,
    columns: 40,
    write: (text: string) => {
      written += text;
      return true;
    },
  };
  const { progress, end } = createProgress(out, () => time);
  return {
    progress,
    end,
    written: () => written,
    wait: (ms: number) => {
      time += ms;
    },
  };
}

it('is one line on a terminal, drawn over and taken away', () => {
  const { progress, end, written, wait } = listen(true);
  progress('Writing entries', 0, 1_000_000);
  progress('Writing entries', 1, 1_000_000);
  wait(500);
  progress('Writing entries', 250_000, 1_000_000);
  progress('Gathering statistics that have a long name');
  end();
  const lines = written().split('\r\u001b[K');
  expect(lines).toEqual([
    'Writing entries … 0 of 1,000,000 (0 %)',
    'Writing entries … 250,000 of 1,000,000 ',
    'Gathering statistics that have a long n',
    '',
  ]);
});

it('is a line a minute in a log, and none for what takes less', () => {
  const { progress, end, written, wait } = listen(false);
  progress('Reading');
  wait(59_000);
  progress('Writing', 1, 4);
  expect(written()).toBe('');
  wait(2000);
  progress('Writing', 2, 4);
  progress('Writing', 3, 4);
  end();
  expect(written()).toBe('Writing … 2 of 4 (50 %)\n');
});
