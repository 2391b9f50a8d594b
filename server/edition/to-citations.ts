import { firstDay } from '#src/api/edtf.ts';
import { commissionDocuments, exchangeYearDocuments } from '#engine/answers/cited-documents.ts';
import type { Parts } from './record-parts.ts';

/** `kind` is the count of the contract that the row adds to; `first_day` is from when on it does, null for never. */
type Citation = {
  source: number;
  kind: 'entries' | 'meetings' | 'exchangeYears' | 'commissions';
  meeting: number | null;
  first_day: string | null;
  things: number;
};

const earliest = (dates: readonly (string | null)[]) =>
  dates.flatMap((date) => (date === null ? [] : [firstDay(date)])).toSorted()[0] ?? null;

function* ofEntries({ index }: Parts): Iterable<Citation> {
  const counts = new Map<string, Citation>();
  for (const { sources, meeting: position } of index.entries) {
    const meeting = index.meetings[position];
    if (meeting === undefined) continue;
    const first_day = firstDay(meeting.date);
    const { ordinal } = meeting;
    for (const source of sources) {
      const key = `${source}|${position}`;
      const counted = counts.get(key);
      if (counted) counted.things += 1;
      else counts.set(key, { source, kind: 'entries', meeting: ordinal, first_day, things: 1 });
    }
  }
  yield* counts.values();
}

/** What rests on each document and from when on: the counts of `/sources` as of a date are sums of these. */
export function* toCitations(parts: Parts): Iterable<Citation> {
  const { record, index, documents } = parts;
  const positions = new Map(index.sources.map((id, position) => [id, position]));
  const of = (
    ids: readonly string[],
    about: Pick<Citation, 'kind' | 'first_day'> & { meeting?: number },
  ) =>
    ids.map((id) => ({
      meeting: null,
      ...about,
      source: positions.get(id) ?? -1,
      things: 1,
    }));
  yield* ofEntries(parts);
  for (const meeting of record.meetings)
    yield* of(documents(meeting), {
      kind: 'meetings',
      meeting: meeting.ordinal,
      first_day: firstDay(meeting.date),
    });
  for (const year of record.exchangeYears)
    yield* of(exchangeYearDocuments(year), {
      kind: 'exchangeYears',
      first_day: earliest([year.years, ...year.events.map(({ date }) => date)]),
    });
  for (const commission of record.commissions)
    yield* of(commissionDocuments(commission), {
      kind: 'commissions',
      first_day: earliest([commission.founded, ...commission.sessions.map(({ date }) => date)]),
    });
}
