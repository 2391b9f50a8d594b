import { describe, expect, it } from 'vitest';

import { isSingleKey, turnSingleKeys } from './single-keys.ts';

const press = (key: string, code: string, held: Partial<KeyboardEvent> = {}) =>
  ({ key, code, ctrlKey: false, metaKey: false, altKey: false, target: null, ...held }) as never;

describe('a shortcut of one key', () => {
  it('is known by its letter on any Latin layout, and by its place on others', () => {
    expect(isSingleKey(press('c', 'KeyC'), 'copyCitation')).toBe(true);
    expect(isSingleKey(press('c', 'KeyI'), 'copyCitation'), 'Dvorak').toBe(true);
    expect(isSingleKey(press('j', 'KeyC'), 'copyCitation'), 'Dvorak').toBe(false);
    for (const [layout, letter] of Object.entries({
      russian: 'с',
      capital: 'С',
      greek: 'ψ',
      hebrew: 'ב',
      arabic: 'ؤ',
      korean: 'ㅊ',
    }))
      expect(isSingleKey(press(letter, 'KeyC'), 'copyCitation'), layout).toBe(true);
    expect(isSingleKey(press('.', 'Slash'), 'search'), 'Russian').toBe(false);
    expect(isSingleKey(press('/', 'Digit7'), 'search'), 'German').toBe(true);
  });

  it('is none with a modifier, and none once turned off', () => {
    expect(isSingleKey(press('c', 'KeyC', { ctrlKey: true }), 'copyCitation')).toBe(false);
    expect(isSingleKey(press('с', 'KeyC', { metaKey: true }), 'copyCitation')).toBe(false);
    turnSingleKeys(false);
    expect(isSingleKey(press('c', 'KeyC'), 'copyCitation')).toBe(false);
    turnSingleKeys(true);
    expect(isSingleKey(press('c', 'KeyC'), 'copyCitation')).toBe(true);
  });
});
