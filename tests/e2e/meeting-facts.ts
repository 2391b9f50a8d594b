import { readFileSync } from 'node:fs';

import type { LanguageMap } from '#src/api/schemas/common.ts';
import { loadCatalogue } from '#src/i18n/load-catalogue.ts';
import type { Language } from '#src/i18n/languages.ts';
import { loadLateCatalogue } from '#src/i18n/load-late-catalogue.ts';
import { createTranslator } from '#src/i18n/translator.ts';
import { locatorWords } from '#src/record/evidence/Locator.tsx';
import type { EntryFact, MeetingFact } from '#engine/record/record.ts';
import { countIn, documentsOf } from '#tests/fixtures/count-in.ts';

interface NamedFact {
  id: string;
  name: LanguageMap;
}

const read = (name: string): unknown => JSON.parse(readFileSync(`mocks/data/${name}.json`, 'utf8'));

const meetings = read('meetings') as MeetingFact[];
const entries = read('entries') as EntryFact[];
const sources = read('sources') as {
  id: string;
  title: string;
  standIn?: { text: string; isFromAddress: boolean };
}[];
const { parties } = read('mechanism') as { parties: (NamedFact & { country: string })[] };
const { fields } = read('fields') as { fields: NamedFact[] };
const [people, offices, places, years] = ['people', 'offices', 'places', 'exchange-years'].map(
  read,
) as [NamedFact[], NamedFact[], NamedFact[], NamedFact[]];

const byId = <T extends { id: string }>(items: readonly T[], id: string): T => {
  const found = items.find((item) => item.id === id);
  if (found === undefined) throw new Error(`The record has no ${id}`);
  return found;
};

const UNTITLED = {
  en: ' (untitled, described in English)',
  zh: ' (英语说明)',
  ru: ' (описание: английский)',
};

/** What stands for a document in a list: its title, or what it is, which is told in English and says so elsewhere. */
const titleIn = (language: Language) => (id: string) => {
  const { title, standIn } = byId(sources, id);
  return `${standIn?.text ?? title}${standIn?.isFromAddress === false ? UNTITLED[language] : ''}`;
};

/** A card of an entry as a reader sees it. */
export interface CardFacts {
  id: string;
  text: string;
  party: string;
  /** Kind, fields and exchange years, in any order. */
  tags: string[];
  /** Status and locator: each has to be read out at the line's reference. */
  source: string[];
  /** The title of the document that the reference's number stands for in the list at the end. */
  document: string | null;
}

export interface MeetingFacts {
  heading: string;
  /** Each has to be among the facts at the head of the page. */
  facts: string[];
  chairs: string[];
  cards: CardFacts[];
  sources: string[];
  notes: string | null;
}

export const ORDINALS = meetings.map(({ ordinal }) => ordinal);

/** How many entries of the record an address of the list of entries asks for. */
export const countEntries = (search: string): number => countIn(entries, search);

/** What the page of a meeting has to say, read off the record's files and not off the app's API. */
export async function expectedFacts(language: Language): Promise<Map<number, MeetingFacts>> {
  const translator = createTranslator(language, await loadCatalogue(language), [
    await loadLateCatalogue(language),
  ]);
  const { t, date } = translator;
  const titleOf = titleIn(language);
  const locatorOf = (fact: { locator?: string | null | undefined } | null) =>
    (fact?.locator && locatorWords(fact.locator, translator)) ?? fact?.locator ?? '';
  const name = (names: LanguageMap) => names[language] ?? names.en;
  const told = ({
    text,
    translations,
  }: {
    text: string;
    translations?: Record<string, string> | undefined;
  }) => (translations?.[language] ?? text).replaceAll(/\s+/g, ' ');
  const partyName = (id: string) =>
    id === 'joint' ? t('record.joint') : name(byId(parties, id).name);
  const toCard = (entry: EntryFact): CardFacts => ({
    id: entry.id,
    text: told(entry),
    party: partyName(entry.party),
    tags: [
      t(`record.kind-${entry.kind}`),
      ...entry.fields.map((id) => name(byId(fields, id).name)),
      ...entry.exchangeYears.map((id) => name(byId(years, id).name)),
    ].toSorted(),
    source: [
      t(`record.evidence-${entry.status}`),
      entry.source === null ? t('record.noSource') : '',
      locatorOf(entry),
    ],
    document: entry.source === null ? null : titleOf(entry.source),
  });
  const toChair = ({ party, person, office }: MeetingFact['coChairs'][number]) => {
    const names = byId(people, person).name;
    const country = byId(parties, party).country;
    const native = names[new Intl.Locale(`und-${country}`).maximize().language];
    return [partyName(party), name(names), native ?? '', name(byId(offices, office).name)].join(
      '|',
    );
  };
  const toFacts = (meeting: MeetingFact): MeetingFacts => {
    const own = entries.filter((entry) => entry.meeting === meeting.ordinal);
    const ids = [
      ...meeting.sources,
      ...own.flatMap(documentsOf),
      ...meeting.coChairs.flatMap(documentsOf),
      ...(meeting.attendance === null ? [] : documentsOf(meeting.attendance)),
      ...(meeting.venueEvidence ?? []).map(({ source }) => source),
    ];
    return {
      heading: t('meetings.title', { ordinal: meeting.ordinal }),
      facts: [
        date(meeting.date),
        meeting.place === null ? '' : name(byId(places, meeting.place).name),
        meeting.venueName ? name(meeting.venueName) : (meeting.venue ?? t('meetings.noVenue')),
        t(`meetings.format-${meeting.format}`),
        meeting.attendance === null ? t('meetings.noAttendance') : told(meeting.attendance),
        locatorOf(meeting.attendance),
        t(`record.evidence-${meeting.status}`),
      ],
      chairs: meeting.coChairs.map(toChair),
      cards: own.map(toCard).toSorted((a, b) => (a.id < b.id ? -1 : 1)),
      sources: [...new Set(ids)].map(titleOf).toSorted(),
      notes: meeting.notes === null ? null : told(meeting.notes),
    };
  };
  return new Map(meetings.map((meeting) => [meeting.ordinal, toFacts(meeting)]));
}
