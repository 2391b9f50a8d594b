import { endDate, firstDay, intervalOf, lastDay, precisionOf } from '#src/api/edtf.ts';
import { type CalendarItem, CalendarItemKind } from '#src/api/schemas/calendar.ts';
import { type LocalText, type Mechanism, knownOf } from '#src/api/schemas/common.ts';
import type { ExchangeYearSummary } from '#src/api/schemas/exchange-years.ts';
import type { MeetingSummary } from '#src/api/schemas/meetings.ts';
import type { Translator } from '#src/i18n/translator.ts';
import { isAfter, statusAsOf } from '#src/lib/dates/as-of.ts';
import { shownText } from '#src/lib/shown-text.ts';
import { partyName } from '#src/record/value-words.ts';

/** Stable while the same meetings share a mark. */
export function keyOfMeetings(meetings: readonly MeetingSummary[]): string {
  return `meetings-${meetings[0]?.ordinal ?? 0}-${meetings.length}`;
}

export function keyOfItems(lane: string, items: readonly CalendarItem[]): string {
  return `${lane}-${items[0]?.id ?? ''}-${items.length}`;
}

/** "Meeting 28, 19 December 2023, Beijing, host: …": all that the mark shows, in words. */
export function meetingWords(
  meeting: MeetingSummary,
  mechanism: Mechanism,
  asOf: string,
  i18n: Translator,
): string {
  const { t, date, name } = i18n;
  const facts = [
    // With the number as it stands in the mark: who speaks to the page says what is seen.
    t('calendar.meetingMark', { ordinal: String(meeting.ordinal) }),
    dateWords(meeting, i18n),
    meeting.place || meeting.format === 'video' ? null : t('calendar.noPlace'),
    meeting.place ? name(meeting.place.name) : null,
    meeting.format === 'video' ? t('calendar.byVideo') : null,
    meeting.place && meeting.host === null ? t('calendar.thirdCountry') : null,
    meeting.host ? t('calendar.host', { party: partyName(mechanism, meeting.host, i18n) }) : null,
    isAfter(meeting.date, asOf) ? t('calendar.notYetHeld', { date: date(asOf) }) : null,
  ];
  return facts.filter((fact) => fact !== null).join(t('calendar.join'));
}

/** A dated thing, as far as its days go. */
export type Dated = Parameters<typeof intervalOf>[0];

/** The first and last days, worked out once: a shared mark of hundreds is put into words in each frame of a zoom. */
const knownDays = new WeakMap<Dated, { first: string; last: string }>();

function daysOf(one: Dated): { first: string; last: string } {
  const days = knownDays.get(one) ?? { first: firstDay(one.date), last: lastDay(intervalOf(one)) };
  knownDays.set(one, days);
  return days;
}

/**
 * How many things a mark stands for, and from the earliest date that they may mean to the latest. They come by the middle of
 * their days, so that what is known to the year only may begin before the first.
 */
export function togetherValues(all: readonly [Dated, ...Dated[]], { date }: Translator) {
  const earliest = all.reduce((a, b) => (daysOf(b).first < daysOf(a).first ? b : a));
  const latest = all.reduce((a, b) => (daysOf(b).last > daysOf(a).last ? b : a));
  const [from, to] = [earliest.date, endDate(intervalOf(latest))];
  return { count: all.length, from: date(from), to: date(to), isOne: String(from === to) };
}

/** One meeting in full, several as how many and from when to when. */
export function meetingsWords(
  meetings: readonly MeetingSummary[],
  mechanism: Mechanism,
  asOf: string,
  i18n: Translator,
): string {
  const [one, ...more] = meetings;
  if (!one) return '';
  if (more.length === 0) return meetingWords(one, mechanism, asOf, i18n);
  return i18n.t('calendar.meetingsTogether', togetherValues([one, ...more], i18n));
}

/** Who hosts in which year, each run of years with one host said once. */
export function hostingWords(
  { hosting }: Pick<ExchangeYearSummary, 'hosting'>,
  mechanism: Mechanism,
  i18n: Translator,
): string {
  if (hosting.length === 0) return i18n.t('calendar.hostingNone');
  const hosts = new Set(hosting.map(({ host }) => host));
  const parts =
    hosts.size === 1
      ? [...hosts].map((host) => partyName(mechanism, host, i18n))
      : hosting.map(({ year, host }) => `${year}: ${partyName(mechanism, host, i18n)}`);
  return i18n.t('calendar.hosting', { hosts: parts.join(i18n.t('calendar.join')) });
}

/** Name, years, hosting and status as of the date: all that the band shows, in words. */
export function bandWords(
  exchangeYear: ExchangeYearSummary,
  mechanism: Mechanism,
  asOf: string,
  i18n: Translator,
): string {
  return [
    i18n.name(exchangeYear.name),
    i18n.date(exchangeYear.years),
    i18n.name(exchangeYear.field.name),
    hostingWords(exchangeYear, mechanism, i18n),
    i18n.t(`record.status-${statusAsOf(exchangeYear, asOf)}`),
  ].join(i18n.t('calendar.join'));
}

/** What a dated thing is called: the record's sentence where it has one, else its name; in the reader's language if it is in that. */
export function itemTitle(item: CalendarItem, { t, name, language }: Translator): LocalText {
  if (item.text) return shownText(item.text, language);
  if (item.meeting !== null) {
    return { text: t('record.meetingShort', { ordinal: item.meeting }), lang: language };
  }
  const named = item.commission ?? item.exchangeYear;
  const text = named ? name(named.name) : item.id;
  return {
    text:
      item.session === null ? text : t('calendar.session', { ordinal: item.session, name: text }),
    lang: language,
  };
}

/** All days of a thing in words, which say so where only the month or the year is on record. */
export function dateWords(
  dated: { date: string; until?: string | undefined },
  { t, date: format }: Translator,
): string {
  const precision = precisionOf(dated.date);
  return precision === 'day'
    ? format(intervalOf(dated))
    : t(`calendar.known-${precision}`, { date: format(dated.date) });
}

export function itemsWords(items: readonly CalendarItem[], i18n: Translator): string {
  const [first, ...more] = items;
  if (!first) return '';
  if (more.length > 0)
    return i18n.t('calendar.itemsTogether', togetherValues([first, ...more], i18n));
  return [
    itemKindWords(first.kind, i18n),
    dateWords(first, i18n),
    itemTitle(first, i18n).text,
  ].join(i18n.t('calendar.join'));
}

/** The kind of a dated thing in words; one that is newer than this app stands as it was given. */
export function itemKindWords(given: string, { t }: Pick<Translator, 't'>): string {
  const kind = knownOf(CalendarItemKind, given);
  return kind === null ? given : t(`calendar.kind-${kind}`);
}

/** Whether a mark is an outline: of what is not known to the day, and of what is still to come. */
export const isHollow = (date: string, asOf: string): boolean =>
  precisionOf(date) !== 'day' || isAfter(date, asOf);
