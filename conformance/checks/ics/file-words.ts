import { toQuery } from '#src/api/client.ts';
import { isDay } from '#src/api/edtf.ts';
import type { CalendarItem } from '#src/api/schemas/calendar.ts';
import type { LanguageMap } from '#src/api/schemas/common.ts';
import { expectSame } from '../../backend-under-test.ts';
import { type Check, needSome } from '../../check.ts';
import { Broken, broken } from '../../outcome.ts';
import { compact, read, toLine, unfold } from './read-file.ts';

type Names = { title: LanguageMap[]; location: LanguageMap[] };

/** What an item may be named by, in its summary and as its place. */
const namesOf = (
  { commission, exchangeYear, place, meeting }: CalendarItem,
  calendar: LanguageMap,
) => ({
  title: [commission?.name, exchangeYear?.name, meeting === null ? undefined : calendar].flatMap(
    (name) => name ?? [],
  ),
  location: place === null ? [] : [place.name],
});

export const FILE_WORD_CHECKS: readonly Check[] = [
  {
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
        if (long !== undefined) throw broken('calendar', request, `a line over 75 octets: ${long}`);
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
  },
  {
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
  },
  /** Which of its names an event has is the backend's own choice; that one is in the language asked for where it exists. */
  {
    rule: 'calendar',
    name: 'what an event of the file names, it names in the language asked for, if it has a name in that',
    run: async (context) => {
      const { calendar, meetings } = context.snapshot;
      const { items } = calendar;
      const plain = await read(context);
      const named = items.map((item): Names => namesOf(item, calendar.title));
      const maps = named.flatMap(({ title, location }) => [...title, ...location]);
      const tags = new Set(maps.flatMap((name) => Object.keys(name)).filter((tag) => tag !== 'en'));
      for (const lang of [...tags].slice(0, 4)) {
        const { request, events } = await read(context, `?lang=${lang}`);
        const translated = new Map(events.map((event) => [event.uid, event]));
        for (const event of plain.events) {
          const ofDay = items.filter(({ date }) => compact(date) === event.start);
          const [item] = ofDay;
          // Where two things are of one day, nobody can tell whose event is whose.
          if (item === undefined || ofDay.length > 1) continue;
          const own = meetings.find(({ ordinal }) => ordinal === item.meeting);
          const others = `${item.text?.text ?? ''}\n${own?.venue ?? ''}`;
          const names = namesOf(item, calendar.title);
          for (const part of ['title', 'location'] as const)
            for (const name of names[part]) {
              const due = name[lang];
              const isNamed = event[part].includes(toLine(name.en));
              if (due === undefined || !isNamed || others.includes(name.en)) continue;
              const got = translated.get(event.uid)?.[part] ?? 'nothing';
              if (got.includes(toLine(due))) continue;
              const detail = `${event.uid}: ${part} ${got}, due ${due} for ${name.en}`;
              throw broken('calendar', request, detail);
            }
        }
      }
    },
  },
  {
    rule: 'calendar',
    name: 'the file says how many dates it leaves out, and is written as the standard has it',
    run: async (context) => {
      const { items } = context.snapshot.calendar;
      const coarse = items.find(({ date }) => !isDay(date));
      const languages = Object.keys(context.snapshot.calendar.title).map((lang) => ({ lang }));
      const asked: { lang?: string; kind?: string[] }[] = [{}, ...languages.slice(0, 3)];
      if (coarse !== undefined) asked.push({ kind: [coarse.kind] });
      for (const params of asked) {
        const { request, text } = await read(context, toQuery(params));
        const [only] = params.kind ?? [];
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
          throw broken('calendar', request, 'a line that does not end with CR LF');
        const stray = unfold(text)
          .split('\r\n')
          .find(
            (line) => line !== '' && !/^[A-Za-z\d-]+(?:;[^:]*|;[^"]*"[^"]*"[^:]*)*:/.test(line),
          );
        if (stray !== undefined)
          throw broken('calendar', request, `a line that is no property: ${JSON.stringify(stray)}`);
        if (text.includes('\uFFFD'))
          throw broken('calendar', request, 'a letter that is folded in two');
      }
    },
  },
];
