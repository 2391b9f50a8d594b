import type { CalendarItemList, CommissionList } from '#src/api/schemas/calendar.ts';
import type { FieldList, Mechanism } from '#src/api/schemas/common.ts';
import { type Entry, EntryKind } from '#src/api/schemas/entries.ts';
import { EvidenceStatus } from '#src/api/schemas/common.ts';
import type { ExchangeYearList } from '#src/api/schemas/exchange-years.ts';
import type { MeetingSummary, PersonList } from '#src/api/schemas/meetings.ts';
import type { SourceSummary } from '#src/api/schemas/sources.ts';
import { type BackendUnderTest, expectSame } from './backend-under-test.ts';
import { Broken } from './outcome.ts';

/** More than this is not read whole; then counts are held against each other instead of against the entries. */
const MOST_ENTRIES = 5000;
const LARGEST_PAGE = 500;

export type Snapshot = {
  mechanism: Mechanism;
  taxonomy: FieldList;
  meetings: MeetingSummary[];
  people: PersonList;
  commissions: CommissionList;
  exchangeYears: ExchangeYearList;
  sources: SourceSummary[];
  calendar: CalendarItemList;
  /** All of them, or the first page where they are too many. */
  entries: Entry[];
  total: number;
  isWhole: boolean;
  /** What each filter can be asked for. */
  choices: Record<string, readonly (string | number)[]>;
};

type Items = { '/entries': Entry; '/meetings': MeetingSummary; '/sources': SourceSummary };

type Page = { items: unknown[]; total: number; nextCursor: string | null };

/** Every item of a list; a list that never ends, or whose pages are too long, breaks rule 2. */
export async function walk<Path extends keyof Items>(
  backend: BackendUnderTest,
  path: Path,
  params: object,
  limit: number,
): Promise<{ items: Items[Path][]; total: number; request: string }> {
  const items: Items[Path][] = [];
  let total = 0;
  let cursor: string | null = null;
  let request = '';
  do {
    const asked: object = { ...params, limit, ...(cursor !== null && { cursor }) };
    const page: { data: Page; request: string } = await backend.get(path, asked);
    if (cursor === null) {
      ({ total } = page.data);
      ({ request } = page);
    }
    if (page.data.items.length > limit)
      throw new Broken('rule 2', page.request, `a page of ${page.data.items.length} items`);
    if (page.data.nextCursor !== null && page.data.items.length === 0)
      throw new Broken('rule 2', page.request, 'an empty page that names a next one');
    expectSame('rule 2', page.request, 'total of a later page', page.data.total, total);
    items.push(...(page.data.items as Items[Path][]));
    if (items.length > total)
      throw new Broken('rule 2', page.request, `more items than the total of ${total}`);
    cursor = page.data.nextCursor;
  } while (cursor !== null);
  return { items, total, request };
}

const idsOf = (items: readonly { id: string }[]) => items.map(({ id }) => id);

/** Reads the whole backend once; everything else is held against this. */
export async function takeSnapshot(backend: BackendUnderTest): Promise<Snapshot> {
  const { data: mechanism } = await backend.get('/mechanism');
  const { data: taxonomy } = await backend.get('/fields');
  const { data: people } = await backend.get('/people');
  const { data: commissions } = await backend.get('/commissions');
  const { data: exchangeYears } = await backend.get('/exchange-years');
  const { data: calendar } = await backend.get('/calendar');
  const meetings = await walk(backend, '/meetings', { sort: 'ordinal' }, 200);
  const sources = await walk(backend, '/sources', { sort: 'title' }, LARGEST_PAGE);
  const first = await backend.get('/entries', { limit: LARGEST_PAGE });
  const isWhole = first.data.total <= MOST_ENTRIES;
  const entries = isWhole
    ? (await walk(backend, '/entries', {}, LARGEST_PAGE)).items
    : first.data.items;
  return {
    mechanism,
    taxonomy,
    people,
    commissions,
    exchangeYears,
    calendar,
    meetings: meetings.items,
    sources: sources.items,
    entries,
    total: first.data.total,
    isWhole,
    choices: {
      field: idsOf(taxonomy.fields),
      group: idsOf(taxonomy.groups),
      party: [...idsOf(mechanism.parties), 'joint'],
      kind: EntryKind.options,
      meeting: meetings.items.map(({ ordinal }) => ordinal),
      status: EvidenceStatus.options,
      exchangeYear: idsOf(exchangeYears.items),
      source: idsOf(sources.items),
    },
  };
}
