import { intervalOf, isDay, lastDay } from '#src/api/edtf.ts';
import { expectSame } from '../backend-under-test.ts';
import { type Check, type CheckContext, needSome } from '../check.ts';
import { compareText } from '../oracle.ts';
import { Broken } from '../outcome.ts';

/** A stamp within this of the moment of asking is one of the moment, not of the data. */
const NOW_MS = 120_000;

type Event = {
  uid: string;
  start: string;
  end: string;
  stamp: string;
  sequence: string;
  summary: string;
  /** All that is said of it, its white space as single spaces: where a sentence stands is the backend's own choice. */
  said: string;
  /** True if the days are said to be days, and not times. */
  isOfDays: boolean;
};

/** What the signs with a backslash before them stand for. */
const unescape = (text: string) =>
  text.replaceAll(/\\(.)/g, (_, sign: string) => (/[nN]/.test(sign) ? '\n' : sign));
const toLine = (text: string) => text.replaceAll(/\s+/g, ' ').trim();
const unfold = (text: string) => text.replaceAll(/\r?\n[ \t]/g, '');

/** The all-day events of a file; lines are unfolded first. */
function readEvents(text: string): Event[] {
  const valueOf = (event: string, name: string) =>
    new RegExp(`^${name}(?:;[^:\\r\\n]*)?:([^\\r\\n]*)`, 'm').exec(event)?.[1] ?? '';
  return unfold(text)
    .split('BEGIN:VEVENT')
    .slice(1)
    .map((event) => ({
      uid: valueOf(event, 'UID'),
      start: valueOf(event, 'DTSTART'),
      end: valueOf(event, 'DTEND'),
      stamp: valueOf(event, 'DTSTAMP'),
      sequence: valueOf(event, 'SEQUENCE'),
      summary: valueOf(event, 'SUMMARY'),
      said: toLine(unescape(event)),
      isOfDays: /^DTSTART;(?:[^:\r\n]*;)?VALUE=DATE[;:]/m.test(event),
    }));
}

async function read({ backend }: CheckContext, query = '') {
  const address = `/calendar.ics${query}`;
  const { status, headers, text } = await backend.ask(address);
  const request = `GET ${address}`;
  expectSame('calendar', request, 'status', status, 200);
  return { request, text, events: readEvents(text), sent: headers.get('date') };
}

function dayAfter(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + 1);
  return date.toISOString().slice(0, 10);
}
const compact = (day: string) => day.replaceAll('-', '');
const sorted = (texts: readonly string[]) => texts.toSorted(compareText);

const fileDays: Check = {
  rule: 'calendar',
  name: 'an event of the file runs from its first day to the day after its last',
  run: async (context) => {
    const { request, events } = await read(context);
    const due = context.snapshot.calendar.items.flatMap((item) =>
      isDay(item.date)
        ? [`${compact(item.date)} to ${compact(dayAfter(lastDay(intervalOf(item))))}`]
        : [],
    );
    const nextDay = (start: string) =>
      compact(dayAfter(`${start.slice(0, 4)}-${start.slice(4, 6)}-${start.slice(6, 8)}`));
    const got = events.map(({ start, end }) => `${start} to ${end || nextDay(start)}`);
    expectSame('calendar', request, 'days', sorted(got), sorted(due));
  },
};

