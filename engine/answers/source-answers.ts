import { type SourceParams } from '#src/api/params.ts';
import type { SourceDetail, SourceList, SourceSummary } from '#src/api/schemas/sources.ts';
import type { MeetingFact, RecordData, Supported } from '../record/record.ts';
import { toPage, toWalk } from '../requests/list-cursor.ts';
import { type DayRange, isWithin, toDayRange } from '../requests/date-range.ts';
import { citedBy, commissionDocuments, exchangeYearDocuments } from './cited-documents.ts';
import { foldText, hasWords, toWords } from '../text/folded-text.ts';
import { type AlikeSources, countSources, isChosen } from './count-sources.ts';
import type { Lookup } from './record-lookup.ts';
import { compareNullable, compareText } from '../text/text-order.ts';
import { refuseUnknown } from '../requests/parameter-refusal.ts';

type Documents = (meeting: MeetingFact) => readonly string[];

/** Counts, for each id, in how many of the lists it stands. */
function countIn(lists: Iterable<readonly string[]>): (id: string) => number {
  const counts = new Map<string, number>();
  for (const ids of lists) for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1);
  return (id) => counts.get(id) ?? 0;
}

/** What rests on each document; with a range, counting only what is dated within it. */
function toSummaries(
  record: RecordData,
  documents: Documents,
  range: DayRange | null,
): SourceSummary[] {
  const isDated = (...dates: readonly (string | null)[]) =>
    range === null || dates.some((date) => date !== null && isWithin(date, range));
  const heldMeetings = record.meetings.filter(({ date }) => isDated(date));
  const held = new Set(heldMeetings.map(({ ordinal }) => ordinal));
  const entries = countIn(
    record.entries.map((entry) => (held.has(entry.meeting) ? citedBy(entry) : [])),
  );
  const meetings = countIn(heldMeetings.map(documents));
  const exchangeYears = countIn(
    record.exchangeYears
      .filter(({ years, events }) => isDated(years, ...events.map(({ date }) => date)))
      .map(exchangeYearDocuments),
  );
  const commissions = countIn(
    record.commissions
      .filter(({ founded, sessions }) => isDated(founded, ...sessions.map(({ date }) => date)))
      .map(commissionDocuments),
  );
  return record.sources.map((source) => ({
    ...source,
    entries: entries(source.id),
    meetings: meetings(source.id),
    exchangeYears: exchangeYears(source.id),
    commissions: commissions(source.id),
  }));
}

const isUsed = ({ entries, meetings, exchangeYears, commissions }: SourceSummary) =>
  entries + meetings + exchangeYears + commissions > 0;

const toAlike = ({ language, reportedBy, copy }: SourceSummary): AlikeSources => ({
  language,
  account: reportedBy ?? null,
  isCopy: copy !== undefined,
  sources: 1,
});

type Compare = (a: SourceSummary, b: SourceSummary) => number;
type Sort = NonNullable<SourceParams['sort']>;

function toCompare(sort: Sort): Compare {
  const sign = sort.startsWith('-') ? -1 : 1;
  const signed =
    (compare: Compare): Compare =>
    (a, b) =>
      sign * compare(a, b);
  const byKey: Record<string, Compare> = {
    title: signed((a, b) => compareText(a.title, b.title)),
    publisher: signed((a, b) => compareText(a.publisher, b.publisher)),
    date: (a, b) =>
      compareNullable(a.publishedOn, b.publishedOn, (x, y) => sign * compareText(x, y)),
    entries: signed((a, b) => a.entries - b.entries),
  };
  const compare = byKey[sort.replace('-', '')];
  return (a, b) => compare?.(a, b) || compareText(a.id, b.id);
}

function toDetail(summary: SourceSummary, record: RecordData, documents: Documents): SourceDetail {
  const { id } = summary;
  const cites = (fact: Supported) => citedBy(fact).includes(id);
  return {
    ...summary,
    meetings: record.meetings
      .filter((meeting) => documents(meeting).includes(id))
      .map(({ ordinal, date }) => ({
        ordinal,
        date,
        entries: record.entries.filter((entry) => entry.meeting === ordinal && cites(entry)).length,
      })),
    exchangeYears: record.exchangeYears
      .filter((year) => exchangeYearDocuments(year).includes(id))
      .map((year) => ({
        id: year.id,
        name: year.name,
        events: year.events.filter(cites).length,
        figures: year.figures.filter(cites).length,
      })),
    commissions: record.commissions
      .filter((commission) => commissionDocuments(commission).includes(id))
      .map((commission) => ({
        id: commission.id,
        name: commission.name,
        sessions: commission.sessions.filter(cites).length,
      })),
  };
}

export function sourceText({
  title,
  publisher,
  id,
}: {
  title: string;
  publisher: string;
  id: string;
}): string {
  return `${title}\n${publisher}\n${id}`;
}

export function createSources(record: RecordData, lookup: Lookup, documents: Documents) {
  let summaries: readonly SourceSummary[] | null = null;
  const all = () => (summaries ??= toSummaries(record, documents, null));
  const upTo = (to: string) => toSummaries(record, documents, toDayRange({ to })).filter(isUsed);
  return {
    list(params: SourceParams): SourceList {
      refuseUnknown('meeting', params.meeting, lookup.hasMeeting);
      refuseUnknown('reportedBy', params.reportedBy, (id) => lookup.accountOrder.includes(id));
      const { to, meeting, q, sort = 'title' } = params;
      const ofMeetings =
        meeting && new Set(meeting.flatMap((ordinal) => documents(lookup.meeting(ordinal))));
      const words = q === undefined ? [] : toWords(q);
      const unchosen = (to === undefined ? all() : upTo(to)).filter(
        (source) =>
          (ofMeetings === undefined || ofMeetings.has(source.id)) &&
          (words.length === 0 || hasWords(foldText(sourceText(source)), words)),
      );
      const matching = unchosen.filter((source) => isChosen(toAlike(source), params));
      const walk = [record.mechanism.dataVersion, ...toWalk({ ...params, sort })];
      return {
        ...toPage(matching.toSorted(toCompare(sort)), params, walk),
        ...countSources(unchosen.map(toAlike), params, lookup.accountOrder),
      };
    },
    find(id: string): SourceDetail | null {
      const summary = all().find((source) => source.id === id);
      return summary ? toDetail(summary, record, documents) : null;
    },
  };
}
