import type { LanguageMap, LocalText, Translations } from '#src/api/schemas/common.ts';
import type { Source } from '#src/api/schemas/sources.ts';
import { firstDay, lastDay, yearsOf } from '#src/api/edtf.ts';
import type { EvidenceFact, RecordData } from '../record/record.ts';
import type { Edition } from './edition.ts';
import { entryStatus } from '../record/evidence.ts';
import { type RecordContent, toDataVersion } from '../record/data-version.ts';

/** The language of every sentence of an edition; names carry their own. */
const TEXT_LANGUAGE = 'en';
const lang = TEXT_LANGUAGE;

/** Finds what a text is in the other languages of the edition. */
function createTranslator({ translations = {} }: Edition) {
  const files = Object.entries(translations);
  const inOthers = (text: string): Translations =>
    Object.fromEntries(
      files.flatMap(([tag, of]) => (Object.hasOwn(of, text) ? [[tag, of[text] ?? '']] : [])),
    );
  const as = <Key extends string>(key: Key, text: string): { [K in Key]?: Translations } => {
    const found = inOthers(text);
    return Object.keys(found).length > 0 ? ({ [key]: found } as { [K in Key]: Translations }) : {};
  };
  return {
    /** What goes beside a text, if anything does. */
    as,
    local: (text: string): LocalText => ({ text, lang, ...as('translations', text) }),
    name: (text: string): LanguageMap => ({ ...inOthers(text), en: text }),
  };
}

const nullable = <From, To>(value: From | null, map: (value: From) => To): To | null =>
  value === null ? null : map(value);

/** The pages that an entry was read on besides the one that it was coded from. */
function furtherEvidence({ secondSources = {} }: Edition, id: string): EvidenceFact[] {
  const pages = Object.hasOwn(secondSources, id) ? (secondSources[id] ?? []) : [];
  return pages.map(({ quote, basis, ...page }) => ({
    ...page,
    ...(quote !== null && { quote }),
    basis: { text: basis, lang },
  }));
}

const DESCRIPTION = /^\[(.+)\]$/su;
const FROM_ADDRESS = /^(.+?)\s*\[title from the page address\]$/su;

/** A title in square brackets is what the editors call a page whose own title they have not seen. */
function standIn(title: string): Pick<Source, 'standIn'> {
  const described = DESCRIPTION.exec(title)?.[1];
  if (described !== undefined) return { standIn: { text: described, isFromAddress: false } };
  const read = FROM_ADDRESS.exec(title)?.[1];
  return read === undefined ? {} : { standIn: { text: read, isFromAddress: true } };
}

/**
 * The edition's facts as they are, with the additions of `docs/data.md`: languages and translations, evidence in one
 * place, and exchange years named.
 */
export function toRecordContent(edition: Edition): RecordContent {
  const { secondSources: _, copies = [], translations: __, ...files } = edition;
  const { notes: remarks, ...mechanism } = edition.mechanism;
  const { as, local, name } = createTranslator(edition);
  const dates = new Map(edition.meetings.map(({ ordinal, date }) => [ordinal, date]));
  const copied = new Set(copies);
  const accounts = new Map(edition.sources.map(({ id, reportedBy }) => [id, reportedBy]));
  return {
    ...files,
    mechanism: { ...mechanism, ...(remarks && { notes: remarks.map(local) }) },
    meetings: edition.meetings.map((meeting) => ({
      ...meeting,
      ...(meeting.venue !== null &&
        Object.keys(name(meeting.venue)).length > 1 && { venueName: name(meeting.venue) }),
      attendance: nullable(meeting.attendance, (attendance) => ({
        ...attendance,
        ...local(attendance.text),
      })),
      notes: nullable(meeting.notes, local),
    })),
    entries: edition.entries.map(({ text, ...entry }) => {
      const further = [...(entry.further ?? []), ...furtherEvidence(edition, entry.id)];
      const supported = { ...entry, ...(further.length > 0 && { further }) };
      return {
        ...supported,
        ...local(text),
        status: entryStatus(supported, (source) => accounts.get(source)),
        exchangeYears: namedExchangeYears(
          { fields: entry.fields, text },
          dates.get(entry.meeting) ?? '',
          edition.exchangeYears,
        ),
      };
    }),
    exchangeYears: edition.exchangeYears.map((year) => ({
      ...year,
      hosting: year.hosting.map((hosting) => ({ ...hosting, name: name(hosting.name) })),
      events: year.events.map((event) => ({ ...event, ...local(event.text) })),
      figures: year.figures.map((figure) => ({
        ...figure,
        lang,
        ...as('labelTranslations', figure.label),
        ...as('unitTranslations', figure.unit),
      })),
      notes: nullable(year.notes, local),
    })),
    commissions: edition.commissions.map((commission) => ({
      ...commission,
      notes: nullable(commission.notes, local),
    })),
    sources: edition.sources.map((source) => ({
      ...source,
      ...(source.standIn === undefined && standIn(source.title)),
      ...(copied.has(source.id) && source.copy === undefined && { copy: { of: null } }),
    })),
  };
}

