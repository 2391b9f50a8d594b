import { describe, expect, test } from 'vitest';

import { nativeName, shownName } from './native-name.ts';

const eleni = { en: 'Eleni Papadaki', el: 'Ελένη Παπαδάκη', zh: '埃莱妮·帕帕扎基' };

describe('a name in its own script', () => {
  test('stands beside the name in the interface language', () => {
    const shown = shownName(eleni, 'zh');
    expect(shown).toEqual({ text: '埃莱妮·帕帕扎基', lang: 'zh' });
    expect(nativeName(eleni, 'GR', shown)).toEqual({ text: 'Ελένη Παπαδάκη', lang: 'el' });
  });

  test('is not said twice where the interface already speaks it', () => {
    expect(nativeName(eleni, 'GR', shownName(eleni, 'el'))).toBeNull();
  });

  test('is found under a tag that names the script or the region too, in the usual script first', () => {
    const name = { en: 'Rivers', 'zh-Hant': '河川', 'zh-Hans': '江河' };
    expect(shownName(name, 'zh')).toEqual({ text: '江河', lang: 'zh-Hans' });
    expect(shownName({ en: 'Rivers', 'zh-TW': '河川' }, 'zh')).toMatchObject({ text: '河川' });
    expect(nativeName(name, 'CN', shownName(name, 'en'))).toMatchObject({ lang: 'zh-Hans' });
    expect(shownName({ en: 'Rivers', zhx: 'no Chinese', 'zh-!': '河' }, 'zh').text).toBe('河');
  });

  test('is absent where the record does not have it, and English stands in for the language', () => {
    const shown = shownName({ en: 'Ana' }, 'ru');
    expect(shown).toEqual({ text: 'Ana', lang: 'en' });
    expect(nativeName({ en: 'Ana' }, 'PT', shown)).toBeNull();
  });
});
