import { describe, expect, it } from 'vitest';

import { shownText, sourceTitle, withoutUnseen } from './shown-text.ts';

const told = { text: 'energy', lang: 'en', translations: { zh: '能源' } };

describe('a text of the record', () => {
  it('is shown in the reader’s language, and as it was written where it has no other', () => {
    expect(shownText(told, 'zh')).toEqual({ text: '能源', lang: 'zh', isTranslation: true });
    for (const language of ['en', 'ru'])
      expect(shownText(told, language)).toEqual({
        text: 'energy',
        lang: 'en',
        isTranslation: false,
      });
  });

  it('is no translation in its own language, whatever its tag says of script and region', () => {
    const written = { text: '能源', lang: 'zh-Hans', translations: { zh: '另' } };
    expect(shownText(written, 'zh').text).toBe('能源');
  });
});

describe('a document without a title', () => {
  it('is called what it is, in the language in which that was said', () => {
    const source = { title: '[A report]', language: 'zh' };
    expect(sourceTitle(source)).toEqual({ text: '[A report]', lang: 'zh' });
    const described = { ...source, standIn: { text: 'A report', isFromAddress: false } };
    expect(sourceTitle(described)).toEqual({ text: 'A report', lang: 'en' });
    const read = { ...source, standIn: { text: 'a report', isFromAddress: true } };
    expect(sourceTitle(read)).toEqual({ text: 'a report', lang: 'zh' });
  });
});

describe('a text that was typed or pasted', () => {
  it('has no sign that nobody sees', () => {
    for (const sign of [
      '\u00AD',
      '\u200B',
      '\u200C',
      '\u200D',
      '\u200E',
      '\u202E',
      '\u2060',
      '\uFEFF',
    ])
      for (const [before, after] of [
        ['ener', 'gy'],
        ['能', '源'],
        ['энер', 'гия'],
        ['', 'gas'],
        ['gas', ''],
      ] as const)
        expect(withoutUnseen(`${before}${sign}${after}`)).toBe(`${before}${after}`);
  });

  it('keeps what joins and parts the letters of other scripts', () => {
    expect(withoutUnseen('می\u200Cخواهم')).toBe('می\u200Cخواهم');
    expect(withoutUnseen('क्\u200Dष\u200B')).toBe('क्\u200Dष');
  });
});
