import { firstDay, intervalOf, lastDay } from '#src/api/edtf.ts';
import type { CalendarParams } from '#src/api/params.ts';
import type { CalendarItem, CalendarItemList } from '#src/api/schemas/calendar.ts';
import type { LanguageMap } from '#src/api/schemas/common.ts';
import type {
  CommissionFact,
  ExchangeYearFact,
  MeetingFact,
  RecordData,
} from '../record/record.ts';
import { isWithin, toDayRange } from '../requests/date-range.ts';
import { hasWords, toWords } from '../text/folded-text.ts';
import { eventIds, sessionIds } from '../record/item-ids.ts';
import type { Lookup } from './record-lookup.ts';
import { compareText } from '../text/text-order.ts';
import { refuseUnknown } from '../requests/parameter-refusal.ts';
import { meetingText, toSearchText } from '../text/search-text.ts';

interface Dated {
  item: CalendarItem;
  /** What a text is looked for in: spelled out when one first is, which most readers of a calendar never do. */
  text: () => string;
}

function whenAsked(make: () => string): () => string {
  let made: string | undefined;
  return () => (made ??= make());
}

const NOTHING = {
  text: null,
  meeting: null,
  exchangeYear: null,
  commission: null,
  session: null,
  fields: [],
  place: null,
  host: null,
  format: null,
  source: null,
} satisfies Partial<CalendarItem>;

const untilOf = ({ until }: { until?: string | undefined }) =>
  until === undefined ? {} : { until };

function ofMeeting(meeting: MeetingFact, lookup: Lookup, fields: readonly string[]): Dated {
  return {
    item: {
      ...NOTHING,
      id: `meeting-${meeting.ordinal}`,
      kind: 'meeting',
      date: meeting.date,
      meeting: meeting.ordinal,
      fields: fields.map(lookup.field),
      place: lookup.place(meeting.place),
      host: lookup.host(meeting.place),
      format: meeting.format,
      source: lookup.source(meeting.sources[0] ?? null),
    },
    text: whenAsked(() => meetingText(meeting, lookup)),
  };
}

const namesOf = (...things: ({ name: LanguageMap } | null)[]) =>
  things.flatMap((thing) => (thing ? [thing.name] : []));

function ofExchangeYear(year: ExchangeYearFact, lookup: Lookup): Dated[] {
  const ids = eventIds(year);
  const hostIn = (country: string | null) =>
    lookup.parties.find((party) => party.country === country)?.id ?? null;
  return year.events.map((event, index) => {
    const place = lookup.place(event.place);
    return {
      item: {
        ...NOTHING,
        id: ids[index] ?? year.id,
        kind: event.kind,
        date: event.date,
        ...untilOf(event),
        text: {
          text: event.text,
          lang: event.lang,
          ...(event.translations && { translations: event.translations }),
        },
        exchangeYear: lookup.exchangeYear(year.id),
        fields: [lookup.field(year.field)],
        place,
        host: hostIn(event.country),
        source: lookup.source(event.source),
      },
      text: whenAsked(() =>
        toSearchText(lookup, namesOf(year, place), [
          event.text,
          ...Object.values(event.translations ?? {}),
        ]),
      ),
    };
  });
}

function ofCommission(commission: CommissionFact, lookup: Lookup): Dated[] {
  const ids = sessionIds(commission);
  const { id, name } = commission;
  return commission.sessions.map((session, index) => {
    const place = lookup.place(session.place);
    return {
      item: {
        ...NOTHING,
        id: ids[index] ?? id,
        kind: 'session',
        date: session.date,
        ...untilOf(session),
        commission: { id, name },
        session: session.ordinal,
        fields: commission.fields.map(lookup.field),
        place,
        host: lookup.host(session.place),
        source: lookup.source(session.source),
      },
      text: whenAsked(() => toSearchText(lookup, namesOf(commission, place))),
    };
  });
}

/** Everything dated, by first possible day and then by id. */
export function toDated(
  record: RecordData,
  lookup: Lookup,
  fieldsOf: (meeting: MeetingFact) => string[],
): Dated[] {
  const dated = [
    ...record.meetings.map((meeting) => ofMeeting(meeting, lookup, fieldsOf(meeting))),
    ...record.exchangeYears.flatMap((year) => ofExchangeYear(year, lookup)),
    ...record.commissions.flatMap((commission) => ofCommission(commission, lookup)),
  ];
  return dated.toSorted(
    (a, b) =>
      compareText(firstDay(a.item.date), firstDay(b.item.date)) ||
      compareText(a.item.id, b.item.id),
  );
}

/** Without anything dated, the span is that of the mechanism's first year. */
export function spanOf(dated: readonly Dated[], since: string): { from: string; to: string } {
  const from = dated[0] ? firstDay(dated[0].item.date) : firstDay(since);
  const to = dated.reduce((last, { item }) => {
    const day = lastDay(intervalOf(item));
    return day > last ? day : last;
  }, '');
  return { from, to: to === '' ? lastDay(since) : to };
}

export function createCalendar(
  record: RecordData,
  lookup: Lookup,
  fieldsOf: (meeting: MeetingFact) => string[],
) {
  let made: readonly Dated[] | null = null;
  return (params: CalendarParams): CalendarItemList => {
    refuseUnknown('field', params.field, lookup.hasField);
    refuseUnknown('exchangeYear', params.exchangeYear, lookup.hasExchangeYear);
    const { kind, field, exchangeYear, q } = params;
    const dated = (made ??= toDated(record, lookup, fieldsOf));
    const span = spanOf(dated, record.mechanism.since);
    const range = toDayRange(params, span);
    const words = q === undefined ? [] : toWords(q);
    const items = dated
      .filter(
        ({ item, text }) =>
          isWithin(intervalOf(item), range) &&
          (kind === undefined || kind.includes(item.kind)) &&
          (field === undefined || item.fields.some(({ id }) => field.includes(id))) &&
          (exchangeYear === undefined ||
            (item.exchangeYear !== null && exchangeYear.includes(item.exchangeYear.id))) &&
          (words.length === 0 || hasWords(text(), words)),
      )
      .map(({ item }) => item);
    const { name } = record.mechanism;
    return {
      title: name,
      from: params.from ?? span.from,
      to: params.to ?? span.to,
      items,
      total: items.length,
    };
  };
}
