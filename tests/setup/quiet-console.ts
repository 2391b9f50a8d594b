/** A test fails on a console error or warning that it did not ask for: what nobody reads in a passing run goes unseen. */
import { afterEach } from 'vitest';

const said: string[] = [];

for (const method of ['error', 'warn'] as const) {
  console[method] = (...words: unknown[]) => {
    said.push(words.map((word) => (word instanceof Error ? word.stack : String(word))).join(' '));
  };
}

afterEach(() => {
  const unexpected = said.splice(0);
  if (unexpected.length > 0)
    throw new Error(
      `The console said what the test did not expect; mend its cause, or expect it with vi.spyOn:\n${unexpected.join('\n')}`,
    );
});
