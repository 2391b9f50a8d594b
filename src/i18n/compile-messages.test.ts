import { describe, expect, it } from 'vitest';

import { compileMessages } from './compile-messages.ts';
import type { Catalogue, CompiledMessage } from './messages.ts';
import { createTranslator } from './translator.ts';

const compile = (messages: Record<string, string>) =>
  JSON.parse(compileMessages(JSON.stringify(messages))) as Record<string, CompiledMessage>;

/** A translator with these messages in one of its areas. */
const translatorOf = (messages: Record<string, string>) =>
  createTranslator('en', { overview: compile(messages) } as Partial<Catalogue> as Catalogue);

describe('a compiled message', () => {
  it('is its own text where nothing is filled in, with the quotes of ICU taken off', () => {
    const messages = { title: "It''s '{'here'}'" };
    expect(compile(messages)).toEqual({ title: "It's {here}" });
    expect(translatorOf(messages).t('overview.title')).toBe("It's {here}");
  });

  it('says what the text says, plurals and all', () => {
    const { t } = translatorOf({
      title: '{n, plural, one {# meeting} other {# meetings}} of {who}',
    });
    expect(t('overview.title', { n: 1, who: 'all' })).toBe('1 meeting of all');
    expect(t('overview.title', { n: 2000, who: 'all' })).toBe('2,000 meetings of all');
  });

  it('is named when it cannot be read', () => {
    expect(() => compile({ good: 'yes', bad: '{n, plural, one {#}' })).toThrow(
      'Message bad is not valid ICU',
    );
  });
});
