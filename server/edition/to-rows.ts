import { listCommissions } from '#engine/answers/commission-answers.ts';
import { listPeople } from '#engine/answers/people-answers.ts';
import { firstDay, intervalOf, lastDay } from '#src/api/edtf.ts';
import {
  createReadOfMeeting,
  commissionDocuments,
  exchangeYearDocuments,
  createMeetingDocuments,
} from '#engine/answers/cited-documents.ts';
import { foldText } from '#engine/text/folded-text.ts';
import { compareText } from '#engine/text/text-order.ts';
import { sourceText, createSources } from '#engine/answers/source-answers.ts';
import type { EvidenceFact, RecordData } from '#engine/record/record.ts';
import { type EntryIndex, foldEntry, createEntryIndex } from '#engine/answers/entry-index.ts';
import { pagesOf } from '#engine/record/evidence.ts';
import { spanOf, toDated } from '#engine/answers/calendar-items.ts';
import { createExchangeYears } from '#engine/answers/exchange-year-answers.ts';
import { createLookup } from '#engine/answers/record-lookup.ts';
import { createMeetings } from '#engine/answers/meeting-answers.ts';
import { toCandidates } from '#engine/answers/search-record.ts';
import type { TableName } from './edition-tables.ts';
import { toBits } from './rollups.ts';

type TableRow = Record<string, unknown>;
export type Rows = Record<TableName, Iterable<TableRow>>;

/** The rank of every text among the distinct ones, by code point. */
export function toRanks(texts: Iterable<string>): Map<string, number> {
  return new Map([...new Set(texts)].toSorted(compareText).map((text, rank) => [text, rank]));
}

type Sets = { rows: TableRow[]; idOf: (entry: EntryIndex['entries'][number]) => number };

/** Entries share few combinations of fields and exchange years: each is kept once. */
function toSets({ entries }: EntryIndex): Sets {
  const ids = new Map<string, number>();
  const rows: TableRow[] = [];
  const keyOf = ({ fields, exchangeYears }: EntryIndex['entries'][number]) =>
    `${fields.join()}|${exchangeYears.join()}`;
  for (const entry of entries) {
    const key = keyOf(entry);
    if (ids.has(key)) continue;
    const id = ids.size;
    ids.set(key, id);
    const { fields, groups, exchangeYears } = entry;
    rows.push({ id, fields, groups, years: exchangeYears });
  }
  return { rows, idOf: (entry) => ids.get(keyOf(entry)) ?? 0 };
}

function withoutSource(page: EvidenceFact): Omit<EvidenceFact, 'source'> {
  const { source: _, ...said } = page;
  return said;
}

function* toEntries({ index, lookup }: Parts, sets: Sets): Iterable<TableRow> {
  const { entries, sources } = index;
  const positions = new Map(sources.map((id, position) => [id, position]));
  const seqOf = toRanks(entries.map(({ fact }) => fact.id));
  const rankOf = toRanks(entries.map(({ fact }) => fact.text));
  for (const entry of entries) {
    const { fact, kind, party, status, source, accounts, side, fields } = entry;
    const pages = pagesOf(fact);
    yield {
      seq: seqOf.get(fact.id),
      id: fact.id,
      meeting: fact.meeting,
      kind,
      party,
      status,
      source: source < 0 ? null : source,
      sources: pages.map((page) => positions.get(page.source)),
      accounts: toBits(accounts),
      side: side < 0 ? null : side,
      set_id: sets.idOf(entry),
      field: fields[0],
      text_rank: rankOf.get(fact.text),
      text: fact.text,
      folded: foldEntry(fact, lookup),
      lang: fact.lang,
      translations: fact.translations === undefined ? null : JSON.stringify(fact.translations),
      locator: fact.locator,
      pages: JSON.stringify(pages.map(withoutSource)),
    };
  }
}

function* toMeetings({ record, meetings }: Parts): Iterable<TableRow> {
  const { items } = meetings.list({ sort: 'ordinal', limit: record.meetings.length + 1 });
  for (const meeting of items) {
    yield {
      ordinal: meeting.ordinal,
      first_day: firstDay(meeting.date),
      last_day: lastDay(meeting.date),
      format: meeting.format,
      host: meeting.host,
      place: meeting.place?.id ?? null,
      people: meeting.coChairs.map(({ person }) => person.id),
      entries: meeting.entries,
      body: JSON.stringify(meeting),
    };
  }
}

