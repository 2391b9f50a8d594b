import type { RecordData } from '../record/record.ts';

/**
 * A table of the package: its columns, those that packages from before contract 1.3 do not have, the beginnings of columns
 * that go on with a language, and whose rows it details.
 */
export type TableLayout = {
  columns: readonly string[];
  newColumns?: readonly string[];
  isNew?: true;
  names?: readonly string[];
  /** The columns of numbers that need not be whole. */
  decimals?: readonly string[];
  of?: { column: string; table: string; id: string };
};

/** The columns of all tables that hold numbers. */
export const NUMBERS: ReadonlySet<string> = new Set([
  'ordinal',
  'meeting',
  'number',
  'value',
  'year',
]);

const notes = ['notes', 'notes-lang'];
const of = (column: string, table: string, id = 'id') => ({ of: { column, table, id } });
const ofMeeting = of('meeting', 'meetings', 'ordinal');
const ofEntry = of('entry', 'entries');
const ofYear = of('exchange-year', 'exchange-years');
const ofCommission = of('commission', 'commissions');
const name = ['name'];

/** The tables of a data package as the app writes them; a test holds this list against what it writes. */
export const PACKAGE_TABLES: Record<string, TableLayout> = {
  parties: { columns: ['id', 'country'], names: name },
  groups: { columns: ['id'], names: name },
  fields: { columns: ['id', 'group'], names: name },
  sources: {
    columns: [
      'id',
      'title',
      'publisher',
      'publishedOn',
      'language',
      'url',
      'reportedBy',
      'archivedUrl',
      'capturedOn',
    ],
    newColumns: ['stand-in', 'stand-in-from', 'copy', 'copy-of'],
  },
  places: { columns: ['id', 'country'], names: name },
  people: { columns: ['id', 'party'], names: name },
  meetings: {
    columns: [
      'ordinal',
      'date',
      'format',
      'host',
      'place',
      'country',
      'venue',
      'status',
      'attendance',
      'attendance-lang',
      'attendance-source',
      'attendance-locator',
      ...notes,
    ],
    names: ['place', 'venue', 'attendance', 'notes'],
  },
  'co-chairs': {
    columns: ['meeting', 'party', 'person', 'office', 'source'],
    names: ['office'],
    ...ofMeeting,
  },
  'meeting-sources': { columns: ['meeting', 'source'], ...ofMeeting },
  entries: {
    columns: [
      'id',
      'meeting',
      'kind',
      'party',
      'text',
      'lang',
      'source',
      'locator',
      'status',
      'quote',
      'quote-lang',
    ],
    names: ['text'],
  },
  'entry-fields': { columns: ['entry', 'field'], ...ofEntry },
  'entry-exchange-years': { columns: ['entry', 'exchange-year'], ...ofEntry },
  'exchange-years': {
    columns: ['id', 'field', 'years', 'status', ...notes],
    names: ['name', 'notes'],
  },
  'exchange-year-hosting': { columns: ['exchange-year', 'year', 'host'], names: name, ...ofYear },
  'exchange-year-sources': { columns: ['exchange-year', 'source'], ...ofYear },
  'exchange-year-events': {
    columns: [
      'exchange-year',
      'kind',
      'date',
      'until',
      'text',
      'lang',
      'place',
      'country',
      'source',
    ],
    names: ['text'],
    ...ofYear,
  },
  'exchange-year-figures': {
    columns: ['exchange-year', 'label', 'lang', 'value', 'unit', 'source'],
    names: ['label', 'unit'],
    decimals: ['value'],
    ...ofYear,
  },
  commissions: { columns: ['id', 'founded', 'status', ...notes], names: ['name', 'notes'] },
  'commission-fields': { columns: ['commission', 'field'], ...ofCommission },
  'commission-sources': { columns: ['commission', 'source'], ...ofCommission },
  'commission-sessions': {
    columns: ['commission', 'ordinal', 'date', 'until', 'place', 'source'],
    ...ofCommission,
  },
  evidence: {
    columns: [
      'of',
      'thing',
      'number',
      'source',
      'locator',
      'quote',
      'quote-lang',
      'independent',
      'basis',
      'basis-lang',
    ],
    isNew: true,
  },
};

/** What the table of evidence calls the things of a table; meetings have a venue and an attendance, both with evidence. */
export const EVIDENCE_OF: Readonly<Record<string, string>> = {
  entries: 'entry',
  'co-chairs': 'co-chair',
  'exchange-year-events': 'event',
  'exchange-year-figures': 'figure',
  'commission-sessions': 'session',
};

/** Which table the things of a part of the record are rows of, and which tables hold the lists that they have. */
export const PART_TABLES: Partial<
  Record<keyof RecordData, { table: string; lists?: Record<string, string> }>
> = {
  places: { table: 'places' },
  people: { table: 'people' },
  sources: { table: 'sources' },
  meetings: {
    table: 'meetings',
    lists: { coChairs: 'co-chairs', sources: 'meeting-sources' },
  },
  entries: {
    table: 'entries',
    lists: { fields: 'entry-fields', exchangeYears: 'entry-exchange-years' },
  },
  exchangeYears: {
    table: 'exchange-years',
    lists: {
      hosting: 'exchange-year-hosting',
      events: 'exchange-year-events',
      figures: 'exchange-year-figures',
      sources: 'exchange-year-sources',
    },
  },
  commissions: {
    table: 'commissions',
    lists: {
      fields: 'commission-fields',
      sessions: 'commission-sessions',
      sources: 'commission-sources',
    },
  },
};
