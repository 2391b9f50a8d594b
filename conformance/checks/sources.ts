import { MAX_QUERY_LENGTH } from '#src/api/params.ts';
import { addDays, firstDay } from '#src/api/edtf.ts';
import type { SourceDetail, SourceSummary } from '#src/api/schemas/sources.ts';
import { type Check, needSome, sample } from '../check.ts';
import { compareText, fold, haveAllWords, idsOf, isDated } from '../oracle.ts';
import { broken } from '../outcome.ts';
import { textsOfSource } from '../thing-texts.ts';
import { type Snapshot, walk } from '../snapshot.ts';
import { dueLanguages } from './source-choices.ts';

/** Words from each of the texts that are looked through, alone and together, as they are and as others write them. */
function* wordsOf({ title, publisher, id }: SourceSummary) {
  const [ofTitle = title] = title.match(/\p{L}{4,}/u) ?? [];
  const [ofPublisher = publisher] = publisher.match(/\p{L}{4,}/u) ?? [];
  yield ofTitle.toUpperCase();
  yield fold(ofPublisher);
  yield [...fold(ofTitle)].join('\u0301');
  yield id;
  yield `${id} ${ofTitle}`;
  yield `${ofPublisher} ${ofTitle}`;
}

/** The dates by which things count, each with what they are: of a year all its events, of a body all its sessions. */
function datesOf({ meetings, exchangeYears, commissions, calendar }: Snapshot) {
  const ofEvents = (year: string) =>
    calendar.items.filter((item) => item.exchangeYear?.id === year).map(({ date }) => date);
  return {
    meetings: new Map(meetings.map(({ ordinal, date }) => [String(ordinal), [date]])),
    exchangeYears: new Map(
      exchangeYears.items.map(({ id, years }) => [id, [years, ...ofEvents(id)]]),
    ),
    commissions: new Map(
      commissions.items.map(({ id, founded, sessions }) => [
        id,
        [founded ?? [], sessions.map(({ date }) => date)].flat(),
      ]),
    ),
  };
}

/** Borders of everything dated, spread over the whole: days, years, and what lies just before a thing begins. */
function bordersIn(snapshot: Snapshot): string[] {
  const { meetings, exchangeYears, commissions } = datesOf(snapshot);
  const borders = [exchangeYears, commissions, meetings].flatMap((dates) => {
    const own = [...new Set([...dates.values()].flat().map((date) => firstDay(date)))];
    const sorted = own.toSorted(compareText);
    return [0, Math.floor(sorted.length / 2), sorted.length - 1].flatMap(
      (place) => sorted[place] ?? [],
    );
  });
  return [...new Set(borders.flatMap((day) => [day, day.slice(0, 7), addDays(day, -1)]))];
}

