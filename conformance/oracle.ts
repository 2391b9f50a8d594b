/**
 * The contract's rules on entries, said once and as plainly as possible, one entry at a time: what matches, how text is
 * compared, and in what order; `due-summary.ts` says what is counted. The suite holds backends against them, and the tests
 * hold the engine against them; none of them uses any of this to answer.
 */
import type { EntryFilters, EntrySort } from '#src/api/params.ts';
import { EvidenceStatus } from '#src/api/schemas/common.ts';
import { type Entry, EntryKind } from '#src/api/schemas/entries.ts';

export type RuledEvidence = {
  readonly source: { readonly id: string; readonly reportedBy?: string | undefined };
  readonly independent?: boolean | undefined;
};

export type Ruled = Pick<Entry, 'id' | 'kind' | 'party' | 'text' | 'status' | 'translations'> & {
  readonly meeting: { readonly ordinal: number; readonly date: string };
  readonly fields: readonly { readonly id: string; readonly group: string }[];
  readonly exchangeYears: readonly { readonly id: string }[];
  readonly source: { readonly id: string } | null;
  readonly evidence?: readonly RuledEvidence[] | undefined;
};

/** What the rules ask of a meeting; `chairs` are the ids of those who chaired it. */
export type RuledMeeting = {
  readonly ordinal: number;
  readonly date: string;
  readonly chairs: readonly string[];
};

/** What there is to count by and to choose from, each in the order in which the contract lists it. */
export type Vocabulary = {
  readonly groups: readonly string[];
  readonly fields: readonly { readonly id: string; readonly group: string }[];
  /** Both parties and then `joint`. */
  readonly parties: readonly string[];
  /** By ordinal. */
  readonly meetings: readonly RuledMeeting[];
  readonly exchangeYears: readonly string[];
  readonly people: readonly string[];
};

/* Evidence */

export const citedBy = ({ evidence = [] }: Pick<Ruled, 'evidence'>) =>
  evidence.map(({ source }) => source.id);
const accountsOf = ({ evidence = [] }: Pick<Ruled, 'evidence'>) =>
  evidence.flatMap(({ source }) => source.reportedBy ?? []);

/** Whose accounts alone entries can rest on, in the order of the contract. */
export const sidesIn = ({ parties: [first = '', ...others] }: Pick<Vocabulary, 'parties'>) => [
  first,
  'joint',
  ...others.filter((party) => party !== 'joint'),
  'third',
];

/** Whose accounts alone an entry rests on: one party's, both parties' (`joint`), thirds'; null where nobody's is known. */
export function sideOf(entry: Pick<Ruled, 'evidence'>, { parties }: Pick<Vocabulary, 'parties'>) {
  const accounts = new Set(accountsOf(entry));
  const own = parties.filter((party) => accounts.has(party));
  if (own.length > 1 || accounts.has('joint')) return 'joint';
  return own[0] ?? (accounts.has('third') ? 'third' : null);
}

/** The status that follows from evidence, where the record holds no dispute. */
export function dueStatus([first, ...others]: readonly RuledEvidence[]): string {
  if (first === undefined) return 'unverified';
  const { reportedBy } = first.source;
  const isOther = (account: string | undefined) =>
    account === undefined || account === 'third' || account !== reportedBy;
  const counts = others.filter(
    ({ independent, source }) => independent === true && isOther(source.reportedBy),
  );
  return counts.length > 0 ? 'confirmed' : 'single-source';
}

/** The status that follows from the documents that a thing rests on; null where one is nobody's known account. */
export function dueStatusOf(
  documents: readonly { reportedBy?: string | undefined }[],
): string | null {
  const accounts = [...new Set(documents.map(({ reportedBy }) => reportedBy))];
  if (accounts.includes(undefined)) return null;
  return ['unverified', 'single-source'][accounts.length] ?? 'confirmed';
}

/* Match */

/** The possible days of a date or an interval, as text that compares: no calendar is needed, the 31st ends every month. */
const firstDay = (date: string) => `${date.split('/')[0]}-01-01`.slice(0, 10);
const lastDay = (date: string) => {
  const end = date.split('/').at(-1) ?? date;
  return `${end}${'-12-31'.slice(end.length - 4)}`;
};

export const isDated = (date: string, { from, to }: Pick<EntryFilters, 'from' | 'to'>) =>
  (from === undefined || lastDay(date) >= firstDay(from)) &&
  (to === undefined || firstDay(date) <= lastDay(to));

export const fold = (text: string) =>
  text.normalize('NFKD').toLowerCase().replaceAll(/\p{M}/gu, '');

const wordsOf = (q: string) => fold(q).split(/\s+/).filter(Boolean);

type Sentence = Pick<Ruled, 'text' | 'translations'>;
export const textsOfSentence = ({ text, translations = {} }: Sentence): string[] => [
  text,
  ...Object.values(translations),
];

