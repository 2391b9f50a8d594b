import { expect, it } from 'vitest';

import { askedOnce } from './asked-once.ts';

it('keeps what came for everyone who asks, and never a failure', async () => {
  let asked = 0;
  const get = askedOnce(async () => {
    asked += 1;
    if (asked === 1) throw new Error('lost on the way');
    return asked;
  });
  await expect(Promise.all([get(), get()])).rejects.toThrow('lost on the way');
  await expect(Promise.all([get(), get()])).resolves.toEqual([2, 2]);
  await expect(get()).resolves.toBe(2);
});
