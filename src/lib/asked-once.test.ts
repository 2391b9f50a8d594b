import { expect, it, vi } from 'vitest';

import { askedOnce } from './asked-once.ts';

it('keeps what came for everyone who asks, and a failure no longer than a moment', async () => {
  vi.useFakeTimers();
  let asked = 0;
  const get = askedOnce(async () => {
    asked += 1;
    if (asked === 1) throw new Error('lost on the way');
    return asked;
  });
  await expect(Promise.all([get(), get()])).rejects.toThrow('lost on the way');
  // A drawing that waits for it asks again as soon as it failed, and must not begin anew.
  await expect(get()).rejects.toThrow('lost on the way');
  await vi.advanceTimersByTimeAsync(1000);
  await expect(Promise.all([get(), get()])).resolves.toEqual([2, 2]);
  await expect(get()).resolves.toBe(2);
  vi.useRealTimers();
});
