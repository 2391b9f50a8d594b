import { expectSame } from '../backend-under-test.ts';
import { type Check, needSome } from '../check.ts';
import { hasAllWords, isDated } from '../oracle.ts';
import { Broken } from '../outcome.ts';

const sourceFilters: Check = {
  rule: 'sources',
  name: 'documents by meeting, language and words, with the languages that each would give',
  run: async ({ backend, snapshot }) => {
    needSome(snapshot.sources, 'document');
    const language = snapshot.sources[0]?.language ?? 'en';
    const ofLanguage = snapshot.sources.filter((source) => source.language === language);
    const listed = await backend.get('/sources', { language: [language], limit: 500 });
    expectSame('sources', listed.request, 'total', listed.data.total, ofLanguage.length);
    const count = listed.data.languages.find((one) => one.language === language)?.sources;
    expectSame('sources', listed.request, `documents in ${language}`, count, ofLanguage.length);
    const all = listed.data.languages.reduce((sum, { sources }) => sum + sources, 0);
    expectSame(
      'sources',
      listed.request,
      'documents in all languages',
      all,
      snapshot.sources.length,
    );
    for (const { ordinal, sources } of snapshot.meetings.slice(-4)) {
      const ofMeeting = await backend.get('/sources', { meeting: [ordinal], limit: 1 });
      expectSame('sources', ofMeeting.request, 'total', ofMeeting.data.total, sources);
    }
    const word = snapshot.sources[0]?.publisher.split(/\s+/)[0] ?? 'a';
    const due = snapshot.sources.filter(({ id, title, publisher }) =>
      hasAllWords(`${title}\n${publisher}\n${id}`, word),
    );
    const found = await backend.get('/sources', { q: word, limit: 1 });
    expectSame('sources', found.request, 'total', found.data.total, due.length);
  },
};

const sourcesAsOf: Check = {
  rule: 'sources',
  name: 'documents as of a date count what is dated by then',
  needsWhole: true,
  run: async (context) => {
    const { backend, snapshot } = context;
    const middle = snapshot.meetings[Math.floor(snapshot.meetings.length / 2)]?.date ?? '2000';
    for (const to of [middle, middle.slice(0, 4)]) {
      const { data, request } = await backend.get('/sources', { to, sort: '-entries', limit: 500 });
      for (const source of data.items.slice(0, 40)) {
        const due = snapshot.entries.filter(
          (entry) =>
            entry.evidence?.some((piece) => piece.source.id === source.id) &&
            isDated(entry.meeting.date, { to }),
        );
        expectSame('sources', request, `entries of ${source.id}`, source.entries, due.length);
        if (source.entries + source.meetings + source.exchangeYears + source.commissions === 0)
          throw new Broken('sources', request, {
            detail: `${source.id}, on which nothing rests by then`,
          });
      }
    }
  },
};

export const SOURCE_CHECKS: readonly Check[] = [sourceFilters, sourcesAsOf];
