import { MAX_QUERY_LENGTH } from '#src/api/params.ts';
import type { CalendarItem } from '#src/api/schemas/calendar.ts';
import type { ExchangeYearEvent } from '#src/api/schemas/exchange-years.ts';
import { expectSame } from '../backend-under-test.ts';
import { type Check, type CheckContext, needSome, sample } from '../check.ts';
import { compareText, haveAllWords, idsOf, matchEntries } from '../oracle.ts';
import { broken } from '../outcome.ts';
import { textsOfItem } from '../thing-texts.ts';

const READ = 'what was read of the backend';

type Dated = Pick<CalendarItem, 'date' | 'until' | 'place' | 'source'>;
const inWords = (...parts: readonly unknown[]) => JSON.stringify(parts);
const daysAndPlace = ({ date, until, place, source }: Dated) => [
  date,
  until ?? null,
  place?.id ?? null,
  source?.id ?? null,
];
const sorted = (texts: readonly string[]) => texts.toSorted(compareText);

/** Some of each kind, from its beginning, its middle and its end. */
function someOfEach(items: readonly CalendarItem[]): CalendarItem[] {
  return [...new Set(items.map(({ kind }) => kind))].flatMap((kind) => {
    const own = items.filter((item) => item.kind === kind);
    const places = new Set([0, Math.floor(own.length / 2), own.length - 1]);
    return [...places].flatMap((place) => own[place] ?? []);
  });
}

/** Asks for each text and holds what is found against what has to be, and against what has nothing of it. */
async function expectFound({ backend, snapshot }: CheckContext, queries: Iterable<string>) {
  const { items } = snapshot.calendar;
  const texts = new Map(items.map((item) => [item.id, textsOfItem(item, snapshot)]));
  for (const q of queries) {
    const { data, request } = await backend.get('/calendar', { q });
    const found = new Set(idsOf(data.items));
    const missing = items.find(({ id }) => !found.has(id) && haveAllWords(texts.get(id) ?? [], q));
    if (missing !== undefined)
      throw broken('calendar', request, `${missing.id} has ${JSON.stringify(q)} and is not found`);
    expectSame('calendar', request, 'total', data.total, data.items.length);
  }
}

export const CALENDAR_ITEM_CHECKS: readonly Check[] = [
  {
    rule: 'calendar',
    name: 'a meeting stands in the calendar as it does by itself, with the fields of its entries',
    needsWhole: true,
    run: ({ snapshot, same }) => {
      const { meetings, calendar, entries, taxonomy } = snapshot;
      for (const { kind, meeting, place, format, fields, text } of calendar.items) {
        const own = meetings.find(({ ordinal }) => ordinal === meeting);
        if (kind !== 'meeting' || own === undefined) continue;
        const what = `calendar: meeting ${own.ordinal}`;
        const got = [place?.id ?? null, format, text];
        const due = [own.place?.id ?? null, own.format, null];
        same(READ, `${what}: place, format and text`, got, due);
        const named = new Set(
          matchEntries(entries, { meeting: [own.ordinal] }).flatMap((entry) => idsOf(entry.fields)),
        );
        const ids = idsOf(taxonomy.fields).filter((id) => named.has(id));
        same(READ, `${what}: fields`, idsOf(fields), ids);
      }
    },
  },
  {
    rule: 'calendar',
    name: 'a session stands in the calendar as its commission tells it',
    run: ({ snapshot, same }) => {
      for (const { id, sessions, fields } of snapshot.commissions.items) {
        const items = snapshot.calendar.items.filter(({ commission }) => commission?.id === id);
        const got = items.map((item) => inWords(item.session, ...daysAndPlace(item)));
        const due = sessions.map((one) => inWords(one.ordinal, ...daysAndPlace(one)));
        const what = `calendar: sessions of ${id}: ordinal, days, place, document`;
        same(READ, what, sorted(got), sorted(due));
        for (const item of items)
          same(
            READ,
            `calendar: fields of ${item.id}`,
            sorted(idsOf(item.fields)),
            sorted(idsOf(fields)),
          );
      }
    },
  },
  {
    rule: 'calendar',
    name: 'an event stands in the calendar as its exchange year tells it',
    run: async (context) => {
      const { backend, snapshot, same } = context;
      const hostIn = (country: string | null) =>
        snapshot.mechanism.parties.find((party) => party.country === country)?.id ?? null;
      // Where a place and the country beside it differ, the contract does not say which counts.
      const isSure = ({ place, country }: ExchangeYearEvent) =>
        place === null || country === null || place.country === country;
      for (const { id, field } of sample(context, snapshot.exchangeYears.items)) {
        const { data, request } = await backend.get('/exchange-years/{id}', {}, id);
        const items = snapshot.calendar.items.filter((item) => item.exchangeYear?.id === id);
        const got = items.map((item) =>
          inWords(item.kind, ...daysAndPlace(item), item.text?.lang, item.text?.text),
        );
        const due = data.events.map((one) =>
          inWords(one.kind, ...daysAndPlace(one), one.lang, one.text),
        );
        const what = `calendar: events of ${id}: kind, days, place, document, language, text`;
        same(request, what, sorted(got), sorted(due));
        for (const item of items) {
          const own = data.events.find(
            ({ text, date }) => text === item.text?.text && date === item.date,
          );
          if (own !== undefined && isSure(own))
            same(
              request,
              `calendar: host of ${item.id}`,
              item.host,
              hostIn(own.country ?? own.place?.country ?? null),
            );
          const place = `calendar: translations of ${item.id}`;
          same(request, place, item.text?.translations, own?.translations);
          same(request, `calendar: fields of ${item.id}`, idsOf(item.fields), [field.id]);
        }
      }
    },
  },
  {
    rule: 'calendar',
    name: 'the calendar finds sentences, and names of places, years, commissions and people in every language',
    run: async (context) => {
      const { backend, snapshot, same } = context;
      needSome(snapshot.calendar.items, 'date');
      const texts = someOfEach(snapshot.calendar.items).flatMap((item) =>
        textsOfItem(item, snapshot),
      );
      const queries = new Set(
        texts.map((text) => text.slice(0, MAX_QUERY_LENGTH).trim()).filter(Boolean),
      );
      await expectFound(context, [...queries].slice(0, 80));
      for (const item of snapshot.calendar.items.filter(({ text }) => text !== null).slice(0, 3)) {
        // The spelling of a name, which a backend may add, is no whole sentence.
        const q = (item.text?.text ?? '').slice(0, MAX_QUERY_LENGTH);
        const { data, request } = await backend.get('/calendar', { q });
        const wrong = data.items.find(({ text }) => text === null || !text.text.includes(q.trim()));
        if (wrong !== undefined && q.split(/\s+/).length > 3 && wrong.meeting !== null)
          throw broken('calendar', request, `${wrong.id} has nothing of the sentence`);
      }
      const nowhere = await backend.get('/calendar', { q: 'qzxqzx' });
      same(nowhere.request, 'total', nowhere.data.total, 0);
    },
  },
];
