import { folder as built, names } from 'virtual:first-answers';

import { configAddress, loadConfig } from './api/config.ts';
import { fetchFirstAnswers, type FirstFolder } from './api/first-answers.ts';
import { askForPage } from './app/pages.ts';
import type { OpenRecord } from './api/opened-record.ts';
import { readShared } from './address/shared-parameters.ts';
import { preferredLanguage } from './i18n/languages.ts';
import { loadCatalogue } from './i18n/load-catalogue.ts';
import { loadLateCatalogue } from './i18n/load-late-catalogue.ts';
import { watchLostParts } from './ui/waiting/lost-part.ts';

/** Of the demonstration's record, as the build has answered; none while developing. */
const BUILT: FirstFolder = { folder: `${import.meta.env.BASE_URL}${built}`, views: names };

const openRecord: OpenRecord = async (files) =>
  (await import('#engine/files/record-in-worker.ts')).openRecord(files);

/** Asks at once for all that the first view waits for: the configuration, the words, the app, and what answers in the page if need be. */
async function main(root: HTMLElement) {
  const { search } = window.location;
  const language = readShared('lang', search) ?? preferredLanguage(navigator.languages);
  document.documentElement.lang = language;
  watchLostParts();
  const config = loadConfig(configAddress());
  const inPage = config.then(async (backend) => {
    const baseUrl = new URL(`${import.meta.env.BASE_URL}api/v1`, window.location.origin).href;
    const file = readShared('file', search);
    if (file !== null) {
      const { openKept } = await import('#engine/files/record-in-worker.ts');
      const kept = await openKept(file, baseUrl);
      if (kept !== null) return { mode: 'opened' as const, baseUrl, ...kept };
    }
    if (backend.mode === 'remote') return null;
    // Where the app's own worker answers, the record is at hand already.
    const isKept = 'serviceWorker' in navigator && navigator.serviceWorker.controller !== null;
    const ask = async (folder: FirstFolder | undefined) =>
      folder && !isKept ? fetchFirstAnswers(window.location.pathname, folder) : null;
    if (backend.mode === 'files') {
      const asked = ask(backend.firstAnswers);
      const { openFiles, openFilesBehind } = await import('#engine/files/record-in-worker.ts');
      const { url } = backend;
      const first = await asked;
      const opened =
        first === null ? await openFiles(url, baseUrl) : openFilesBehind(first, url, baseUrl);
      return { mode: 'files' as const, name: url, baseUrl, ...opened };
    }
    const { transport } = backend;
    const scenario = readShared('demo', search);
    const first = ask(transport === 'page' && scenario === null ? BUILT : undefined);
    const { startMock } = await import('#mocks/start.ts');
    return startMock({ baseUrl, scenario, transport, first });
  });
  // Whoever waits for it reports the failure; until then it is not an unhandled one.
  inPage.catch(() => undefined);
  const words = loadCatalogue(language);
  words.catch(() => undefined);
  if (window.location.pathname !== import.meta.env.BASE_URL)
    loadLateCatalogue(language).catch(() => undefined);
  askForPage(window.location.pathname);
  const app = import('./app/start.tsx');
  // A page's first date costs a tenth of a second on a slow phone. When all is asked for, there is nothing to do but wait.
  const formatOnce = () =>
    setTimeout(() => {
      new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format();
    });
  config.then(formatOnce, () => undefined);
  const { start } = await app;
  await start(root, { config, inPage, language, words, openRecord });
}

const root = document.getElementById('root');
const failure = document.getElementById('start-failure');

if (root && failure) {
  main(root).catch((error: unknown) => {
    // Nothing of the app could be had, not even its words: the page itself has some.
    root.hidden = true;
    const isOld = error instanceof SyntaxError || 'old' in document.documentElement.dataset;
    for (const words of failure.children)
      words.toggleAttribute(
        'hidden',
        words.getAttribute('data-why') !== (isOld ? 'old' : 'failed'),
      );
    failure.hidden = false;
    console.error(error);
  });
}