const fileFilters: Check = {
  rule: 'calendar',
  name: 'the file is filtered as the list is, and an event keeps its UID',
  run: async (context) => {
    const { backend, snapshot } = context;
    const precise = snapshot.calendar.items.filter(({ date }) => isDay(date));
    needSome(precise, 'date that is known to the day');
    const whole = await read(context);
    const known = new Map(whole.events.map(({ uid, start }) => [uid, start]));
    const middle = precise[Math.floor(precise.length / 2)] ?? precise[0]!;
    const year = precise.find(({ exchangeYear }) => exchangeYear !== null)?.exchangeYear?.id;
    const field = precise.find(({ fields }) => fields.length > 0)?.fields[0]?.id;
    for (const [query, filters] of [
      [`?from=${middle.date}`, { from: middle.date }],
      [`?to=${middle.date}`, { to: middle.date }],
      [`?kind=${middle.kind}`, { kind: [middle.kind] }],
      ...(year === undefined ? [] : [[`?exchangeYear=${year}`, { exchangeYear: [year] }] as const]),
      ...(field === undefined ? [] : [[`?field=${field}`, { field: [field] }] as const]),
      ['?q=qzxqzx', { q: 'qzxqzx' }],
    ] as const) {
      const { request, events } = await read(context, query);
      const { data } = await backend.get('/calendar', filters);
      const due = data.items.flatMap(({ date }) => (isDay(date) ? [compact(date)] : []));
      expectSame(
        'calendar',
        request,
        'days',
        sorted(events.map(({ start }) => start)),
        sorted(due),
      );
      for (const { uid, start } of events)
        expectSame('calendar', request, `day of the event ${uid}`, start, known.get(uid));
    }
  },
};

const fileStamps: Check = {
  rule: 'calendar',
  name: 'the stamps of the file are those of the data, not of the moment',
  run: async (context) => {
    const { request, events, sent } = await read(context);
    const { dataDate } = context.snapshot.mechanism;
    // By the backend's own clock; without it there is no moment to compare with.
    const moment = Date.parse(sent ?? '');
    for (const { uid, stamp } of events) {
      const form = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(stamp);
      if (form === null)
        throw new Broken('calendar', request, {
          detail: `DTSTAMP of ${uid}: ${stamp}, due a time in UTC`,
        });
      const [, year, month, day, hour, minute, second] = form;
      const time = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
      const isMidnight = stamp.endsWith('T000000Z');
      const today = new Date(moment || 0).toISOString().slice(0, 10);
      const isToday = `${year}-${month}-${day}` === today && !dataDate.startsWith(today);
      if (isMidnight ? isToday : Math.abs(moment - time) < NOW_MS)
        throw new Broken('calendar', request, {
          detail: `DTSTAMP of ${uid}: ${stamp}, the moment of asking`,
        });
    }
    // Both rise with one date, that of the data.
    for (const { uid, stamp, sequence } of events) {
      expectSame('calendar', request, `DTSTAMP of ${uid}`, stamp, events[0]?.stamp);
      if (!/^\d*[1-9]\d*$/.test(sequence))
        throw new Broken('calendar', request, {
          detail: `SEQUENCE of ${uid}: ${sequence || 'none'}, due a number above 0`,
        });
      expectSame('calendar', request, `SEQUENCE of ${uid}`, sequence, events[0]?.sequence);
      const ofMoment = [moment, moment / 1000].find(
        (now) => Math.abs(Number(sequence) - now) * (moment / now) < NOW_MS,
      );
      if (ofMoment !== undefined)
        throw new Broken('calendar', request, {
          detail: `SEQUENCE of ${uid}: ${sequence}, the moment of asking`,
        });
    }
  },
};

const fileLanguages: Check = {
  rule: 'calendar',
  name: 'the file is given in any language, in English where a name has no other',
  run: async (context) => {
    const { calendar } = context.snapshot;
    // What is in a language is not in a part of it that has a tag of its own: `zh` does not stand for `zh-Hant`.
    const tags = Object.keys(calendar.title).slice(0, 6);
    const parts = tags.map((tag) => `${tag}-Cyrs`);
    for (const lang of new Set(['de', 'sr-Latn', ...tags, ...parts])) {
      const { request, events, text } = await read(context, `?lang=${lang}`);
      const long = text.split('\r\n').find((line) => new TextEncoder().encode(line).length > 75);
      if (long !== undefined)
        throw new Broken('calendar', request, { detail: `a line over 75 octets: ${long}` });
      const due = calendar.items.filter(({ date }) => isDay(date)).length;
      expectSame('calendar', request, 'events', events.length, due);
      const title = calendar.title[lang] ?? calendar.title.en;
      const shown = /^(?:NAME|X-WR-CALNAME)(?:;[^:\r\n]*)?:([^\r\n]*)/m.exec(
        text.replaceAll(/\r?\n[ \t]/g, ''),
      )?.[1];
      if (shown !== undefined)
        expectSame('calendar', request, 'name', shown.replaceAll(/\\([,;\\])/g, '$1'), title);
    }
  },
};