export const SOURCE_CHECKS: readonly Check[] = [
  {
    rule: 'sources',
    name: 'documents by meeting, language and words, with the languages that each would give',
    run: async ({ backend, snapshot, same }) => {
      needSome(snapshot.sources, 'document');
      const language = snapshot.sources[0]?.language ?? 'en';
      const ofLanguage = snapshot.sources.filter((source) => source.language === language);
      const listed = await backend.get('/sources', { language: [language], limit: 500 });
      same(listed.request, 'total', listed.data.total, ofLanguage.length);
      const count = listed.data.languages.find((one) => one.language === language)?.sources;
      same(listed.request, `documents in ${language}`, count, ofLanguage.length);
      const all = listed.data.languages.reduce((sum, { sources }) => sum + sources, 0);
      same(listed.request, 'documents in all languages', all, snapshot.sources.length);
      same(
        listed.request,
        'languages',
        listed.data.languages.map((one) => `${one.sources} ${one.language}`),
        dueLanguages(snapshot.sources),
      );
      for (const { ordinal, sources } of [
        ...snapshot.meetings.slice(0, 2),
        ...snapshot.meetings.slice(-4),
      ]) {
        const ofMeeting = await backend.get('/sources', { meeting: [ordinal], limit: 1 });
        same(ofMeeting.request, 'total', ofMeeting.data.total, sources);
      }
    },
  },
  {
    rule: 'sources',
    name: 'documents are found by the words of title, publisher and id together, and by nothing else',
    run: async ({ backend, snapshot, same }) => {
      const { sources } = snapshot;
      needSome(sources, 'document');
      const texts = sources.map(textsOfSource);
      const places = new Set([0, Math.floor(sources.length / 2), sources.length - 1]);
      const some = [...places].flatMap((place) => sources[place] ?? []);
      const accented = sources.find(
        ({ title }) => fold(title) !== title.normalize('NFKC').toLowerCase(),
      );
      const asked = [...some, ...(accented ? [accented] : [])].flatMap((one) => [...wordsOf(one)]);
      const addresses = some.map(({ url }) => url.slice(0, MAX_QUERY_LENGTH));
      for (const q of new Set(
        [...asked, ...addresses, 'https', 'qzxqzx'].filter((one) => one.length <= MAX_QUERY_LENGTH),
      )) {
        const due = sources.filter((_, at) => haveAllWords(texts[at]!, q));
        const { data, request } = await backend.get('/sources', { q, limit: 1 });
        same(request, 'total', data.total, due.length);
        const languages = data.languages.map((one) => `${one.sources} ${one.language}`);
        same(request, 'languages', languages, dueLanguages(due));
      }
    },
  },
  {
    rule: 'sources',
    name: 'documents as of a date count what is dated by then',
    needsWhole: true,
    run: async (context) => {
      const { backend, snapshot, same } = context;
      const middle = snapshot.meetings[Math.floor(snapshot.meetings.length / 2)]?.date ?? '2000';
      for (const to of [middle, middle.slice(0, 4)]) {
        const { data, request } = await backend.get('/sources', {
          to,
          sort: '-entries',
          limit: 500,
        });
        for (const source of data.items.slice(0, 40)) {
          const due = snapshot.entries.filter(
            (entry) =>
              entry.evidence?.some((piece) => piece.source.id === source.id) &&
              isDated(entry.meeting.date, { to }),
          );
          same(request, `entries of ${source.id}`, source.entries, due.length);
          if (source.entries + source.meetings + source.exchangeYears + source.commissions === 0)
            throw broken('sources', request, `${source.id}, on which nothing rests by then`);
        }
      }
    },
  },
  {
    rule: 'sources',
    name: 'as of a date, a document counts the meetings, exchange years and commissions dated by then',
    run: async (context) => {
      const { backend, snapshot, same } = context;
      const dates = datesOf(snapshot);
      const some = [
        ...sample(context, snapshot.sources),
        ...snapshot.sources.filter(({ commissions }) => commissions > 0).slice(0, 3),
        ...snapshot.sources.filter(({ exchangeYears }) => exchangeYears > 0).slice(0, 3),
      ];
      const details = new Map<string, SourceDetail>();
      for (const { id } of some)
        if (!details.has(id)) details.set(id, (await backend.get('/sources/{id}', {}, id)).data);
      for (const to of bordersIn(snapshot)) {
        const { items, request } = await walk(backend, '/sources', { to }, 500);
        const listed = new Map(items.map((item) => [item.id, item]));
        for (const { id, ...rests } of details.values()) {
          const by = (kind: keyof typeof dates, ids: readonly string[]) =>
            ids.filter((one) => dates[kind].get(one)?.some((date) => isDated(date, { to }))).length;
          const due = {
            meetings: by(
              'meetings',
              rests.meetings.map(({ ordinal }) => String(ordinal)),
            ),
            exchangeYears: by('exchangeYears', idsOf(rests.exchangeYears)),
            commissions: by('commissions', idsOf(rests.commissions)),
          };
          const got = listed.get(id) ?? { meetings: 0, exchangeYears: 0, commissions: 0 };
          for (const kind of ['meetings', 'exchangeYears', 'commissions'] as const)
            same(request, `${kind} of ${id}`, got[kind], due[kind]);
        }
      }
    },
  },
  {
    rule: 'sources',
    name: 'documents of several meetings, whatever their dates, without those on which nothing rests by then',
    run: async (context) => {
      const { backend, snapshot, same } = context;
      const { meetings } = snapshot;
      const [first, last] = [needSome(meetings, 'meeting'), meetings.at(-1)!];
      const of = async (ordinal: number) => {
        const { data } = await backend.get('/meetings/{ordinal}', {}, ordinal);
        return idsOf(data.sources);
      };
      const [early, late] = [await of(first.ordinal), await of(last.ordinal)];
      const expectListed = async (params: object, due: readonly string[]) => {
        const { items, request } = await walk(backend, '/sources', params, 500);
        const got = idsOf(items).toSorted(compareText);
        same(request, 'documents', got, [...new Set(due)].toSorted(compareText));
      };
      await expectListed({ meeting: [first.ordinal] }, early);
      await expectListed({ meeting: [last.ordinal] }, late);
      await expectListed({ meeting: [first.ordinal, last.ordinal] }, [...early, ...late]);
      await expectListed({ meeting: [last.ordinal, first.ordinal] }, [...early, ...late]);
      const to = first.date;
      const byThen = idsOf((await walk(backend, '/sources', { to }, 500)).items);
      const due = late.filter((id) => byThen.includes(id));
      await expectListed({ meeting: [last.ordinal], to }, due);
    },
  },
];
