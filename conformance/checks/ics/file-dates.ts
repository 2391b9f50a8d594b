import { toQuery } from '#src/api/client.ts';
import { intervalOf, isDay, lastDay } from '#src/api/edtf.ts';
import type { CalendarItem } from '#src/api/schemas/calendar.ts';
import { expectSame } from '../../backend-under-test.ts';
import { type Check, needSome } from '../../check.ts';
import { compareText } from '../../oracle.ts';
import { Broken, broken } from '../../outcome.ts';
import { compact, read } from './read-file.ts';

/** A stamp within this of the moment of asking is one of the moment, not of the data. */
const NOW_MS = 120_000;
const LARGEST_SEQUENCE = 2 ** 31 - 1;

function dayAfter(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + 1);
  return date.toISOString().slice(0, 10);
}
const sorted = (texts: readonly string[]) => texts.toSorted(compareText);

type Filters = { from?: string; to?: string; q?: string } & Partial<
  Record<'kind' | 'exchangeYear' | 'field', string[]>
>;

function filtersOf(precise: readonly CalendarItem[]): Filters[] {
  const { date, kind } = precise[Math.floor(precise.length / 2)]!;
  const year = precise.find(({ exchangeYear }) => exchangeYear !== null)?.exchangeYear?.id;
  const own = precise.find(({ fields }) => fields.length > 0);
  const [field] = own?.fields ?? [];
  const kinds = [...new Set(precise.map((one) => one.kind))];
  const told = precise.find(({ text }) => text?.translations !== undefined)?.text;
  const [word] =
    Object.values(told?.translations ?? {})
      .at(-1)
      ?.match(/\p{L}{2,}/u) ?? [];
  return [
    { from: date },
    { to: date },
    { from: date, to: date },
    { kind: [kind] },
    { kind: kinds.slice(0, -1) },
    ...(year === undefined ? [] : [{ exchangeYear: [year] }]),
    ...(field && own ? [{ field: [field.id] }, { field: [field.id], kind: [own.kind] }] : []),
    ...(word === undefined ? [] : [{ q: word }]),
    { q: 'qzxqzx' },
  ].filter((filters) => filters.kind?.length !== 0);
}

export const FILE_DATE_CHECKS: readonly Check[] = [
  {
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
  },
  {
    rule: 'calendar',
    name: 'the file is filtered as the list is, and an event keeps its UID',
    run: async (context) => {
      const { backend, snapshot, same } = context;
      const precise = snapshot.calendar.items.filter(({ date }) => isDay(date));
      needSome(precise, 'date that is known to the day');
      const whole = await read(context);
      const known = new Map(whole.events.map(({ uid, start }) => [uid, start]));
      for (const filters of filtersOf(precise)) {
        const { request, events } = await read(context, toQuery(filters));
        const { data } = await backend.get('/calendar', filters);
        const due = data.items.flatMap(({ date }) => (isDay(date) ? [compact(date)] : []));
        same(request, 'days', sorted(events.map(({ start }) => start)), sorted(due));
        for (const { uid, start } of events)
          same(request, `day of the event ${uid}`, start, known.get(uid));
      }
    },
  },
  {
    rule: 'calendar',
    name: 'the stamps of the file are those of the data, not of the moment',
    run: async (context) => {
      const { request, events, sent } = await read(context);
      const { dataDate } = context.snapshot.mechanism;
      // By the backend's own clock; without it there is no moment to compare with.
      const moment = Date.parse(sent ?? '');
      const today = new Date(moment || 0).toISOString().slice(0, 10);
      for (const { uid, stamp } of events) {
        const form = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(stamp);
        if (form === null)
          throw broken('calendar', request, `DTSTAMP of ${uid}: ${stamp}, due a time in UTC`);
        const [, year, month, day, hour, minute, second] = form;
        const time = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
        const isMidnight = stamp.endsWith('T000000Z');
        const isToday = `${year}-${month}-${day}` === today && !dataDate.startsWith(today);
        if (isMidnight ? isToday : Math.abs(moment - time) < NOW_MS)
          throw broken('calendar', request, `DTSTAMP of ${uid}: ${stamp}, the moment of asking`);
      }
      // Both rise with one date, that of the data.
      for (const { uid, stamp, sequence } of events) {
        expectSame('calendar', request, `DTSTAMP of ${uid}`, stamp, events[0]?.stamp);
        if (!/^\d*[1-9]\d*$/.test(sequence))
          throw new Broken('calendar', request, {
            detail: `SEQUENCE of ${uid}: ${sequence || 'none'}, due a number above 0`,
          });
        expectSame('calendar', request, `SEQUENCE of ${uid}`, sequence, events[0]?.sequence);
        if (Number(sequence) > LARGEST_SEQUENCE)
          throw new Broken('calendar', request, {
            detail: `SEQUENCE of ${uid}: ${sequence}, above ${LARGEST_SEQUENCE}, the largest of iCalendar`,
          });
        const ofMoment = [moment, moment / 1000].some(
          (now) => Math.abs(Number(sequence) - now) * (moment / now) < NOW_MS,
        );
        const ofDay = [Math.floor(moment / 86_400_000), Number(compact(today))];
        if (ofMoment || (ofDay.includes(Number(sequence)) && !dataDate.startsWith(today)))
          throw new Broken('calendar', request, {
            detail: `SEQUENCE of ${uid}: ${sequence}, the moment of asking`,
          });
      }
    },
  },
];
