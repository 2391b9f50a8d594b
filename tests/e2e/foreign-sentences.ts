import { readdirSync, readFileSync } from 'node:fs';

import type { Page } from 'playwright-core';

import { languageName } from '#src/i18n/language-name.ts';

const FOLDER = 'mocks/data';

/** Every text in the record's files that has been put into a language, as it was written. */
function translatedTexts(language: string): string[] {
  const texts: string[] = [];
  const collect = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    for (const one of Object.values(value)) collect(one);
    const { text, label, translations, labelTranslations } = value as Record<string, unknown>;
    const has = (map: unknown) => typeof map === 'object' && map !== null && language in map;
    if (typeof text === 'string' && has(translations)) texts.push(text);
    if (typeof label === 'string' && has(labelTranslations)) texts.push(label);
  };
  for (const file of readdirSync(FOLDER))
    collect(JSON.parse(readFileSync(`${FOLDER}/${file}`, 'utf8')));
  return texts.map((text) => text.replaceAll(/\s+/g, ' '));
}

/** A title is as the record has it, also where the language that it is said to be in is not its own. */
const titles = new Set(
  (JSON.parse(readFileSync(`${FOLDER}/sources.json`, 'utf8')) as { title: string }[]).map(
    ({ title }) => title,
  ),
);
const texts = new Map<string, string[]>();

/**
 * What a page says in another language than the reader's without saying so: sentences of the record that were translated,
 * running words in another script, and texts in another language that do not name it beside them.
 */
export async function foreignSentences(page: Page, language: 'zh' | 'ru'): Promise<string[]> {
  const translated = texts.get(language) ?? translatedTexts(language);
  texts.set(language, translated);
  const said = (await page.getByRole('main').innerText()).replaceAll(/\s+/g, ' ');
  const left = translated.filter((text) => text.length > 12 && said.includes(text));
  const nodes = await page.getByRole('main').evaluate((main) => {
    const walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
    const found: { text: string; lang: string; around: string }[] = [];
    const isRunning = (text: string) =>
      /(\p{Script=Latin}[\p{Script=Latin}’'-]* ){3}/u.test(`${text} `) ||
      /(\p{Script=Cyrillic}[\p{Script=Cyrillic}’'-]* ){3}/u.test(`${text} `) ||
      /\p{Script=Han}{8}/u.test(text);
    while (walker.nextNode()) {
      const { data, parentElement: parent } = walker.currentNode as Text;
      // What bears a name is told by that name in every language.
      if (parent === null || !isRunning(data.trim()) || parent.closest('[translate=no]') !== null)
        continue;
      if (!parent.checkVisibility()) continue;
      found.push({
        text: data.trim(),
        lang: parent.closest('[lang]')?.getAttribute('lang') ?? '',
        around: parent.closest('li, tr, dd, p, header, figure')?.textContent ?? '',
      });
    }
    return found;
  });
  const own = { zh: /\p{Script=Han}/u, ru: /\p{Script=Cyrillic}/u }[language];
  const unsaid = nodes.filter(({ text, lang, around }) => {
    if (lang.split('-')[0] === language) return !own.test(text) && !titles.has(text);
    return !around.includes(languageName(lang, language));
  });
  return [...left, ...unsaid.map(({ text, lang }) => `${lang}: ${text}`)];
}
