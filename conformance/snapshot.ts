import type { CalendarItemList, CommissionList } from '#src/api/schemas/calendar.ts';
import { type FieldList, type Mechanism, EvidenceStatus } from '#src/api/schemas/common.ts';
import { type Entry, EntryKind } from '#src/api/schemas/entries.ts';
import type { ExchangeYearList } from '#src/api/schemas/exchange-years.ts';
import type { MeetingSummary, PersonList } from '#src/api/schemas/meetings.ts';
import type { SourceSummary } from '#src/api/schemas/sources.ts';
import { type BackendUnderTest, type DataPath, expectSame } from './backend-under-test.ts';
import { idsOf, type Vocabulary } from './oracle.ts';
import { Broken, broken, Untried } from './outcome.ts';

/** More than this is not read whole; then counts are held against each other instead of against the entries. */
const MOST_ENTRIES = 5000;
const MOST_IN_SHORT = 1000;
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
  entries: Entry[];
  total: number;
  isWhole: boolean;
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
      throw new Broken('rule 2', page.request, 'page-length', {
        got: page.data.items.length,
        due: limit,
      });
    if (page.data.nextCursor !== null && page.data.items.length === 0)
      throw broken('rule 2', page.request, 'an empty page that names a next one');
    if (cursor !== null && page.data.items.length === 0)
      throw new Broken('rule 2', page.request, {
        detail: 'an empty page: the one before was the last, and named a next one',
      });
    expectSame('rule 2', page.request, 'total of a later page', page.data.total, total);
    items.push(...(page.data.items as Items[Path][]));
    if (items.length > total)
      throw broken('rule 2', page.request, `more items than the total of ${total}`);
    cursor = page.data.nextCursor;
  } while (cursor !== null);
  return { items, total, request };
}

export type Parts = Omit<Snapshot, 'choices'>;

async function readEntries(backend: BackendUnderTest, isShort: boolean) {
  const first = await backend.get('/entries', { limit: LARGEST_PAGE });
  const isWhole = first.data.total <= (isShort ? MOST_IN_SHORT : MOST_ENTRIES);
  const entries = isWhole
    ? (await walk(backend, '/entries', {}, LARGEST_PAGE)).items
    : first.data.items;
  return { entries, total: first.data.total, isWhole };
}

type Reader = {
  path: DataPath;
  parts: readonly (keyof Parts)[];
  read: (backend: BackendUnderTest, isShort: boolean) => Promise<Partial<Parts>>;
};

/** What is read, and the parts of the snapshot that come of it. */
export const READERS: readonly Reader[] = [
  {
    path: '/mechanism',
    parts: ['mechanism'],
    read: async ({ get }) => ({ mechanism: (await get('/mechanism')).data }),
  },
  {
    path: '/fields',
    parts: ['taxonomy'],
    read: async ({ get }) => ({ taxonomy: (await get('/fields')).data }),
  },
  {
    path: '/people',
    parts: ['people'],
    read: async ({ get }) => ({ people: (await get('/people')).data }),
  },
  {
    path: '/commissions',
    parts: ['commissions'],
    read: async ({ get }) => ({ commissions: (await get('/commissions')).data }),
  },
  {
    path: '/exchange-years',
    parts: ['exchangeYears'],
    read: async ({ get }) => ({ exchangeYears: (await get('/exchange-years')).data }),
  },
  {
    path: '/calendar',
    parts: ['calendar'],
    read: async ({ get }) => ({ calendar: (await get('/calendar')).data }),
  },
  {
    path: '/meetings',
    parts: ['meetings'],
    read: async (backend) => ({
      meetings: (await walk(backend, '/meetings', { sort: 'ordinal' }, 200)).items,
    }),
  },
  {
    path: '/sources',
    parts: ['sources'],
    read: async (backend) => ({
      sources: (await walk(backend, '/sources', { sort: 'title' }, LARGEST_PAGE)).items,
    }),
  },
  { path: '/entries', parts: ['entries', 'total', 'isWhole'], read: readEntries },
];

/**
 * Reads a part of what everything else is held against. An answer of another shape is told and used as it is; a part that
 * cannot be used leaves untried only what needs it.
 */
export async function readPart(
  backend: BackendUnderTest,
  { parts: names, read }: Reader,
  parts: Parts,
  isShort: boolean,
): Promise<void> {
  const faults: Error[] = [];
  const tell = (fault: Error) => faults.push(fault);
  const get: BackendUnderTest['get'] = (path, params, id) => backend.get(path, params, id, tell);
  try {
    Object.assign(parts, await read({ ...backend, get }, isShort));
  } catch (error) {
    if (error instanceof Broken || error instanceof Untried) tell(error);
    else if (!(error instanceof TypeError && faults.length > 0)) throw error;
    const lost =
      error instanceof Untried
        ? error
        : new Untried('needs-other', `${names[0]} could not be read`);
    for (const name of names)
      Object.defineProperty(parts, name, {
        get: () => {
          throw lost;
        },
      });
  }
  const [fault] = faults;
  if (fault !== undefined) throw fault;
}

/** What a part has to choose from; one that could not be read has nothing. */
function listChoices<Value>(list: () => Value[]): Value[] {
  try {
    return list();
  } catch (error) {
    if (error instanceof Untried || error instanceof TypeError) return [];
    throw error;
  }
}

export function toSnapshot(parts: Parts): Snapshot {
  return Object.assign(parts, {
    choices: {
      field: listChoices(() => idsOf(parts.taxonomy.fields)),
      group: listChoices(() => idsOf(parts.taxonomy.groups)),
      party: listChoices(() => [...idsOf(parts.mechanism.parties), 'joint']),
      kind: EntryKind.options,
      meeting: listChoices(() => parts.meetings.map(({ ordinal }) => ordinal)),
      status: EvidenceStatus.options,
      exchangeYear: listChoices(() => idsOf(parts.exchangeYears.items)),
      source: listChoices(() => idsOf(parts.sources)),
      reportedBy: listChoices(() => [...idsOf(parts.mechanism.parties), 'joint', 'third']),
      coChair: listChoices(() => idsOf(parts.people.items)),
    },
  });
}

/** What there is to count by; a part that could not be read is missed only by who asks for it. */
export const toVocabulary = (snapshot: Snapshot): Vocabulary => ({
  get groups() {
    return idsOf(snapshot.taxonomy.groups);
  },
  get fields() {
    return snapshot.taxonomy.fields;
  },
  get parties() {
    return [...idsOf(snapshot.mechanism.parties), 'joint'];
  },
  get meetings() {
    return snapshot.meetings.map(({ ordinal, date, coChairs }) => ({
      ordinal,
      date,
      chairs: coChairs.map(({ person }) => person.id),
    }));
  },
  get exchangeYears() {
    return idsOf(snapshot.exchangeYears.items);
  },
  get people() {
    return idsOf(snapshot.people.items);
  },
});
