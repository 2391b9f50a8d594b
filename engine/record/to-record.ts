import type { LocalText } from '#src/api/schemas/common.ts';
import type { RecordData } from './record.ts';
import type { Edition } from './edition.ts';
import { namedExchangeYears } from './named-exchange-years.ts';

/** The language of every sentence of an edition; names carry their own. */
const TEXT_LANGUAGE = 'en';
const lang = TEXT_LANGUAGE;

export type RecordContent = Omit<RecordData, 'mechanism'> & { mechanism: Edition['mechanism'] };

function toLocalText(text: string | null): LocalText | null {
  return text === null ? null : { text, lang };
}

/** The edition's facts as they are, with the two additions of `docs/data.md`: languages, and exchange years named. */
export function toRecordContent(edition: Edition): RecordContent {
  const dates = new Map(edition.meetings.map(({ ordinal, date }) => [ordinal, date]));
  return {
    ...edition,
    meetings: edition.meetings.map((meeting) => ({
      ...meeting,
      attendance: meeting.attendance && { ...meeting.attendance, lang },
      notes: toLocalText(meeting.notes),
    })),
    entries: edition.entries.map(({ text, ...entry }) => ({
      ...entry,
      text,
      lang,
      exchangeYears: namedExchangeYears(
        { fields: entry.fields, text },
        dates.get(entry.meeting) ?? '',
        edition.exchangeYears,
      ),
    })),
    exchangeYears: edition.exchangeYears.map((year) => ({
      ...year,
      hosting: year.hosting.map((hosting) => ({ ...hosting, name: { en: hosting.name } })),
      events: year.events.map((event) => ({ ...event, lang })),
      figures: year.figures.map((figure) => ({ ...figure, lang })),
      notes: toLocalText(year.notes),
    })),
    commissions: edition.commissions.map((commission) => ({
      ...commission,
      notes: toLocalText(commission.notes),
    })),
  };
}
