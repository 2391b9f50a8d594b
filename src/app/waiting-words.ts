import type { Translator } from '#src/i18n/translator.ts';

/** What takes less than this, the opening words stand for alone. */
const LATE_MS = 4000;

/** Says on the opening page, after a few seconds, what the app is waiting for; the first drawing takes its place. */
export function createWaitingWords(container: Element, { language }: Pick<Translator, 'language'>) {
  let said = '';
  const line = document.createElement('p');
  line.className = 'start-waiting';
  line.setAttribute('role', 'status');
  line.lang = language;
  container.querySelector('.start-name')?.after(line);
  setTimeout(() => (line.textContent = said), LATE_MS);
  return {
    for: (words: string) => {
      said = words;
      if (line.textContent !== '') line.textContent = words;
    },
  };
}