const fileWords: Check = {
  rule: 'calendar',
  name: 'an event of the file has its sentence in the language asked for, else as it was written',
  run: async (context) => {
    const { items } = context.snapshot.calendar;
    const precise = items.filter(({ date }) => isDay(date));
    needSome(precise, 'date that is known to the day');
    const tags = new Set(precise.flatMap(({ text }) => Object.keys(text?.translations ?? {})));
    const known = new Map((await read(context)).events.map(({ uid, start }) => [uid, start]));
    const some = [...tags].slice(0, 3);
    for (const lang of ['en', ...some, ...some.map((tag) => `${tag}-Cyrs`), 'tlh']) {
      const { request, events } = await read(context, `?lang=${lang}`);
      for (const { date, text } of precise) {
        if (text === null) continue;
        const due = toLine(text.translations?.[lang] ?? text.text);
        const ofDay = events.filter(({ start }) => start === compact(date));
        if (!ofDay.some(({ said }) => said.includes(due)))
          throw new Broken('calendar', request, {
            detail: `no event of ${date} says ${due}; got ${ofDay[0]?.summary ?? 'none'}`,
          });
      }
      for (const { uid, start, summary, isOfDays } of events) {
        expectSame('calendar', request, `day of the event ${uid}`, start, known.get(uid));
        if (/(?<!\\)(?:\\\\)*[,;]/.test(summary))
          throw new Broken('calendar', request, {
            detail: `${uid}: SUMMARY ${summary}, due commas and semicolons with a backslash before them`,
          });
        if (summary.trim() === '' || !isOfDays)
          throw new Broken('calendar', request, {
            detail: `${uid}: SUMMARY ${JSON.stringify(summary)}, ${isOfDays ? 'a day' : 'DTSTART without VALUE=DATE'}`,
          });
      }
    }
  },
};

const fileSaysWhatIsMissing: Check = {
  rule: 'calendar',
  name: 'the file says how many dates it leaves out, and is written as the standard has it',
  run: async (context) => {
    const { items } = context.snapshot.calendar;
    const coarse = items.find(({ date }) => !isDay(date));
    for (const only of [undefined, coarse?.kind]) {
      const { request, text } = await read(context, only === undefined ? '' : `?kind=${only}`);
      const left = items.filter(
        ({ date, kind }) => !isDay(date) && (only === undefined || kind === only),
      ).length;
      const [head = ''] = unfold(text).split('BEGIN:VEVENT');
      const description = /^DESCRIPTION(?:;[^:\r\n]*)?:([^\r\n]*)/m.exec(head)?.[1] ?? '';
      if (left > 0 && !description.split(/\D+/).includes(String(left)))
        throw new Broken('calendar', request, {
          detail: `DESCRIPTION: ${description || 'none'}, due one that says ${left}`,
        });
      if (/[^\r]\n/.test(text) || !text.endsWith('\r\n'))
        throw new Broken('calendar', request, { detail: 'a line that does not end with CR LF' });
      if (text.includes('\uFFFD'))
        throw new Broken('calendar', request, { detail: 'a letter that is folded in two' });
    }
  },
};

export const CALENDAR_FILE_CHECKS: readonly Check[] = [
  fileDays,
  fileFilters,
  fileStamps,
  fileLanguages,
  fileWords,
  fileSaysWhatIsMissing,
];