/** What is looked through for many questions is folded once. */
const foldedTexts = new WeakMap<object, string>();
function foldedOnce(of: object, texts: () => readonly string[]): string {
  const kept = foldedTexts.get(of) ?? fold(texts().join('\n'));
  foldedTexts.set(of, kept);
  return kept;
}

/** Whether a thing's texts, which stay the same list from question to question, together have all the words of a query. */
export const haveAllWords = (texts: readonly string[], q: string): boolean =>
  wordsOf(q).every((word) => foldedOnce(texts, () => texts).includes(word));

/** The entries whose texts have all the words of a query. */
export function withWords<Item extends Sentence>(entries: readonly Item[], q: string): Item[] {
  const words = wordsOf(q);
  return entries.filter((entry) =>
    words.every((word) => foldedOnce(entry, () => textsOfSentence(entry)).includes(word)),
  );
}

export const isAny = <Value>(chosen: readonly Value[] | undefined, own: readonly Value[]) =>
  chosen === undefined || chosen.some((value) => own.includes(value));
export const idsOf = (items: readonly { readonly id: string }[]) => items.map(({ id }) => id);

type ChoiceFilters = Omit<EntryFilters, 'from' | 'to' | 'q' | 'coChair'>;
/** What an entry has of each filter's values. */
const OWN: {
  [Name in keyof ChoiceFilters]-?: (entry: Ruled) => readonly (string | number)[];
} = {
  field: ({ fields }) => idsOf(fields),
  group: ({ fields }) => fields.map(({ group }) => group),
  party: ({ party }) => [party],
  kind: ({ kind }) => [kind],
  meeting: ({ meeting }) => [meeting.ordinal],
  status: ({ status }) => [status],
  exchangeYear: ({ exchangeYears }) => idsOf(exchangeYears),
  source: citedBy,
  reportedBy: accountsOf,
};
const CHOSEN = Object.keys(OWN) as (keyof typeof OWN)[];

/** The same filters without people: in their place stand the meetings that they chaired. */
export function withMeetings(
  { coChair, ...filters }: EntryFilters,
  meetings: readonly RuledMeeting[],
): EntryFilters {
  if (coChair === undefined) return filters;
  const chaired = meetings.filter(({ chairs }) => isAny(coChair, chairs));
  const ordinals = chaired.map(({ ordinal }) => ordinal);
  return {
    ...filters,
    meeting: ordinals.filter((ordinal) => isAny(filters.meeting, [ordinal])),
  };
}

/** E(F) of the contract, for filters {@link withMeetings}: any value of one parameter, and all parameters together. */
export function matchEntries<Item extends Ruled>(
  entries: readonly Item[],
  filters: EntryFilters,
): Item[] {
  const chosen = CHOSEN.filter((name) => filters[name] !== undefined);
  const passing = entries.filter(
    (entry) =>
      chosen.every((name) => isAny<string | number>(filters[name], OWN[name](entry))) &&
      isDated(entry.meeting.date, filters),
  );
  return filters.q === undefined ? passing : withWords(passing, filters.q);
}

/* Order */

/** By code point: units of UTF-16 are in another order where one text has a surrogate and the other has not. */
export function compareText(a: string, b: string): number {
  for (let at = 0; at < Math.min(a.length, b.length);) {
    const [x = 0, y = 0] = [a.codePointAt(at), b.codePointAt(at)];
    if (x !== y) return x - y;
    at += String.fromCodePoint(x).length;
  }
  return a.length - b.length;
}

/** The place of a value in a list; a value that is newer than this comes after all others. */
const placeIn = (list: readonly string[], value: string) =>
  list.includes(value) ? list.indexOf(value) : list.length;

type Ordered = Pick<Vocabulary, 'parties' | 'fields'>;

function keyOf(entry: Ruled, key: string, vocabulary: Ordered): number | string | null {
  if (key === 'meeting') return entry.meeting.ordinal;
  if (key === 'kind') return placeIn(EntryKind.options, entry.kind);
  if (key === 'party') return placeIn(vocabulary.parties, entry.party);
  if (key === 'field') return placeIn(idsOf(vocabulary.fields), entry.fields[0]?.id ?? '');
  if (key === 'status') return placeIn(EvidenceStatus.options, entry.status);
  if (key === 'account') {
    const side = sideOf(entry, vocabulary);
    return side === null ? null : sidesIn(vocabulary).indexOf(side);
  }
  return key === 'source' ? (entry.source?.id ?? null) : entry.text;
}

/** The stated order of entries: the key, in its direction; nothing last; ties by id. */
export function compareEntries(vocabulary: Ordered, sort: EntrySort) {
  const sign = sort.startsWith('-') ? -1 : 1;
  const key = sort.replace('-', '');
  return (a: Ruled, b: Ruled): number => {
    const [x, y] = [keyOf(a, key, vocabulary), keyOf(b, key, vocabulary)];
    if (x === y) return compareText(a.id, b.id);
    if (x === null || y === null) return x === null ? 1 : -1;
    return sign * (typeof x === 'string' ? compareText(x, String(y)) : x - Number(y));
  };
}
