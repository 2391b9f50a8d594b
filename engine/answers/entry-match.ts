import type { EntryFilters } from '#src/api/params.ts';
import { type DayRange, isWithin, toDayRange } from '../requests/date-range.ts';
import type { EntryIndex, IndexedEntry } from './entry-index.ts';
import { hasWords, toWords } from '../text/folded-text.ts';
import type { Lookup } from './record-lookup.ts';
import { refuseUnknown } from '../requests/parameter-refusal.ts';

/** One bit for each filter that has facets: the filters that an entry fails. */
export const FAILS = {
  group: 1,
  field: 2,
  party: 4,
  kind: 8,
  meeting: 16,
  status: 32,
  exchangeYear: 64,
  reportedBy: 128,
  coChair: 256,
} as const;

export function refuseUnknownIds(filters: EntryFilters, lookup: Lookup): void {
  refuseUnknown('field', filters.field, lookup.hasField);
  refuseUnknown('group', filters.group, lookup.hasGroup);
  refuseUnknown('party', filters.party, (id) => lookup.partyOrder.includes(id));
  refuseUnknown('meeting', filters.meeting, lookup.hasMeeting);
  refuseUnknown('exchangeYear', filters.exchangeYear, lookup.hasExchangeYear);
  refuseUnknown('source', filters.source, lookup.hasSource);
  refuseUnknown('reportedBy', filters.reportedBy, (id) => lookup.accountOrder.includes(id));
  refuseUnknown('coChair', filters.coChair, lookup.hasPerson);
}

type Chosen = readonly boolean[] | null;

/** For each value of a list, whether it was chosen; null where the filter is not used. */
function toChosen<Value>(all: readonly Value[], values: readonly Value[] | undefined): Chosen {
  if (values === undefined) return null;
  const set = new Set(values);
  return all.map((value) => set.has(value));
}

const isOut = (chosen: Chosen, position: number) => chosen !== null && chosen[position] !== true;
const areOut = (chosen: Chosen, positions: readonly number[]) =>
  chosen !== null && !positions.some((position) => chosen[position] === true);

export type EntryMatch = {
  readonly range: DayRange;
  /** Calls back for each entry that fails at most one of the filters with facets, with the bits that it fails. */
  readonly each: (visit: (entry: IndexedEntry, fails: number, position: number) => void) => void;
};

/** Compiles the filters. One pass answers the total, every cell and every facet. */
export function matchEntries(index: EntryIndex, filters: EntryFilters): EntryMatch {
  const range = toDayRange(filters);
  const group = toChosen(index.groups, filters.group);
  const field = toChosen(index.fields, filters.field);
  const party = toChosen(index.parties, filters.party);
  const kind = toChosen<string>(index.kinds, filters.kind);
  const status = toChosen<string>(index.statuses, filters.status);
  const exchangeYear = toChosen(index.exchangeYears, filters.exchangeYear);
  const source = toChosen(index.sources, filters.source);
  const account = toChosen(index.accounts, filters.reportedBy);
  const meeting = toChosen(
    index.meetings.map(({ ordinal }) => ordinal),
    filters.meeting,
  );
  const coChair = toChosen(index.people, filters.coChair);
  const words = filters.q === undefined ? [] : toWords(filters.q);

  const failsOf = (entry: IndexedEntry) =>
    (areOut(group, entry.groups) ? FAILS.group : 0) |
    (areOut(field, entry.fields) ? FAILS.field : 0) |
    (isOut(party, entry.party) ? FAILS.party : 0) |
    (isOut(kind, entry.kind) ? FAILS.kind : 0) |
    (isOut(meeting, entry.meeting) ? FAILS.meeting : 0) |
    (isOut(status, entry.status) ? FAILS.status : 0) |
    (areOut(exchangeYear, entry.exchangeYears) ? FAILS.exchangeYear : 0) |
    (areOut(account, entry.accounts) ? FAILS.reportedBy : 0);

  const each: EntryMatch['each'] = (visit) => {
    index.meetings.forEach(({ date }, meetingPosition) => {
      if (!isWithin(date, range)) return;
      const ofMeeting = areOut(coChair, index.chairs[meetingPosition] ?? []) ? FAILS.coChair : 0;
      const end = index.starts[meetingPosition + 1] ?? 0;
      for (let position = index.starts[meetingPosition] ?? 0; position < end; position += 1) {
        const entry = index.entries[position];
        if (entry === undefined || areOut(source, entry.sources)) continue;
        const fails = failsOf(entry) | ofMeeting;
        const failsSeveral = (fails & (fails - 1)) !== 0;
        if (failsSeveral) continue;
        // Without words no text is folded: that would take longer than everything else.
        if (words.length > 0 && !hasWords(index.foldedText(position), words)) continue;
        visit(entry, fails, position);
      }
    });
  };
  return { range, each };
}
