import type { SearchParams } from '#src/api/params.ts';
import type { LanguageMap } from '#src/api/schemas/common.ts';
import {
  type SearchGroup,
  type SearchMatch,
  type SearchResult,
  SearchType,
} from '#src/api/schemas/search.ts';
import { shownName } from '#src/lib/native-name.ts';
import type { EntryFact, MeetingFact, RecordData } from '../record/record.ts';
import type { EntryIndex } from './entry-index.ts';
import { foldText, hasWords, toWords } from '../text/folded-text.ts';
import type { Lookup } from './record-lookup.ts';
import { meetingText, ordinalNames, toSearchText } from '../text/search-text.ts';
import { sourceText } from './source-answers.ts';

/** A match at hand with the text to look into; `exact` holds what a query may be equal to, to come first. */
type Candidate = { match: SearchMatch; text: string; exact: readonly string[] };
type Found = { total: number; items: SearchMatch[] };
type Query = { words: readonly string[]; whole: string; limit: number };

const DEFAULT_SEARCH_LIMIT = 8;
const NONE = { detail: null, date: null, meeting: null };

/** "Place: co-chair, co-chair" in every language that one of them has a name in. */
function meetingName(meeting: MeetingFact, lookup: Lookup): LanguageMap {
  const place = lookup.place(meeting.place);
  const chairs = meeting.coChairs.map(({ person }) => lookup.person(person).name);
  const nameIn = (language: string) => {
    const nameOf = (name: LanguageMap) => shownName(name, language).text;
    const people = chairs.map(nameOf).join(', ');
    return [...(place ? [nameOf(place.name)] : []), ...(people ? [people] : [])].join(': ');
  };
  const languages = new Set([place?.name ?? {}, ...chairs].flatMap((name) => Object.keys(name)));
  const named = Object.fromEntries([...languages].map((language) => [language, nameIn(language)]));
  return { ...named, en: nameIn('en') || String(meeting.ordinal) };
}

/** Everything but entries, which are too many to hold twice. */
export function toCandidates(
  record: RecordData,
  lookup: Lookup,
): Record<Exclude<SearchType, 'entry'>, Candidate[]> {
  const named = (id: string, name: LanguageMap, more: Partial<SearchMatch> = {}): Candidate => ({
    match: { ...NONE, id, name, ...more },
    text: toSearchText(lookup, [name], more.detail ? [more.detail] : []),
    exact: Object.values(name).map(foldText),
  });
  return {
    meeting: record.meetings
      .toSorted((a, b) => b.ordinal - a.ordinal)
      .map((meeting) => ({
        match: {
          id: String(meeting.ordinal),
          name: meetingName(meeting, lookup),
          detail: meeting.venue,
          ...(meeting.venueName && { detailName: meeting.venueName }),
          date: meeting.date,
          meeting: meeting.ordinal,
        },
        text: meetingText(meeting, lookup),
        exact: ordinalNames(meeting.ordinal).map(foldText),
      })),
    person: record.people.map(({ id, name }) => named(id, name)),
    place: record.places.map(({ id, name }) => named(id, name)),
    field: record.fields.fields.map(({ id, name }) => named(id, name)),
    'exchange-year': record.exchangeYears.map(({ id, name, years }) =>
      named(id, name, { detail: years }),
    ),
    source: record.sources.map((source) => ({
      match: {
        ...NONE,
        id: source.id,
        name: { [source.language]: source.title, en: source.title },
        detail: source.publisher,
        date: source.publishedOn,
      },
      text: foldText(sourceText(source)),
      exact: [source.id, foldText(source.title)],
    })),
  };
}

function findAmong(candidates: readonly Candidate[], { words, whole, limit }: Query): Found {
  const found = candidates.filter(({ text }) => hasWords(text, words));
  const isExact = ({ exact }: Candidate) => exact.includes(whole);
  const ordered = [...found.filter(isExact), ...found.filter((one) => !isExact(one))];
  return { total: found.length, items: ordered.slice(0, limit).map(({ match }) => match) };
}

/** A sentence in every language that it is in; also under `en`, where it is in none that is English. */
export const entryName = ({
  text,
  lang,
  translations,
}: Pick<EntryFact, 'text' | 'lang' | 'translations'>): LanguageMap => ({
  ...translations,
  [lang]: text,
  en: lang === 'en' ? text : (translations?.['en'] ?? text),
});

/** Entries in their default order: the latest meeting first, then by id. */
function findEntries(index: EntryIndex, { words, limit }: Query): Found {
  const items: SearchMatch[] = [];
  let total = 0;
  for (let meeting = index.meetings.length - 1; meeting >= 0; meeting -= 1) {
    const end = index.starts[meeting + 1] ?? 0;
    for (let position = index.starts[meeting] ?? 0; position < end; position += 1) {
      if (!hasWords(index.foldedText(position), words)) continue;
      total += 1;
      const fact = index.entries[position]?.fact;
      if (items.length >= limit || fact === undefined) continue;
      items.push({
        ...NONE,
        id: fact.id,
        name: entryName(fact),
        date: index.meetings[meeting]?.date ?? null,
        meeting: fact.meeting,
      });
    }
  }
  return { total, items };
}

export function createSearch(record: RecordData, lookup: Lookup, index: EntryIndex) {
  let candidates: ReturnType<typeof toCandidates> | null = null;
  return ({ q, limit = DEFAULT_SEARCH_LIMIT }: SearchParams): SearchResult => {
    candidates ??= toCandidates(record, lookup);
    const query = { words: toWords(q), whole: foldText(q).trim(), limit };
    const groups: SearchGroup[] = [];
    for (const type of SearchType.options) {
      const found =
        type === 'entry' ? findEntries(index, query) : findAmong(candidates[type], query);
      if (found.total > 0) groups.push({ type, ...found });
    }
    return { q, groups };
  };
}
