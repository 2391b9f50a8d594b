import { describe, expect, it } from 'vitest';

import { createTranslator } from '#src/i18n/translator.ts';
import { loadCatalogue } from '#src/i18n/load-catalogue.ts';
import { locatorSign, locatorWords, shortLocator } from './Locator.tsx';

describe('the place in a document', () => {
  it.each([
    ['paragraph 4', '¶ 4'],
    ['paragraphs 5 and 6', '¶ 5, 6'],
    ['paragraphs 1, 2 and 14', '¶ 1, 2, 14'],
    ['paragraphs 3-5', '¶ 3-5'],
    ['paragraph 7 (photo caption not counted)', '¶ 7'],
    ["transcript, Mishustin's paragraph 2", '¶ 2'],
    ['title and date line', 'title and date line'],
  ])('%s is %s in short', (locator, short) => {
    expect(shortLocator(locator)).toBe(short);
    expect(locatorSign(locator)).toBe(short.startsWith('¶') ? short : '§');
  });

  it('is in the interface’s words where these say the same, and in no other case', async () => {
    const words = async (language: 'en' | 'zh' | 'ru', locator: string) =>
      locatorWords(locator, createTranslator(language, await loadCatalogue(language)));
    expect(await words('zh', 'paragraph 4')).toBe('第4段');
    expect(await words('ru', 'paragraphs 5 and 6')).toBe('абзацы 5 и 6');
    expect(await words('ru', 'paragraphs 3-5')).toBe('абзацы 3-5');
    expect(await words('en', 'paragraphs 1, 2 and 4')).toBe('paragraphs 1, 2 and 4');
    expect(await words('zh', 'paragraph 4 (photo caption not counted)')).toBeNull();
  });
});
