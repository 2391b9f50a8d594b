import { firstDay, intervalOf, isDay } from '#src/api/edtf.ts';
import type { CalendarItem } from '#src/api/schemas/calendar.ts';
import { expectType } from '../backend-under-test.ts';
import { type Check, few, needSome, pairUp } from '../check.ts';
import { compareText, idsOf, isDated } from '../oracle.ts';
import { broken } from '../outcome.ts';

const sorted = (days: readonly (string | undefined)[]) =>
  days.toSorted((a = '', b = '') => compareText(a, b));
const byDay = (a: CalendarItem, b: CalendarItem) =>
  compareText(firstDay(a.date), firstDay(b.date)) || compareText(a.id, b.id);
type Filters = {
  from?: string;
  to?: string;
  kind?: string[];
  field?: string[];
  exchangeYear?: string[];
};

/** What is asked of an item's own values; each form in turn. */
const FORMS: readonly ((item: CalendarItem) => Filters | undefined)[] = [
  ({ date }) => ({ from: date }),
  ({ date }) => ({ to: date.slice(0, 7) }),
  ({ date }) => ({ from: date.slice(0, 4), to: date.slice(0, 4) }),
  ({ kind }) => ({ kind: [kind] }),
  ({ fields: [field] }) => field && { field: [field.id] },
  ({ exchangeYear }) => (exchangeYear === null ? undefined : { exchangeYear: [exchangeYear.id] }),
];

export const CALENDAR_CHECKS: readonly Check[] = [
  {
    id: 'calendar-order',
    rule: 'calendar',
    name: 'everything dated, by day and id, counted',
    run: ({ snapshot, same }) => {
      const { calendar, meetings, commissions } = snapshot;
      const request = 'GET /calendar';
      same(request, 'order', idsOf(calendar.items), idsOf(calendar.items.toSorted(byDay)));
      same(request, 'total', calendar.total, calendar.items.length);
      const ordinals = calendar.items.flatMap(({ kind, meeting }) =>
        kind === 'meeting' ? [meeting] : [],
      );
      same(
        request,
        'meetings',
        ordinals.toSorted((a, b) => Number(a) - Number(b)),
        meetings.map(({ ordinal }) => ordinal),
      );
      const sessions = commissions.items.reduce((sum, one) => sum + one.sessions.length, 0);
      const shown = calendar.items.filter(({ kind }) => kind === 'session').length;
      same(request, 'sessions', shown, sessions);
      const events = snapshot.exchangeYears.items.reduce((sum, one) => sum + one.events, 0);
      const dated = calendar.items.filter(({ exchangeYear }) => exchangeYear !== null).length;
      same(request, 'events of exchange years', dated, events);
    },
  },
  {
    id: 'calendar-span',
    rule: 'calendar',
    name: 'by date, kind, field and exchange year',
    run: async (context) => {
      const { backend, snapshot, same } = context;
      const { items } = snapshot.calendar;
      needSome(items, 'date');
      for (const [form, one] of pairUp(few(context, FORMS, 2), items, context)) {
        const filters = form(one);
        if (filters === undefined) continue;
        const due = items.filter(
          (item) =>
            isDated(intervalOf(item), filters) &&
            (filters.kind?.includes(item.kind) ?? true) &&
            (filters.field?.some((id) => item.fields.some((own) => own.id === id)) ?? true) &&
            (filters.exchangeYear?.includes(item.exchangeYear?.id ?? '') ?? true),
        );
        const { data, request } = await backend.get('/calendar', filters);
        same(request, 'items', idsOf(data.items), idsOf(due));
      }
    },
  },
  {
    id: '/calendar.ics',
    rule: 'calendar',
    name: 'the file has every date that is known to the day',
    run: async ({ backend, snapshot, same }) => {
      const { status, headers, text } = await backend.ask('/calendar.ics');
      const request = 'GET /calendar.ics';
      same(request, 'status', status, 200);
      expectType('calendar', request, headers, 'text/calendar');
      const due = snapshot.calendar.items.filter(({ date }) => isDay(date)).length;
      same(request, 'events', text.split('BEGIN:VEVENT').length - 1, due);
      const starts = [...text.matchAll(/^DTSTART(?:;[^:\r]*)?:(\d{8})/gm)].map(([, day]) => day);
      const days = snapshot.calendar.items.flatMap(({ date }) =>
        isDay(date) ? [date.replaceAll('-', '')] : [],
      );
      same(request, 'days', sorted(starts), sorted(days));
      const ids = [...text.matchAll(/^UID:(\S+)/gm)].map(([, id]) => id);
      same(request, 'different UIDs', new Set(ids).size, due);
      for (const part of ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:', 'END:VCALENDAR'])
        if (!text.includes(part)) throw broken('calendar', request, `no ${part}`);
      for (const event of text.split('BEGIN:VEVENT').slice(1)) {
        const missing = ['DTSTAMP', 'SUMMARY'].find((name) => !event.includes(`\r\n${name}`));
        if (missing !== undefined) throw broken('calendar', request, `an event has no ${missing}`);
        const [start = '', end] = ['DTSTART', 'DTEND'].map(
          (name) => new RegExp(String.raw`\r\n${name}[^:\r]*:(\d{8})`).exec(event)?.[1],
        );
        if (end !== undefined && end <= start)
          throw broken('calendar', request, `an event from ${start} ends by ${end}`);
      }
      const long = text.split('\r\n').find((line) => new TextEncoder().encode(line).length > 75);
      if (long !== undefined) throw broken('calendar', request, `a line over 75 octets: ${long}`);
    },
  },
];
