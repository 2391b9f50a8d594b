import { describe, expect, it } from 'vitest';

import { createAnswerCache } from '#server/http/backend-handler.ts';

/** Answers a question with itself, and counts how often each had to be worked out. */
function counting(mostCharacters: number) {
  const cached = createAnswerCache(mostCharacters);
  const worked: string[] = [];
  const ask = (question: string) =>
    cached(question, () => {
      worked.push(question);
      return question;
    });
  return { ask, worked, cached };
}

describe('kept answers', () => {
  it('are worked out once, also for all who ask at the same time', async () => {
    const { ask, worked } = counting(100);
    expect(await Promise.all([ask('a'), ask('a'), ask('b')])).toEqual(['a', 'a', 'b']);
    expect(await ask('a')).toBe('a');
    expect(worked).toEqual(['a', 'b']);
  });

  it('give way where they are too long together, the one least asked for first', async () => {
    const { ask, worked } = counting(10);
    for (const question of ['aaaa', 'bbbb', 'aaaa', 'cccc', 'aaaa', 'bbbb']) await ask(question);
    expect(worked).toEqual(['aaaa', 'bbbb', 'cccc', 'bbbb']);
  });

  it('are never failures', async () => {
    const { ask, cached } = counting(100);
    await expect(cached('a', () => Promise.reject(new Error('away')))).rejects.toThrow('away');
    expect(await ask('a')).toBe('a');
  });

  it('are none where there is no room', async () => {
    const { ask, worked } = counting(0);
    for (let times = 0; times < 3; times += 1) await ask('a');
    expect(worked).toHaveLength(3);
  });
});