function* toSources({ record, index, sources }: Parts): Iterable<TableRow> {
  const titles = toRanks(record.sources.map(({ title }) => title));
  const publishers = toRanks(record.sources.map(({ publisher }) => publisher));
  const dates = toRanks(record.sources.flatMap(({ publishedOn }) => publishedOn ?? []));
  const counts = new Map(
    sources.list({ limit: record.sources.length + 1 }).items.map((one) => [one.id, one]),
  );
  const factOf = new Map(record.sources.map((source) => [source.id, source]));
  for (const [pos, id] of index.sources.entries()) {
    const fact = factOf.get(id);
    const count = counts.get(id);
    if (fact === undefined || count === undefined) continue;
    yield {
      pos,
      id,
      language: fact.language,
      account: fact.reportedBy ?? null,
      is_copy: fact.copy !== undefined,
      title_rank: titles.get(fact.title),
      publisher_rank: publishers.get(fact.publisher),
      date_rank: fact.publishedOn === null ? null : dates.get(fact.publishedOn),
      entries: count.entries,
      meetings: count.meetings,
      exchange_years: count.exchangeYears,
      commissions: count.commissions,
      folded: foldText(sourceText(fact)),
      body: JSON.stringify(fact),
    };
  }
}

function* toCalendar({ calendar }: Parts): Iterable<TableRow> {
  for (const [seq, { item, text }] of calendar.entries()) {
    yield {
      seq,
      kind: item.kind,
      first_day: firstDay(item.date),
      last_day: lastDay(intervalOf(item)),
      fields: item.fields.map(({ id }) => id),
      exchange_year: item.exchangeYear?.id ?? null,
      folded: text(),
      body: JSON.stringify(item),
    };
  }
}

function* toSearchItems({ candidates }: Parts): Iterable<TableRow> {
  for (const [type, all] of Object.entries(candidates))
    for (const [seq, { match, text, exact }] of all.entries())
      yield { type, seq, folded: text, exact, body: JSON.stringify(match) };
}

/** The answers that no parameter changes, whole, under their paths. */
function* toDocuments(parts: Parts): Iterable<{ path: string; body: string }> {
  const { record, lookup, exchangeYears, meetings, sources } = parts;
  const document = (path: string, answer: unknown) => ({ path, body: JSON.stringify(answer) });
  yield document('/mechanism', record.mechanism);
  yield document('/fields', record.fields);
  yield document('/commissions', listCommissions(record, lookup));
  yield document('/people', listPeople(record, lookup));
  yield document('/exchange-years', exchangeYears.list());
  for (const { id } of record.exchangeYears)
    yield document(`/exchange-years/${id}`, exchangeYears.find(id));
  for (const { ordinal } of record.meetings)
    yield document(`/meetings/${ordinal}`, meetings.find(ordinal));
  for (const { id } of record.sources) yield document(`/sources/${id}`, sources.find(id));
}

/** Every table of an edition, derived from the record by the same code that the mock answers with. */
export function toRows(record: RecordData): Rows {
  const parts = toParts(record);
  const sets = toSets(parts.index);
  const { documents } = parts;
  const readOf = createReadOfMeeting(documents, parts.lookup);
  const read = record.meetings.map((meeting) => [meeting.ordinal, readOf(meeting)]);
  return {
    catalogue: [
      { part: 'record', body: JSON.stringify({ ...record, entries: [], sources: [] }) },
      { part: 'read', body: JSON.stringify(read) },
      { part: 'span', body: JSON.stringify(parts.span) },
    ],
    document: toDocuments(parts),
    meeting: toMeetings(parts),
    source: toSources(parts),
    citation: toCitations(parts),
    calendar_item: toCalendar(parts),
    search_item: toSearchItems(parts),
    entry_set: sets.rows,
    entry: toEntries(parts, sets),
  };
}

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
function* toCitations(parts: Parts): Iterable<Citation> {
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

/** What an edition's tables are derived from: each part of the reference store that is computed once per edition. */
function toParts(record: RecordData) {
  const lookup = createLookup(record);
  const index = createEntryIndex(record, lookup);
  const documents = createMeetingDocuments(record);
  const exchangeYears = createExchangeYears(record, lookup);
  const { dataVersion, since } = record.mechanism;
  const meetings = createMeetings({ index, lookup, documents, exchangeYears, dataVersion });
  const calendar = toDated(record, lookup, meetings.fieldsOf);
  return {
    record,
    lookup,
    index,
    documents,
    exchangeYears,
    meetings,
    sources: createSources(record, lookup, documents),
    calendar,
    span: spanOf(calendar, since),
    candidates: toCandidates(record, lookup),
  };
}
type Parts = ReturnType<typeof toParts>;
