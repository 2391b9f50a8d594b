import { endDate, firstDay, intervalOf, lastDay, startDate } from '#src/api/edtf.ts';
import type { CalendarItem } from '#src/api/schemas/calendar.ts';
import type { ExchangeYearSummary } from '#src/api/schemas/exchange-years.ts';
import { statusAsOf, statusBounds } from '#src/lib/dates/as-of.ts';
import type { DueMeeting } from '../items/use-due-meeting.ts';

/** Something that has happened, goes on, or is to come. What is only due has no day on record. */
export type Happening =
  | { kind: 'item'; item: CalendarItem }
  /** An exchange year under way; `until` is its last year, or the day of its closing. */
  | { kind: 'under-way'; exchangeYear: ExchangeYearSummary; until: string }
  /** An exchange year's first or last year, where no ceremony of it is on record. */
  | { kind: 'begins' | 'ends'; exchangeYear: ExchangeYearSummary; date: string }
  | { kind: 'due-meeting'; due: DueMeeting };

export interface LastNowNext {
  last: Happening[];
  now: Happening[];
  next: Happening[];
}

interface Known {
  items: readonly CalendarItem[];
  exchangeYears: readonly ExchangeYearSummary[];
  due: DueMeeting | null;
}

const NEXT_AT_MOST = 3;
const endOf = (item: CalendarItem) => lastDay(intervalOf(item));
const ofItem = (item: CalendarItem): Happening => ({ kind: 'item', item });

/** The latest of those that are over by the end of `asOf`; of one day, the one that stands last. */
const latestOf = (items: readonly CalendarItem[], asOf: string) =>
  items.reduce<CalendarItem | null>(
    (latest, item) =>
      endOf(item) <= asOf && (latest === null || endOf(item) >= endOf(latest)) ? item : latest,
    null,
  );

/** The last meeting of which all days have come by the end of `asOf`: meetings follow each other by number, however vague a date is. */
const lastMeetingOf = (items: readonly CalendarItem[], asOf: string) =>
  items
    .filter((item) => item.kind === 'meeting' && endOf(item) <= asOf)
    .toSorted((a, b) => (b.meeting ?? 0) - (a.meeting ?? 0))[0] ?? null;

/** The last day by which it has come, so that what is known to the day stands before what is due in the same year. */
function orderOf(happening: Happening): string {
  if (happening.kind === 'item') return lastDay(happening.item.date);
  if (happening.kind === 'due-meeting') return lastDay(happening.due.date);
  return lastDay(happening.kind === 'under-way' ? happening.until : happening.date);
}

/**
 * What happened last, what goes on and what comes next as of a day (`YYYY-MM-DD`): of the dated things, of what an entry
 * says is due, and of the first and last years of exchange years. An item that may lie on either side of the day, such as
 * one known to the year only, is neither last nor next.
 */
export function lastNowNext({ items, exchangeYears, due }: Known, asOf: string): LastNowNext {
  const meeting = lastMeetingOf(items, asOf);
  const latest = latestOf(
    items.filter((item) => item.kind !== 'meeting' || item === meeting),
    asOf,
  );
  const last = [...new Set([latest, meeting])].flatMap((item) => (item ? [ofItem(item)] : []));

  const underWay: Happening[] = [];
  const bounds: Happening[] = [];
  for (const exchangeYear of exchangeYears) {
    const status = statusAsOf(exchangeYear, asOf);
    const { end } = statusBounds(exchangeYear);
    const { years, milestones } = exchangeYear;
    if (status === 'under-way' || status === 'concluding') {
      const isClosingKnown = end !== lastDay(years);
      underWay.push({
        kind: 'under-way',
        exchangeYear,
        until: isClosingKnown ? end : endDate(years),
      });
      if (!isClosingKnown && end > asOf)
        bounds.push({ kind: 'ends', exchangeYear, date: endDate(years) });
    } else if (status === 'upcoming' && !milestones.some(({ kind }) => kind === 'opening')) {
      bounds.push({ kind: 'begins', exchangeYear, date: startDate(years) });
    }
  }

  const lasting = items.filter(
    (item) => intervalOf(item) !== item.date && item.date <= asOf && endOf(item) > asOf,
  );
  const toCome = items.filter(({ date }) => firstDay(date) > asOf);
  const isOnRecord =
    due !== null && items.some((item) => item.kind === 'meeting' && item.meeting === due.ordinal);
  const ofDue: Happening[] = due === null || isOnRecord ? [] : [{ kind: 'due-meeting', due }];
  const next = [...toCome.map(ofItem), ...ofDue, ...bounds];
  return {
    last,
    now: [...underWay, ...lasting.map(ofItem)],
    next: next
      .toSorted((a, b) => {
        const [dayA, dayB] = [orderOf(a), orderOf(b)];
        return dayA === dayB ? 0 : dayA < dayB ? -1 : 1;
      })
      .slice(0, NEXT_AT_MOST),
  };
}
