import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/* The record: its files, read once. What is not in the files but follows from them is worked out below. */

export const [folder = path.join(import.meta.dirname, 'record'), port = '8787'] =
  process.argv.slice(2);
const read = (name) => JSON.parse(readFileSync(path.join(folder, `${name}.json`), 'utf8'));
export const [mechanism, { groups, fields }] = ['mechanism', 'fields'].map(read);
export const [places, people, offices] = ['places', 'people', 'offices'].map(read);
const readAny = (name, none) => (existsSync(path.join(folder, `${name}.json`)) ? read(name) : none);
const [secondSources, copies] = [readAny('second-sources', {}), readAny('copies', [])];
const translated = path.join(folder, 'translations');
const translations = (existsSync(translated) ? readdirSync(translated) : []).map((name) => {
  const tag = path.basename(name, '.json');
  return [tag, read(`translations/${tag}`)];
});
export const meetings = read('meetings').toSorted((a, b) => a.ordinal - b.ordinal);
export const commissions = read('commissions');
export const sources = read('sources').map((one) => ({
  ...one,
  ...(copies.includes(one.id) && { copy: { of: null } }),
}));
export const years = read('exchange-years').toSorted(
  (a, b) => byText(first(a.years), first(b.years)) || byText(a.id, b.id),
);
export const hash = (text) => createHash('sha256').update(text).digest('hex').slice(0, 16);
/** An entry has its evidence in one list, what it was coded from first, and a status that follows from it. */
export const entries = read('entries').map((entry) => {
  const { source, locator, quote, id } = entry;
  const others = (secondSources[id] ?? []).map(({ quote: own, basis, ...page }) => ({
    ...page,
    ...(own && { quote: own }),
    basis: { text: basis, lang: 'en' },
  }));
  const pages = source === null ? [] : [{ source, locator, ...(quote && { quote }) }, ...others];
  return { ...entry, pages, status: statusBy(pages) };
});
function statusBy([coded, ...others]) {
  if (!coded) return 'unverified';
  const account = ({ source }) => sources.find(({ id }) => id === source).reportedBy;
  const isOther = (one) => account(one) === 'third' || account(one) !== account(coded);
  return others.some((one) => one.independent && isOther(one)) ? 'confirmed' : 'single-source';
}
export const dataVersion = hash(
  JSON.stringify([meetings, entries, years, commissions, sources, people, translations]),
);
export const dataDate = '2026-01-15'; // The day on which this version of the record was made.
export const parties = [...mechanism.parties.map(({ id }) => id), 'joint'];
export const accounts = [...parties, 'third'];
export const KINDS =
  'communique minutes agreement announcement statement priority condolence'.split(' ');
export const STATUSES = ['confirmed', 'single-source', 'unverified', 'disputed'];

/* Small rules of the contract: dates, text, order. */

/** The first and last possible day of a date or an interval, as text that compares: '2023' is 2023-01-01 to -12-31. */
export function first(date) {
  return `${date.split('/')[0]}-01-01`.slice(0, 10);
}
export function last(date) {
  const [year, month = '12', day] = date.split('/').at(-1).split('-');
  if (day) return `${year}-${month}-${day}`;
  // The last of a month is the day before the next one's first. Date.UTC would take the year 0 for 1900.
  const end = new Date(`${year}-${month}-01`);
  end.setUTCMonth(end.getUTCMonth() + 1, 0);
  return `${year}-${month}-${end.getUTCDate()}`;
}
export const isDay = (date) => date.length === 10;
export const until = (item) => last(item.until ?? item.date);
export const isDated = (from, to, range) =>
  (range.from === undefined || to >= first(range.from)) &&
  (range.to === undefined || from <= last(range.to));
export const fold = (text) => text.normalize('NFKD').toLowerCase().replace(/\p{M}/gu, '');
export const hasWords = (text, q = '') =>
  fold(q)
    .split(/\s+/)
    .every((word) => fold(text).includes(word));
/** By code point: plain comparison is by UTF-16 unit, which is another order beyond the basic plane. */
export function byText(a, b) {
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}
/** Sorted by a key, `-` before it for the reverse, nothing last, ties as they are. */
export function sortBy(items, sort, keys) {
  const key = keys[sort.replace('-', '')];
  const sign = sort.startsWith('-') ? -1 : 1;
  return items.toSorted((a, b) => {
    const [x, y] = [key(a), key(b)];
    if (x === null || y === null) return (x === null) - (y === null);
    return sign * (typeof x === 'number' ? x - y : byText(x, y));
  });
}
export const byId = (a, b) => byText(a.id, b.id);
export const unique = (values) => [...new Set(values)];
export const find = (list, id) => list.find((one) => one.id === id) ?? null;
export const idOf = ({ id }) => id;

/* What follows from the record. */

export const party = (country) =>
  mechanism.parties.find((one) => one.country === country)?.id ?? null;
export const named = ({ id, name }) => ({ id, name });
export const source = (id) => find(sources, id);
/** What a text is in the other languages, if it is in any. */
export function inOthers(text) {
  const found = translations.flatMap(([tag, texts]) => (texts[text] ? [[tag, texts[text]]] : []));
  return found.length > 0 ? { translations: Object.fromEntries(found) } : {};
}
export const local = (text) => text && { text, lang: 'en', ...inOthers(text) };
/** A sentence in all its languages, as it is searched. */
export const everySaying = (text) =>
  [text, ...Object.values(inOthers(text).translations ?? {})].join('\n');
