import {
  meetings,
  dataDate,
  first,
  last,
  isDay,
  until,
  isDated,
  hasWords,
  byText,
  byId,
  find,
  idOf,
  party,
  named,
  source,
  local,
  everySaying,
  entriesOf,
  mechanism,
  fields,
  places,
  people,
  years,
  commissions,
} from './record.mjs';
import { within } from './entries.mjs';

/* The calendar: everything dated, in one list. */

const NOTHING = {
  text: null,
  meeting: null,
  exchangeYear: null,
  commission: null,
  session: null,
  format: null,
};
const numbered = (ids) =>
  ids.map((id, at) =>
    ids.indexOf(id) === at
      ? id
      : `${id}-${ids.slice(0, at + 1).filter((one) => one === id).length}`,
  );
export const items = [
  ...meetings.map((one) => ({
    ...NOTHING,
    id: `meeting-${one.ordinal}`,
    kind: 'meeting',
    date: one.date,
    meeting: one.ordinal,
    format: one.format,
    fields: fields.filter(({ id }) => entriesOf(one).some((entry) => entry.fields.includes(id))),
    place: find(places, one.place),
    source: null,
  })),
  ...years.flatMap((year) => {
    const ids = numbered(year.events.map(({ kind, date }) => `${year.id}-${kind}-${date}`));
    return year.events.map((one, at) => ({
      ...NOTHING,
      id: ids[at],
      kind: one.kind,
      date: one.date,
      ...(one.until && { until: one.until }),
      text: local(one.text),
      exchangeYear: named(year),
      fields: [find(fields, year.field)],
      place: find(places, one.place),
      country: one.country,
      source: source(one.source),
    }));
  }),
  ...commissions.flatMap((body) => {
    const ids = numbered(
      body.sessions.map(({ ordinal, date }) => `${body.id}-session-${ordinal ?? date}`),
    );
    return body.sessions.map((one, at) => ({
      ...NOTHING,
      id: ids[at],
      kind: 'session',
      date: one.date,
      ...(one.until && { until: one.until }),
      commission: named(body),
      session: one.ordinal,
      fields: body.fields.map((id) => find(fields, id)),
      place: find(places, one.place),
      source: source(one.source),
    }));
  }),
]
  .map(({ country, ...item }) => ({ ...item, host: party(item.place?.country ?? country) }))
  .toSorted((a, b) => byText(first(a.date), first(b.date)) || byId(a, b));
export const allNames = (things) =>
  things
    .flatMap((thing) => Object.values(thing?.name ?? {}))
    .flatMap((name) => [name, name.replace(/\s/g, '')]);
export const meetingText = (one) =>
  [
    one.ordinal,
    one.date,
    one.venue ?? '',
    ...allNames([
      find(places, one.place),
      ...one.coChairs.map(({ person }) => find(people, person)),
    ]),
  ].join('\n');
const itemText = (item) =>
  item.meeting === null
    ? [
        everySaying(item.text?.text ?? ''),
        ...allNames([item.exchangeYear, item.commission, item.place]),
      ].join('\n')
    : meetingText(meetings.find(({ ordinal }) => ordinal === item.meeting));
const days = items.flatMap((item) => [first(item.date), until(item)]).toSorted(byText);

export function calendar({ from, to, kind, field, exchangeYear, q }) {
  const found = items.filter(
    (item) =>
      isDated(first(item.date), until(item), { from, to }) &&
      within(kind, [item.kind]) &&
      within(field, item.fields.map(idOf)) &&
      within(exchangeYear, [item.exchangeYear?.id]) &&
      hasWords(itemText(item), q),
  );
  return {
    title: mechanism.name,
    from: from ?? days[0] ?? first(mechanism.since),
    to: to ?? days.at(-1) ?? last(mechanism.since),
    items: found,
    total: found.length,
  };
}

/** Lines end with CR LF and are folded at 75 bytes; names in the language asked for, else in English. */
export function calendarFile({ lang = 'en', ...filters }) {
  const { title, items: found } = calendar(filters);
  const said = (name) => name[lang] ?? name.en;
  const escape = (text) => text.replace(/[\\;,]/g, '\\$&').replace(/\n/g, '\\n');
  const compact = (day) => day.replaceAll('-', '');
  const dayAfter = (day) => new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);
  const precise = found.filter(({ date }) => isDay(date));
  const summary = (item) =>
    item.text?.translations?.[lang] ??
    item.text?.text ??
    said(item.commission?.name ?? title) + ` (${item.meeting ?? item.session ?? item.date})`;
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//example//backend//EN',
    `NAME:${escape(said(title))}`,
    `DESCRIPTION:${found.length - precise.length} left out: not known to the day`,
    ...precise.flatMap((item) => [
      'BEGIN:VEVENT',
      `UID:${item.id}@${mechanism.id}`,
      `DTSTAMP:${compact(dataDate)}T000000Z`,
      `SEQUENCE:${Math.floor((Date.parse(dataDate) - Date.parse('0000-01-01')) / 86_400_000) + 1}`,
      `DTSTART;VALUE=DATE:${compact(item.date)}`,
      `DTEND;VALUE=DATE:${compact(dayAfter(until(item)))}`,
      `SUMMARY:${escape(summary(item))}`,
      'END:VEVENT',
    ]),
    'END:VCALENDAR',
  ];
  const fold75 = (line) =>
    Array.from(line).reduce(
      ({ text, bytes }, letter) => {
        const more = Buffer.byteLength(letter);
        return bytes + more > 75
          ? { text: `${text}\r\n ${letter}`, bytes: more + 1 }
          : { text: text + letter, bytes: bytes + more };
      },
      { text: '', bytes: 0 },
    ).text;
  return lines.map((line) => `${fold75(line)}\r\n`).join('');
}