/**
 * An edition as a record that states its version.
 * @param dataDate the day of its data, `YYYY-MM-DD`
 */
export async function toRecord(edition: Edition, dataDate: string): Promise<RecordData> {
  const content = toRecordContent(edition);
  const dataVersion = await toDataVersion(content);
  return { ...content, mechanism: { ...content.mechanism, dataVersion, dataDate } };
}

type ExchangeYear = {
  id: string;
  field: string;
  years: string;
  events: readonly { kind: string; date: string }[];
};

/** Before "years of", these count: twenty years of a treaty are no theme. */
const COUNT =
  /^(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|hundred|few|several|many|recent|past|last|next|coming)$/i;
/** Before a bare "year" or "years", these place it in time instead of naming a theme. */
const POINTER =
  /^(?:a|an|the|this|that|these|those|each|every|per|all|both|some|same|new|previous|current|following|later|first|second|over|of|in|for|by|within|between|five-year|\w*-year)$/i;
const YEAR_PHRASE = /(?:([\p{L}\d-]+)\s+)?\byears?\b(?:\s+(of)\b)?/giu;
const CALENDAR_YEAR = /(?<!\d)(?:19|20)\d{2}(?!\d)/g;

/** "Years of Culture", "Year of Russia", "media exchange years", "language year"; not "20 years of", "the year". */
function speaksOfThemeYear(text: string): boolean {
  return [...text.matchAll(YEAR_PHRASE)].some(([, before = '', of]) => {
    if (COUNT.test(before)) return false;
    return of !== undefined || (before !== '' && !POINTER.test(before));
  });
}

/** From the first announcement on record (else the first event, else the first day) to the last day of the interval. */
function announcedSpan({ events, years }: ExchangeYear): { from: string; to: string } {
  const days = (kind?: string) =>
    events
      .filter((event) => kind === undefined || event.kind === kind)
      .map(({ date }) => firstDay(date))
      .toSorted();
  return { from: days('announced')[0] ?? days()[0] ?? firstDay(years), to: lastDay(years) };
}

/**
 * The exchange years that an English entry names: one of its fields is the exchange year's, its text speaks of a theme
 * year, and either the text states a calendar year of the interval, or it states none and the meeting fell between the
 * first announcement and the interval's end. `docs/data.md` has the rule in words.
 */
export function namedExchangeYears(
  entry: { fields: readonly string[]; text: string },
  meetingDate: string,
  exchangeYears: readonly ExchangeYear[],
): string[] {
  if (!speaksOfThemeYear(entry.text)) return [];
  const stated = (entry.text.match(CALENDAR_YEAR) ?? []).map(Number);
  return exchangeYears
    .filter((year) => {
      if (!entry.fields.includes(year.field)) return false;
      if (stated.length > 0) return yearsOf(year.years).some((one) => stated.includes(one));
      const { from, to } = announcedSpan(year);
      return lastDay(meetingDate) >= from && firstDay(meetingDate) <= to;
    })
    .map(({ id }) => id);
}
