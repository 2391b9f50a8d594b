import { parse, TYPE, type MessageFormatElement } from '@formatjs/icu-messageformat-parser';
import { describe, expect, it } from 'vitest';

import { filesBelow, importedFrom, isTest, textOf } from './tree.ts';
import { LONG_DATE_LOCALES } from '#engine/text/search-text.ts';
import { LANGUAGES as INTERFACE_LANGUAGES } from '#src/i18n/languages.ts';

const LANGUAGES = INTERFACE_LANGUAGES.map(({ tag }) => tag);
/** An area's file below its language's folder: the first view's words, or the late ones. */
const areas = filesBelow('src/i18n/messages/en').map((file) =>
  file.replace('src/i18n/messages/en/', ''),
);
const nameOf = (area: string) => area.replace(/^(late|files)\/|\.json$/g, '');
const read = (language: string, area: string) =>
  JSON.parse(textOf(`src/i18n/messages/${language}/${area}`)) as Record<string, string>;

/** The names of the values and elements that a message takes, wherever in it they stand. */
function namesIn(elements: MessageFormatElement[], counted = ''): string[] {
  const names = elements.flatMap((element): string[] => {
    switch (element.type) {
      case TYPE.literal:
        return [];
      case TYPE.pound:
        return [counted];
      case TYPE.plural:
        // Which words change with a number differs from language to language; what is shown does not.
        return Object.values(element.options).flatMap(({ value }) => namesIn(value, element.value));
      case TYPE.select:
        return [
          element.value,
          ...Object.values(element.options).flatMap(({ value }) => namesIn(value, counted)),
        ];
      case TYPE.tag:
        return [`<${element.value}>`, ...namesIn(element.children, counted)];
      default:
        return [element.value];
    }
  });
  return [...new Set(names)].toSorted((a, b) => (a < b ? -1 : 1));
}

describe.each(areas)('the messages of %s', (area) => {
  const english = read('en', area);

  it.each(LANGUAGES)('are complete in %s', (language) => {
    expect(Object.keys(read(language, area)).toSorted()).toEqual(Object.keys(english).toSorted());
    expect(Object.values(read(language, area)).filter((text) => text.trim() === '')).toEqual([]);
  });

  it.each(LANGUAGES)('take the same values in %s', (language) => {
    const taken = (messages: Record<string, string>) =>
      Object.fromEntries(
        Object.entries(messages).map(([key, text]) => [key, namesIn(parse(text))]),
      );
    expect(taken(read(language, area))).toEqual(taken(english));
  });

  it.each(LANGUAGES)('have all the plural forms that %s needs', (language) => {
    const needed = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
    const incomplete = Object.entries(read(language, area)).filter(([, text]) => {
      const check = (elements: MessageFormatElement[]): boolean =>
        elements.some(
          (element) =>
            element.type === TYPE.plural &&
            element.pluralType !== 'ordinal' &&
            !needed.every((form) => form in element.options),
        );
      return check(parse(text));
    });
    expect(incomplete).toEqual([]);
  });
});

describe.each(areas)('the Russian messages of %s', (area) => {
  it('let no line begin with a dash', () => {
    expect(Object.values(read('ru', area)).filter((text) => text.includes(' — '))).toEqual([]);
  });

  it('have no full stop behind a date, which ends with one', () => {
    const doubled = Object.values(read('ru', area)).filter((text) => /\{date\}\./.test(text));
    expect(doubled).toEqual([]);
  });
});

describe.each(areas)('the Chinese messages of %s', (area) => {
  it('have the signs of their own script', () => {
    const half = /\p{Script=Han}[,;:!?(]|[,;:!?)]\p{Script=Han}/u;
    const messages = Object.values(read('zh', area));
    // In `{count, plural, one {…}}` the signs are the form's own.
    expect(messages.filter((text) => half.test(text.replaceAll(/\{\w+, \w+,[^{]*/g, '')))).toEqual(
      [],
    );
  });
});

describe('a language of the interface', () => {
  it.each(LANGUAGES)('is known wherever languages are spelled out: %s', (language) => {
    // The page's language is set before any script of the app, and so by its own list.
    expect(textOf('public/first-paint.js')).toMatch(new RegExp(`[(|]${language}[|)]`));
    // What the page says while the app is not there yet, and where it cannot start.
    const page = textOf('index.html');
    expect(page.split(`lang="${language}"`).length).toBeGreaterThan(2);
    expect(LONG_DATE_LOCALES.some((locale) => locale.split('-')[0] === language)).toBe(true);
  });
});

describe('every message', () => {
  it('is used somewhere: delete what nobody says', () => {
    const code = filesBelow('src')
      .filter((file) => /\.tsx?$/.test(file) && !isTest(file))
      .map(textOf)
      .join('\n');
    const isSaid = (area: string, key: string) => {
      if (new RegExp(`\\b${area}\\.${key}\\b(?!-)`).test(code)) return true;
      // Keys such as `record.kind-agreement` are put together from a stem and a value; so are `about.yearsCount`.
      const built = [
        ...code.matchAll(new RegExp(`${area}\\.([\\w-]*)\\$\\{[^}]+\\}([\\w-]*)`, 'g')),
      ];
      return built.some(([, start = '', end = '']) => key.startsWith(start) && key.endsWith(end));
    };
    const unused = areas.flatMap((file) => {
      const area = nameOf(file);
      return Object.keys(read('en', file))
        .filter((key) => !isSaid(area, key))
        .map((key) => `${area}.${key}`);
    });
    expect(unused).toEqual([]);
  });

  it('is there when the first view says it: what comes late is said by late parts only', () => {
    const late = areas.filter((file) => file.includes('/'));
    const lateKeys = late.flatMap((file) =>
      Object.keys(read('en', file)).map((key) => `${nameOf(file)}.${key}`),
    );
    const first = importedFrom('src/main.tsx', 'src/app/start.tsx');
    expect(first.length).toBeGreaterThan(50);
    const saidTooEarly = first.flatMap((file) => {
      const said = [...textOf(file).matchAll(/['`](\w+\.[\w-]+)(\$\{)?/g)];
      return said.flatMap(([, key = '', isStem]) =>
        lateKeys.some((one) => (isStem ? one.startsWith(key) : one === key))
          ? [`${file}: ${key}`]
          : [],
      );
    });
    expect(saidTooEarly).toEqual([]);
  });
});
