/** What is looked through of each thing, as the contract says it of `/search` and `/calendar`; a backend may add spellings. */
import type { CalendarItem } from '#src/api/schemas/calendar.ts';
import type { LanguageMap, Named, Place } from '#src/api/schemas/common.ts';
import type { MeetingSummary } from '#src/api/schemas/meetings.ts';
import type { SourceSummary } from '#src/api/schemas/sources.ts';
import { textsOfSentence } from './oracle.ts';
import type { Snapshot } from './snapshot.ts';

/** Names in every language, each also without the white space inside it. */
export const namesOf = (...things: readonly ({ name: LanguageMap } | null)[]) =>
  things
    .flatMap((thing) => (thing === null ? [] : Object.values(thing.name)))
    .flatMap((name) => [name, name.replaceAll(/\s/g, '')]);

export const textsOfMeeting = (meeting: MeetingSummary): string[] => [
  String(meeting.ordinal),
  meeting.date,
  ...[meeting.venue ?? [], Object.values(meeting.venueName ?? {})].flat(),
  ...namesOf(meeting.place, ...meeting.coChairs.map(({ person }) => person)),
];

export const textsOfItem = (item: CalendarItem, { meetings }: Pick<Snapshot, 'meetings'>) => {
  const meeting = meetings.find(({ ordinal }) => ordinal === item.meeting);
  if (meeting !== undefined) return textsOfMeeting(meeting);
  const { text } = item;
  const sentence = text === null ? [] : textsOfSentence(text);
  return [...sentence, ...namesOf(item.exchangeYear, item.commission, item.place)];
};

export const textsOfSource = ({ title, publisher, id }: SourceSummary): string[] => [
  title,
  publisher,
  id,
];

/** The places that meetings and everything else dated name, each once. */
export function placesOf({ meetings, calendar }: Snapshot): Place[] {
  const named = [...meetings, ...calendar.items].flatMap(({ place }) => place ?? []);
  return [...new Map(named.map((place) => [place.id, place])).values()];
}

/** Every text of `/search` but those of entries: type, id and what is looked through. */
export function searchedThings(snapshot: Snapshot) {
  const { meetings, people, taxonomy, exchangeYears, sources } = snapshot;
  const named = (type: string, things: readonly Named[]) =>
    things.map((thing) => ({ type, id: thing.id, texts: namesOf(thing) }));
  return [
    ...meetings.map((one) => ({
      type: 'meeting',
      id: String(one.ordinal),
      texts: textsOfMeeting(one),
    })),
    ...named('person', people.items),
    ...named('place', placesOf(snapshot)),
    ...named('field', taxonomy.fields),
    ...exchangeYears.items.map((year) => ({
      type: 'exchange-year',
      id: year.id,
      texts: [...namesOf(year), year.years],
    })),
    ...sources.map((one) => ({ type: 'source', id: one.id, texts: textsOfSource(one) })),
  ];
}

type Told = {
  name: Record<string, string>;
  detail: string | null;
  date: string | null;
  meeting: number | null;
};
/** What a match tells beside its name only of some types. */
const NOTHING = { detail: null, date: null, meeting: null };

/** What a match has to tell of each thing; the name of a meeting is the backend's own. */
export function tellings(snapshot: Snapshot) {
  const { people, taxonomy, exchangeYears, sources, entries, meetings } = snapshot;
  return {
    meetings: new Map(meetings.map((one) => [String(one.ordinal), one])),
    told: new Map<string, Told>([
      ...people.items.map(({ id, name }) => [`person ${id}`, { ...NOTHING, name }] as const),
      ...placesOf(snapshot).map(({ id, name }) => [`place ${id}`, { ...NOTHING, name }] as const),
      ...taxonomy.fields.map(({ id, name }) => [`field ${id}`, { ...NOTHING, name }] as const),
      ...exchangeYears.items.map(
        ({ id, name, years }) =>
          [`exchange-year ${id}`, { ...NOTHING, name, detail: years }] as const,
      ),
      ...sources.map(
        ({ id, title, language, publisher, publishedOn }) =>
          [
            `source ${id}`,
            {
              ...NOTHING,
              name: { [language]: title, en: title },
              detail: publisher,
              date: publishedOn,
            },
          ] as const,
      ),
      ...entries.map(
        ({ id, text, lang, translations, meeting }) =>
          [
            `entry ${id}`,
            {
              ...NOTHING,
              name: { en: text, ...translations, [lang]: text },
              date: meeting.date,
              meeting: meeting.ordinal,
            },
          ] as const,
      ),
    ]),
  };
}