export const meetingOf = (entry) => meetings.find(({ ordinal }) => ordinal === entry.meeting);
export const entriesOf = (meeting) => entries.filter((entry) => entry.meeting === meeting.ordinal);
const citedBy = (fact) =>
  fact?.pages ? unique(fact.pages.map((page) => page.source)) : [fact?.source ?? []].flat();
export const citing = (facts) => facts.flatMap(citedBy);
export const accountsOf = (entry) => citedBy(entry).map((id) => source(id).reportedBy);
/** How well it is supported that a thing was at all: by the accounts that its documents are. */
export function supported(documentIds) {
  const own = unique(documentIds.map((id) => source(id).reportedBy));
  return ['unverified', 'single-source'][own.length] ?? 'confirmed';
}
/** An entry names an exchange year if its sentence has the year's English name. */
export const names = (entry, year) => entry.text.includes(year.name.en);
export const documents = {
  meeting: (one) =>
    unique([...one.sources, ...citing([...entriesOf(one), ...one.coChairs, one.attendance])]),
  year: (one) => unique([...one.sources, ...citing([...one.events, ...one.figures])]),
  commission: (one) => unique([...one.sources, ...citing(one.sessions)]),
};

export const toEntry = ({ meeting, quote, pages, ...entry }) => ({
  ...entry,
  meeting: (({ ordinal, date }) => ({ ordinal, date }))(meetingOf({ meeting })),
  fields: entry.fields.map((id) => find(fields, id)),
  exchangeYears: years.filter((year) => names(entry, year)).map(named),
  ...local(entry.text),
  source: source(entry.source),
  ...(quote && { quote }),
  evidence: pages.map((page) => ({ ...page, source: source(page.source) })),
});

const toCoChair = (one) => ({
  party: one.party,
  person: named(find(people, one.person)),
  office: named(find(offices, one.office)),
  source: source(one.source),
});
export const toMeeting = (one) => ({
  ordinal: one.ordinal,
  date: one.date,
  place: find(places, one.place),
  venue: one.venue,
  format: one.format,
  host: party(find(places, one.place)?.country),
  coChairs: one.coChairs.map(toCoChair),
  status: supported(documents.meeting(one)),
  entries: entriesOf(one).length,
  fields: unique(entriesOf(one).flatMap((entry) => entry.fields)).length,
  sources: documents.meeting(one).length,
});

/** The exchange years that an entry names, that had an event on the day, or that ran. */
const touched = (meeting) =>
  years.flatMap((year) => {
    const own = entriesOf(meeting).filter((entry) => names(entry, year));
    const events = year.events.filter(({ date }) => isDay(date) && date === meeting.date).length;
    const runs = isDated(first(year.years), last(year.years), {
      from: meeting.date,
      to: meeting.date,
    });
    if (own.length + events === 0 && !runs) return [];
    return [{ exchangeYear: toYear(year), entries: own.map(idOf), events }];
  });
export const toWholeMeeting = (one) => ({
  ...toMeeting(one),
  attendance: one.attendance && {
    ...one.attendance,
    ...local(one.attendance.text),
    source: source(one.attendance.source),
  },
  notes: local(one.notes),
  previous: meetings.findLast(({ ordinal }) => ordinal < one.ordinal)?.ordinal ?? null,
  next: meetings.find(({ ordinal }) => ordinal > one.ordinal)?.ordinal ?? null,
  exchangeYears: touched(one),
  sources: documents.meeting(one).map((id) => ({
    ...source(id),
    entries: entriesOf(one).filter((entry) => citing([entry]).includes(id)).length,
  })),
});

/** Events that are more than an event, and what meetings before the first day announced, unless an event is of that day. */
function milestones(year) {
  const on = (date) =>
    isDay(date) ? (meetings.find((one) => one.date === date)?.ordinal ?? null) : null;
  const steps = year.events
    .filter(({ kind }) => kind !== 'event')
    .map(({ kind, date }) => ({ kind, date, meeting: on(date), entry: null }));
  const announced = entries
    .filter((entry) => entry.kind === 'announcement' && names(entry, year))
    .map((entry) => ({
      kind: 'announced',
      date: meetingOf(entry).date,
      meeting: entry.meeting,
      entry: entry.id,
    }))
    .filter(
      ({ date }) => first(date) < first(year.years) && steps.every((step) => step.date !== date),
    );
  return [...steps, ...announced].toSorted((a, b) => byText(first(a.date), first(b.date)));
}
export const toYear = (year) => ({
  id: year.id,
  name: year.name,
  field: find(fields, year.field),
  years: year.years,
  hosting: year.hosting.map((one) => ({ ...one, name: { en: one.name } })),
  milestones: milestones(year),
  status: supported(documents.year(year)),
  entries: entries.filter((entry) => names(entry, year)).length,
  events: year.events.length,
  sources: documents.year(year).length,
});
export const toWholeYear = (year) => ({
  ...toYear(year),
  events: year.events.map((one) => ({
    ...one,
    ...local(one.text),
    place: find(places, one.place),
    source: source(one.source),
  })),
  figures: year.figures.map((one) => ({ ...one, lang: 'en', source: source(one.source) })),
  sources: documents.year(year).map(source),
  notes: local(year.notes),
});
